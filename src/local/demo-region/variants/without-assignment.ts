import { presenceKnob } from '../../../language/define.ts';
import { inPhase, type PlaceVariant, variantIn } from './variant.ts';

/** Where the region's plan names none of the five chains. */
export const variantsWithoutAssignment: readonly PlaceVariant[] = [
  variantIn(['almelo'], 'Almelo', {}),
  // Eight municipalities take part in Nu Niet Zwanger; which ones is not public. Borne names it, Hellendoorn does not.
  variantIn(['hellendoorn'], 'Hellendoorn', {
    'kansrijke-start': inPhase('geen', 'jaarplan 2026, Hellendoorn: geen opdracht, en Nu Niet Zwanger niet genoemd', {
      nnz: 'niet-beschikbaar',
      [presenceKnob('nnz-coordinator')]: 'nee',
    }),
  }),
  variantIn(['hengelo'], 'Hengelo', {}),
  variantIn(['oldenzaal'], 'Oldenzaal', {}),
  variantIn(['rijssen-holten'], 'Rijssen-Holten', {}),
  variantIn(['twenterand'], 'Twenterand', {}),
  variantIn(['wierden'], 'Wierden', {}),
];

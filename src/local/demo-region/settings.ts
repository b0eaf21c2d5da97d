import type { Setting } from './shape.ts';

/** What places of the demo region have set for a chain; everything else stands as the chain says. */
export const settings: readonly Setting[] = [
  { chain: 'valpreventie', municipality: 'losser', kern: null, knob: 'hoogRoute', value: 'niet-beschikbaar' },
  { chain: 'valpreventie', municipality: 'dinkelland', kern: null, knob: 'hoogRoute', value: 'pilot' },
  // Eight municipalities take part in Nu Niet Zwanger; which ones is not public. Borne names it, Hellendoorn does not.
  { chain: 'kansrijke-start', municipality: 'hellendoorn', kern: null, knob: 'nnz', value: 'niet-beschikbaar' },
];

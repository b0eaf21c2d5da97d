import { vervolg } from '../v1/steps-vervolg.ts';

const koppeling = vervolg['sv-koppeling'];
const { gekoppeld } = koppeling.outcomes;

/** Who says that a case was begun elsewhere is held to it: until there is one, that stands open. */
export const svKoppeling = {
  'sv-koppeling': {
    ...koppeling,
    outcomes: { ...koppeling.outcomes, gekoppeld: { ...gekoppeld, link: { ...gekoppeld.link, asks: 'koppeling' } } },
  },
} as const;

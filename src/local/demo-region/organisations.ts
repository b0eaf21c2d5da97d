import { organisationsOfEnschede } from './organisations-enschede.ts';
import { organisationsOfFullSets } from './organisations-full-sets.ts';
import { organisationsOfOtherMunicipalities } from './organisations-other.ts';
import type { Organisation } from './shape.ts';

export const organisations: readonly Organisation[] = [
  ...organisationsOfEnschede,
  ...organisationsOfFullSets,
  ...organisationsOfOtherMunicipalities,
];

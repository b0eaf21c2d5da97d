import type { Disagreement } from '../../content.ts';
import { hoortBij, type Toestemming } from './forms.ts';

/**
 * Who consents is decided by the age on the day that the form is sent (whole years), also when a birthday has passed
 * since it was filled in. A refusal names nobody: of that only the age is compared.
 */
export function wieNuBeslist({ leeftijd, door }: Toestemming, age: number): readonly Disagreement[] {
  const nu = age < 12 ? 'onder-12' : age < 16 ? '12-tot-16' : 'vanaf-16';
  if (leeftijd === nu) return [];
  const [wie, detail] = hoortBij[nu];
  const oud = `Het kind is nu ${age} jaar.`;
  return [
    { field: 'leeftijd', detail: `${oud} Kies ${nu}.` },
    ...(door === undefined || door === wie ? [] : [{ field: 'door', detail: `${oud} ${detail}` }]),
  ];
}

import type { Journey } from './journey.ts';
import { aanbodJourneys } from './sociaal-verwijzen-aanbod.ts';
import { aanmeldenJourneys } from './sociaal-verwijzen-aanmelden.ts';
import { levenJourneys } from './sociaal-verwijzen-leven.ts';
import { vervolgJourneys } from './sociaal-verwijzen-vervolg.ts';

/** Journeys through Sociaal Verwijzen version 1: every outcome of every step, and everything that life may bring. */
export const sociaalVerwijzenJourneys: readonly Journey[] = [
  ...aanmeldenJourneys,
  ...aanbodJourneys,
  ...vervolgJourneys,
  ...levenJourneys,
];

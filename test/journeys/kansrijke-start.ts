import type { Journey } from './journey.ts';
import { geboorteJourneys } from './kansrijke-start-geboorte.ts';
import { hulpJourneys } from './kansrijke-start-hulp.ts';
import { levenJourneys } from './kansrijke-start-leven.ts';
import { zwangerJourneys } from './kansrijke-start-zwanger.ts';

/** Journeys through kansrijke start version 1: every outcome of every step, and everything that life may bring. */
export const kansrijkeStartJourneys: readonly Journey[] = [
  ...zwangerJourneys,
  ...hulpJourneys,
  ...geboorteJourneys,
  ...levenJourneys,
];

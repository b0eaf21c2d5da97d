import type { Journey } from './journey.ts';
import { gliJourneys } from './vngg-gli.ts';
import { huisartsJourneys } from './vngg-huisarts.ts';
import { levenJourneys } from './vngg-leven.ts';
import { planJourneys } from './vngg-plan.ts';

/** Journeys through VnGG version 1: every outcome of every step, and everything that life may bring. */
export const vnggJourneys: readonly Journey[] = [
  ...huisartsJourneys,
  ...planJourneys,
  ...gliJourneys,
  ...levenJourneys,
];

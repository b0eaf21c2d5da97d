import type { Journey } from './journey.ts';
import { aanmeldenJourneys } from './kngg-aanmelden.ts';
import { gliJourneys } from './kngg-gli.ts';
import { leeftijdJourneys } from './kngg-leeftijd.ts';
import { levenJourneys } from './kngg-leven.ts';
import { planJourneys } from './kngg-plan.ts';

/** Journeys through KnGG version 1: every outcome of every step, birthdays, the ceiling, and what life may bring. */
export const knggJourneys: readonly Journey[] = [
  ...aanmeldenJourneys,
  ...planJourneys,
  ...gliJourneys,
  ...leeftijdJourneys,
  ...levenJourneys,
];

import type { Journey } from './journey.ts';
import { groepJourneys } from './valpreventie-groep.ts';
import { huisartsJourneys } from './valpreventie-huisarts.ts';
import { levenJourneys } from './valpreventie-leven.ts';
import { opsporenJourneys } from './valpreventie-opsporen.ts';
import { otagoJourneys } from './valpreventie-otago.ts';
import { vervolgJourneys } from './valpreventie-vervolg.ts';

/** Journeys through valpreventie version 1: every outcome of every step, and everything that life may bring. */
export const valpreventieJourneys: readonly Journey[] = [
  ...opsporenJourneys,
  ...groepJourneys,
  ...huisartsJourneys,
  ...otagoJourneys,
  ...vervolgJourneys,
  ...levenJourneys,
];

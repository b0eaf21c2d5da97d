import type { Journey } from './journey.ts';
import { groepJourneys } from './valpreventie-groep.ts';
import { huisartsJourneys } from './valpreventie-huisarts.ts';
import { levenJourneys } from './valpreventie-leven.ts';
import { opsporenJourneys } from './valpreventie-opsporen.ts';
import { otagoJourneys } from './valpreventie-otago.ts';
import { vervolgJourneys } from './valpreventie-vervolg.ts';

const every: readonly Journey[] = [
  ...opsporenJourneys,
  ...groepJourneys,
  ...huisartsJourneys,
  ...otagoJourneys,
  ...vervolgJourneys,
  ...levenJourneys,
];

/** Journeys through the newest version: every outcome of every step, and everything that life may bring. */
export const valpreventieJourneys: readonly Journey[] = every.filter(({ version }) => version !== 1);

/** The same through version 1, on which cases still run. */
export const valpreventieV1Journeys: readonly Journey[] = every.filter(({ version }) => version !== 2);

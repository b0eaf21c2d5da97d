import { actions } from './actions.ts';
import { clock } from './clock.ts';
import { commands } from './commands.ts';
import { consent } from './consent.ts';
import { corrections } from './corrections.ts';
import { decisions } from './decisions.ts';
import { facts } from './facts.ts';
import type { Guarantee } from './guarantee.ts';
import { lives } from './lives.ts';
import { terms } from './terms.ts';

/** Whatever is done to a case, in whatever chain, however long it takes. */
export const everyGuarantee: readonly Guarantee[] = [
  ...lives,
  ...facts,
  ...commands,
  ...clock,
  ...terms,
  ...consent,
  ...corrections,
  ...actions,
  ...decisions,
];

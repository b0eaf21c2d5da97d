import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import type { Attempt } from '../engine/messages.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { AHEAD_MS, when } from './when.ts';

const attemptSchema = z.strictObject({
  openStep: z.string('Noem de open stap (openStep).').min(1).max(200),
  at: when,
  channel: z.enum(['telefoon', 'brief', 'bericht', 'huisbezoek'], 'Kies uit: telefoon, brief, bericht, huisbezoek.'),
  result: z.enum(['bereikt', 'niet-bereikt'], 'Kies uit: bereikt, niet-bereikt.'),
});

/** Notes that someone tried to reach the resident. */
export const attempt: Verb<z.infer<typeof attemptSchema>> = {
  deed: 'case.attempt',
  schema: attemptSchema,
  unclear: 'De contactpoging is niet goed ingevuld.',
  prepare: (_context, standing, { openStep, at, channel, result }) => {
    if (at.at !== null && at.at > standing.now + AHEAD_MS) {
      throw new CaseError('invalid-input', 'De contactpoging ligt in de toekomst.', {
        errors: [{ pointer: '/at', detail: 'Vul in wanneer de poging was, niet wanneer zij komt.' }],
      });
    }
    const isThis = (action: Action): action is Extract<Action, { action: 'attempt' }> =>
      action.action === 'attempt' && action.openStep === openStep;
    const { actor } = ownAction(standing, isThis);
    const command: Attempt = { kind: 'attempt', actor, openStep, on: at.day, channel, reached: result === 'bereikt' };
    return { command, filled: null, pointer: '/at' };
  },
};

import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import { pauseReasons } from '../language/define.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { text } from './resident/identity.ts';
import { day } from './when.ts';

const pauseSchema = z.strictObject({
  reason: z.enum(Object.keys(pauseReasons), `Kies uit: ${Object.keys(pauseReasons).join(', ')}.`),
  until: day,
  comment: text(2000).optional(),
});

/** Lets a case rest until the morning of a day. */
export const pause: Verb<z.infer<typeof pauseSchema>> = {
  deed: 'case.pause',
  schema: pauseSchema,
  unclear: 'De pauze is niet goed ingevuld.',
  prepare: (_context, standing, { reason, until, comment }) => {
    const { actor } = ownAction(standing, isPause);
    const filled = comment === undefined ? null : { step: 'pauze', data: { comment } };
    return { command: { kind: 'pause', actor, reason, until }, filled, pointer: '/until' };
  },
};

function isPause(action: Action): action is Extract<Action, { action: 'pause' | 'withdraw' }> {
  return action.action === 'pause';
}

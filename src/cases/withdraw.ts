import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { insistOnReason } from './refusal-of.ts';
import { text } from './resident/identity.ts';

const withdrawalSchema = z.strictObject({
  reason: z.strictObject({ code: z.string('Noem de reden (code).').max(64), comment: text(2000).optional() }),
});

/** Stops a case, with a coded reason. */
export const withdraw: Verb<z.infer<typeof withdrawalSchema>> = {
  deed: 'case.withdraw',
  schema: withdrawalSchema,
  unclear: 'Het stoppen is niet goed ingevuld.',
  prepare: (_context, standing, { reason }) => {
    const { actor } = ownAction(standing, isWithdrawal);
    insistOnReason(standing.chain, reason.code);
    const filled = reason.comment === undefined ? null : { step: 'stoppen', data: { comment: reason.comment } };
    return { command: { kind: 'withdraw', actor, reason: reason.code }, filled, pointer: '/reason/code' };
  },
};

function isWithdrawal(action: Action): action is Extract<Action, { action: 'pause' | 'withdraw' }> {
  return action.action === 'withdraw';
}

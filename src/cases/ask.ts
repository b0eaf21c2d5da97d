import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import type { Holder } from '../engine/facts.ts';
import type { Ask } from '../engine/messages.ts';
import { accountableOf } from '../engine/state.ts';
import { QUESTION } from '../language/define.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import type { Standing } from './look/action-view.ts';
import { id } from './referral-request.ts';
import { text } from './resident/identity.ts';

const questionSchema = z.strictObject({
  text: text(4000),
  to: z
    .strictObject({
      organisation: z.uuid('Vul het nummer van een organisatie in.').toLowerCase(),
      role: id.optional(),
    })
    .optional(),
});
type QuestionRequest = z.infer<typeof questionSchema>;
type Asking = Extract<Action, { action: 'ask' }>;

/** Asks someone with a part in the case. What is asked is for people, and stays outside the workflow. */
export const ask: Verb<QuestionRequest> = {
  deed: 'case.ask',
  schema: questionSchema,
  unclear: 'De vraag is niet goed ingevuld.',
  prepare: ({ directory }, standing, request) =>
    directory.names().then((names) => {
      const { action, actor } = ownAction(standing, isAsk);
      const others = action.to.filter((each) => each.role !== actor.role || each.organisation !== actor.organisation);
      const { role, organisation } = receiverOf(standing, others, request, names);
      const command: Ask = { kind: 'ask', actor, to: { role, organisation } };
      return { command, filled: { step: QUESTION, data: { comment: request.text } }, pointer: '/to' };
    }),
};

function isAsk(action: Action): action is Asking {
  return action.action === 'ask';
}

/** Who is asked: whoever was named, or else who is accountable; for who is accountable that is the referrer. */
function receiverOf(
  { state }: Standing,
  others: readonly Holder[],
  { to }: QuestionRequest,
  names: ReadonlyMap<string, string>,
): { readonly role: string; readonly organisation: string } {
  const { referrer } = state;
  const asked =
    to === undefined
      ? [accountableOf(state), referrer].flatMap(
          (each) => others.find((other) => each !== null && isSame(other, each)) ?? [],
        )
      : others.filter((each) => each.organisation === to.organisation && (to.role ?? each.role) === each.role);
  const [found] = asked;
  if (found !== undefined && found.organisation !== null) {
    return { role: found.role, organisation: found.organisation };
  }
  const wrongRole = others.some(({ organisation }) => organisation === to?.organisation);
  const pointer = to === undefined ? '/to' : wrongRole ? '/to/role' : '/to/organisation';
  const detail = others.length === 0 ? 'Er is niemand anders om iets te vragen.' : 'Kies uit allowed.';
  throw new CaseError('invalid-input', 'U kunt alleen iets vragen aan wie bij dit traject betrokken is.', {
    errors: [{ pointer, detail }],
    allowed: others.map(({ role, organisation }) => ({
      role,
      organisation,
      organisationName: names.get(organisation ?? '') ?? null,
    })),
  });
}

function isSame(a: Holder, b: Holder): boolean {
  return a.role === b.role && a.organisation === b.organisation;
}

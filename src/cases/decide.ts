import { z } from 'zod';
import type { Person } from '../chains/index.ts';
import type { Action } from '../engine/actions.ts';
import { isStageOutcome } from '../engine/facts.ts';
import { stepOf } from '../engine/holders.ts';
import { notOffered } from '../engine/decide.ts';
import type { Decide } from '../engine/messages.ts';
import { roleAmong } from '../engine/parties.ts';
import { CaseError } from './case-error.ts';
import { asksForPerson, type CheckedForm, checkForm } from './check-form.ts';
import type { Verb } from './command-on-case.ts';
import { beginSchema } from './links/open-elsewhere.ts';
import { promisedCase } from './links/promised-case.ts';
import type { CaseContext } from './context.ts';
import { possibleNow, type Standing, standingActions } from './look/action-view.ts';
import { insistOnReceiver } from './offer-to.ts';
import { insistOnReason } from './refusal-of.ts';
import { ageInCase } from './resident/age-in-case.ts';
import { text } from './resident/identity.ts';
import { version } from './versions/move-version.ts';
import { versionAsked } from './versions/version-asked.ts';

const decisionSchema = z.strictObject({
  openStep: z.string('Noem de open stap (openStep).').min(1).max(200),
  outcome: z.string('Noem de uitkomst (outcome).').min(1).max(64),
  form: z.record(z.string(), z.unknown()).optional(),
  reason: z.strictObject({ code: z.string().max(64), comment: text(2000).optional() }).optional(),
  to: z.strictObject({ organisation: z.uuid('Vul het nummer van een organisatie in.').toLowerCase() }).optional(),
  link: beginSchema.optional(),
  version: version.optional(),
});
type DecisionRequest = z.infer<typeof decisionSchema>;
type Choosing = Extract<Action, { action: 'decide' }>;

/** Takes a decision on an open step. The comment and the form are for people, and stay outside the workflow. */
export const decide: Verb<DecisionRequest> = {
  deed: 'case.decide',
  schema: decisionSchema,
  unclear: 'De beslissing is niet goed ingevuld.',
  prepare: async (context, standing, request, asking) => {
    const { chain, subject } = standing;
    const { openStep, outcome, reason, to, link, version: asked } = request;
    const action = choiceFor(standing, request);
    const person = await personFor(context, standing, action);
    const { data, proposed, kept } = formFor(standing, action, request, person);
    insistOnReason(chain, reason?.code);
    if (to !== undefined) await insistOnReceiver(context.directory, chain, action.step, outcome, to.organisation);
    const role = roleAmong(action.parties, subject) ?? '';
    const actor = { role, organisation: subject.organisation, practitioner: subject.practitioner };
    const chosen = { step: action.step, outcome, actor };
    const elsewhere = link === undefined ? undefined : await promisedCase(context, standing, chosen, link, asking);
    const next = asked === undefined ? undefined : await versionAsked(context, standing, asked, '/version');
    const command: Decide = {
      kind: 'decide',
      actor,
      openStep,
      outcome,
      ...(reason === undefined ? {} : { reason: reason.code }),
      ...(proposed === undefined ? {} : { proposed }),
      ...(Object.keys(kept).length === 0 ? {} : { kept }),
      ...(to === undefined ? {} : { to: to.organisation }),
      ...(elsewhere === undefined ? {} : { link: elsewhere.link }),
      ...(next === undefined ? {} : { version: next }),
    };
    const comment = reason?.comment;
    const filled = data === null && comment === undefined ? null : { step: action.step, data: { form: data, comment } };
    const beside = elsewhere === undefined ? {} : { beside: elsewhere.beside };
    return { command, filled, pointer: pointerOf(request), proposed, ...beside };
  },
};

/** What to point at when the case will not take it: the version is looked at last. */
function pointerOf({ to, version: next }: DecisionRequest): string {
  if (next !== undefined) return '/version';
  return to === undefined ? '/outcome' : '/to';
}

/** Of what can be decided on this step: what is this person's, and has this outcome. */
function choiceFor(standing: Standing, { openStep, outcome }: DecisionRequest): Choosing {
  const choices = standingActions(standing).filter(
    (action): action is Choosing => action.action === 'decide' && action.openStep === openStep,
  );
  const instead = (): object => ({ allowed: possibleNow(standing) });
  if (standing.state.withheld.open.some(({ id }) => id === openStep)) {
    throw new CaseError(
      'consent-missing',
      'De inwoner heeft de toestemming voor de overdracht ingetrokken.',
      instead(),
    );
  }
  if (choices.length === 0) throw new CaseError('not-allowed-now', 'Deze stap staat niet (meer) open.', instead());
  const mine = choices.filter(({ parties }) => roleAmong(parties, standing.subject) !== undefined);
  if (mine.length === 0) throw new CaseError('forbidden', 'Deze stap is niet aan u.', instead());
  const chosen = mine.find(({ outcomes }) => outcomes.some(({ id }) => id === outcome));
  if (chosen !== undefined) return chosen;
  const refused = notOffered(standing.chain, standing.state, { openStep, outcome });
  if (refused.code !== 'invalid-input') throw new CaseError(refused.code, refused.message, instead());
  const outcomes = mine.flatMap((each) => each.outcomes);
  throw new CaseError(refused.code, refused.message, {
    errors: [{ pointer: '/outcome', detail: `Kies uit: ${outcomes.map(({ id }) => id).join(', ')}.` }],
    allowed: outcomes,
  });
}

/** Who the form is about, where it must agree with them: as old as they are now, not when the form was opened. */
async function personFor(
  context: CaseContext,
  { chain, state, now }: Standing,
  { step }: Choosing,
): Promise<Person | undefined> {
  if (!asksForPerson(chain, stepOf(chain, step))) return undefined;
  return { age: await ageInCase(context, state.case, now) };
}

/** To answer an offer is no more than that: the form of a hand-off belongs to what became of it. */
function formFor(
  { chain }: Standing,
  { step }: Choosing,
  { outcome, form }: DecisionRequest,
  person: Person | undefined,
): CheckedForm {
  if (!isStageOutcome(outcome)) return checkForm(chain, step, stepOf(chain, step), outcome, form, person);
  if (form === undefined) return { data: null, proposed: undefined, kept: {} };
  throw new CaseError('invalid-input', 'Bij dit antwoord hoort geen formulier.', {
    errors: [{ pointer: '/form', detail: 'Laat form weg: het formulier komt bij een latere uitkomst.' }],
  });
}

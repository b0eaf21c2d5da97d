import { z } from 'zod';
import { permitCase } from '../access/permit.ts';
import type { Action } from '../engine/actions.ts';
import type { Fact } from '../engine/facts.ts';
import { followUpsOf } from '../engine/follow-ups.ts';
import { currentFact } from '../engine/migrate.ts';
import { correctionReasons } from '../language/define.ts';
import { readFacts } from '../reading/state-at.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { possibleNow, type Standing } from './look/action-view.ts';
import { relationsOf } from './look/relations.ts';
import { trailOf } from './look/trail.ts';
import { undoneIn } from './look/undone.ts';
import { text } from './resident/identity.ts';

const correctionSchema = z.strictObject({
  seq: z.int('Noem het nummer van het feit in het verloop (seq).').min(1).max(1_000_000),
  reason: z.enum(Object.keys(correctionReasons), `Kies uit: ${Object.keys(correctionReasons).join(', ')}.`),
  comment: text(2000).optional(),
});

/** Takes back a decision or event on which nothing was built. */
export const correct: Verb<z.infer<typeof correctionSchema>> = {
  deed: 'case.correct',
  schema: correctionSchema,
  unclear: 'De correctie is niet goed ingevuld.',
  prepare: async ({ db }, standing, { seq, reason, comment }) => {
    const stored = await readFacts(db, standing.state.case, standing.state.seq);
    insistOnLast(standing, stored.map(currentFact), seq);
    const { actor } = ownAction(standing, isCorrection);
    const filled = comment === undefined ? null : { step: 'correctie', data: { comment } };
    return { command: { kind: 'correct', actor, seq, reason, facts: stored }, filled, pointer: '/seq' };
  },
};

function isCorrection(action: Action): action is Extract<Action, { action: 'correct' }> {
  return action.action === 'correct';
}

/** @throws CaseError that says why this cannot be taken back: it is no decision, it was already, or others went on. */
function insistOnLast(standing: Standing, facts: readonly Fact[], seq: number): void {
  const { chain, state, subject } = standing;
  if (state.last?.seq === seq) return;
  const verdict = permitCase(relationsOf(chain, state, subject), 'case.trail');
  const content = verdict.allowed ? verdict.content : undefined;
  const shown = trailOf(chain, facts, subject, content ?? 'contribution').find((item) => item.seq === seq);
  const allowed = possibleNow(standing);
  if (shown === undefined || (shown.fact !== 'decided' && shown.fact !== 'happened')) {
    throw new CaseError('invalid-input', 'Dit nummer is geen beslissing of gebeurtenis in het verloop.', {
      errors: [{ pointer: '/seq', detail: 'Neem het nummer (seq) van een beslissing of gebeurtenis uit het verloop.' }],
      allowed,
    });
  }
  const { command } = facts.find((fact) => fact.seq === seq) ?? {};
  const begun = facts.filter((fact) => fact.seq >= seq && fact.command === command);
  const detail = undoneIn(facts).has(seq)
    ? 'Dit is al teruggedraaid.'
    : followUpsOf(chain, begun, state).length > 0
      ? 'Dit is niet meer terug te draaien: een gekoppeld traject is er al door veranderd. Neem een nieuwe beslissing.'
      : 'Dit is niet meer terug te draaien: er is al op verder gewerkt. Neem een nieuwe beslissing.';
  throw new CaseError('not-allowed-now', detail, { allowed });
}

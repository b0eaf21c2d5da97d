import { correctionReasons } from '../language/define.ts';
import type { Draft } from './draft.ts';
import type { Fact } from './facts.ts';
import type { Correct } from './messages.ts';
import { rebuildStored } from './migrate.ts';
import { mayAct } from './parties.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState } from './state.ts';
import { tick } from './tick.ts';

/** What a decision or an event can have changed, beside the open steps. Rounds stay: no opening has another's name. */
const RESTORED = [
  'kept',
  'contributors',
  'worked',
  'outcomes',
  'decidedAt',
  'taken',
  'anchors',
  'marks',
  'group',
  'payer',
  'consents',
  'parties',
  'arrived',
  'scheduled',
  'happened',
  'withheld',
] as const satisfies readonly (keyof CaseState)[];

/**
 * Takes back a decision or event on which nothing was built: the case stands as it stood before, and who was told
 * something hears that it no longer holds. What was recorded stays in the trail.
 */
export function correct(draft: Draft, command: Correct): void {
  const { seq, reason, actor } = command;
  const { state, chain, now } = draft;
  const { last } = state;
  if (last === null || last.seq !== seq) {
    throw new Refused('not-allowed-now', 'Dit is niet meer terug te draaien: er is al op verder gewerkt.');
  }
  const accountable = accountableOf(state);
  if (!mayAct([last, ...(accountable === null ? [] : [accountable])], actor)) {
    throw new Refused('forbidden', 'Terugdraaien kan alleen wie dit vastlegde, of wie de regie heeft.');
  }
  if (!Object.hasOwn(correctionReasons, reason)) throw new Refused('invalid-input', 'Deze reden is niet bekend.');
  const facts = storedFacts(command);
  const first = facts.findIndex((fact) => fact.command === last.command);
  const whole = first > 0 && isSame(tick(chain, rebuildStored(facts), now).state, state);
  if (!whole) throw new Refused('not-allowed-now', 'Het traject is intussen veranderd. Probeer het opnieuw.');
  const before = rebuildStored(facts.slice(0, first));
  draft.add({
    fact: 'corrected',
    undoes: seq,
    reason,
    actor,
    restores: { ...partsOf(before), ...openNow(before, state) },
  });
  const told = facts.slice(first).some((fact) => fact.command === last.command && fact.fact === 'informed');
  if (told) draft.inform(stepOf(facts, seq), 'gecorrigeerd');
}

/** They come from PostgreSQL, which holds what this case wrote; that they rebuild the case is checked. */
function storedFacts({ facts }: Correct): readonly Fact[] {
  return facts as readonly Fact[];
}

function partsOf(before: CaseState): Partial<CaseState> {
  return Object.fromEntries(RESTORED.map((part) => [part, before[part]]));
}

/** What stood open then; of what stands open still, as it is now. */
function openNow(before: CaseState, state: CaseState): Pick<CaseState, 'open'> {
  return { open: before.open.map((opened) => state.open.find(({ id }) => id === opened.id) ?? opened) };
}

function stepOf(facts: readonly Fact[], seq: number): string {
  const fact = facts.find((each) => each.seq === seq);
  return fact !== undefined && 'step' in fact && fact.step !== undefined ? fact.step : '';
}

/** Equal as data: what is absent is the same as what is undefined, and the order of names does not count. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)].map((entries) =>
    entries.filter(([, value]) => value !== undefined),
  );
  const others = new Map(right);
  return left?.length === right?.length && (left ?? []).every(([name, value]) => isSame(value, others.get(name)));
}

import { correctionReasons } from '../language/define.ts';
import type { Draft } from './draft.ts';
import type { Fact, Scheduled, Span } from './facts.ts';
import type { Correct } from './messages.ts';
import { rebuildStored } from './migrate.ts';
import { mayAct } from './parties.ts';
import { Refused } from './refused.ts';
import { rungAfterMove } from './ladder.ts';
import { accountableOf, type CaseState, type OpenStep, stopped } from './state.ts';
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
  'consentLost',
  'suspensions',
  'parties',
  'arrived',
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
  if (last.until !== undefined && now > last.until) {
    throw new Refused('not-allowed-now', 'Dit kon tot 24 uur na de melding. Maak zo nodig een nieuwe verwijzing.');
  }
  if (!Object.hasOwn(correctionReasons, reason)) throw new Refused('invalid-input', 'Deze reden is niet bekend.');
  const facts = storedFacts(command);
  const first = facts.findIndex((fact) => fact.seq === seq);
  const rebuilt = rebuiltFrom(facts);
  const whole = first > 0 && rebuilt !== undefined && isSame(tick(chain, rebuilt, now).state, state);
  if (!whole) throw new Refused('not-allowed-now', 'Het traject is intussen veranderd. Probeer het opnieuw.');
  const before = rebuildStored(facts.slice(0, first));
  const after = rebuildStored(facts.filter((fact) => fact.seq <= seq || fact.command === last.command));
  draft.add({
    fact: 'corrected',
    undoes: seq,
    reason,
    actor,
    restores: {
      ...partsOf(before),
      ...(before.silenced ? {} : unsilenced(after, before, now)),
      open: openAgain({ before, after, state, now }).map((opened) => toCome(before, opened, now)),
      scheduled: before.scheduled.map((each) => openingLater(before, each, now)),
    },
  });
  const told = facts.slice(first).find((fact) => fact.command === last.command && fact.fact === 'informed');
  if (told?.fact === 'informed') draft.inform(told.step, 'gecorrigeerd');
}

/** They come from PostgreSQL, which holds what this case wrote; that they rebuild the case is checked. */
function storedFacts({ facts }: Correct): readonly Fact[] {
  return facts as readonly Fact[];
}

/** Undefined when they are not the facts of a case. */
function rebuiltFrom(facts: readonly Fact[]): CaseState | undefined {
  try {
    return rebuildStored(facts);
  } catch {
    return undefined;
  }
}

function partsOf(before: CaseState): Partial<CaseState> {
  return Object.fromEntries(RESTORED.map((part) => [part, before[part]]));
}

/** A case that fell silent speaks again, in the pause in which it was. */
function unsilenced(after: CaseState, { status, suspensions }: CaseState, now: number): Partial<CaseState> {
  if (!after.silenced) return {};
  const waits = suspensions.map((each) =>
    each.to === null ? { ...each, untilAt: Math.max(each.untilAt, now + 1) } : each,
  );
  return { silenced: false, status, suspensions: waits };
}

interface Since {
  /** The case before what is taken back, right after it, and now. */
  readonly before: CaseState;
  readonly after: CaseState;
  readonly state: CaseState;
  readonly now: number;
}

/** What stood open then, with its own term. Who was reminded since, of what stands open still, is not reminded again. */
function openAgain({ before, after, state, now }: Since): readonly OpenStep[] {
  return before.open.map((was) => {
    const is = state.open.find(({ id }) => id === was.id);
    const quiet = isSame(
      is,
      after.open.find(({ id }) => id === was.id),
    );
    if (is === undefined || quiet) return was;
    const span = spanOf(was);
    if (isSame(span, spanOf(is))) return is;
    // The pause that it was in stops its own clock, whatever a date that was taken back did meanwhile.
    if (stopped(before, was)) return { ...is, ...span, rung: was.rung, late: was.late };
    return { ...is, ...span, rung: rungAfterMove(is.rung, span, is.openedAt, now), late: is.late && was.dueAt < now };
  });
}

function spanOf({ notBefore, aim, dueAt, moves, counts }: OpenStep): Span {
  return { notBefore, aim, dueAt, moves, counts };
}

/** What was due in the meantime is handled at once, by the next tick; what a pause stopped stays as it was. */
function toCome(before: CaseState, opened: OpenStep, now: number): OpenStep {
  if (stopped(before, opened)) return opened;
  return { ...opened, rung: { ...opened.rung, at: Math.max(opened.rung.at, now + 1) } };
}

function openingLater(before: CaseState, each: Scheduled, now: number): Scheduled {
  if (each.opensAt === null || stopped(before, each)) return each;
  return { ...each, opensAt: Math.max(each.opensAt, now + 1) };
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

import type { AnyChain, When } from '../language/define.ts';
import { localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDuration } from './calendar/duration.ts';
import type { Draft } from './draft.ts';
import type { Scheduled } from './facts.ts';
import type { Before } from './move-clocks.ts';
import { LIMIT, type Timed, timedBy } from './schedule.ts';
import { pausesSince, shiftedDay } from './shift.ts';
import { lengthOf, momentOf } from './span.ts';
import type { CaseState } from './state.ts';

/**
 * What time will open, as this version has it: at another moment, not at all, or newly, where that began to count and
 * its moment still lies ahead. What lies behind is not opened afterwards. `steps`: which ones are called otherwise now.
 */
export function reschedule(draft: Draft, before: Before, steps: Readonly<Record<string, string>>): void {
  const waiting = draft.state.scheduled.map((each, index) => [each, before.state.scheduled[index]] as const);
  for (const [each, was] of waiting) if (was !== undefined) again(draft, before, each, was);
  const known = new Set(keysOf(before.chain).map((key) => (Object.hasOwn(steps, key) ? steps[key] : key)));
  for (const key of keysOf(draft.chain)) if (!known.has(key)) anew(draft, key);
}

/** Every schedule that a chain can have: of a step that time opens, and of a limit. */
function keysOf(chain: AnyChain): readonly string[] {
  const limits = Object.keys(chain.limits ?? {}).map((name) => LIMIT + name);
  return [...Object.keys(chain.steps), ...limits].filter((key) => timedBy(chain, key, 0) !== undefined);
}

function again(draft: Draft, before: Before, { key, step, index }: Scheduled, was: Scheduled): void {
  const { state, chain, now } = draft;
  const timed = timedBy(chain, key, index);
  // What a later one of several counts from is not kept: it stays, and the one after it follows this version.
  if (timed !== undefined && !('length' in timed.when)) return;
  const moment = timed === undefined ? null : momentIn(state, timed, now);
  if (timed === undefined || (moment === null && 'since' in timed.when)) return draft.add({ fact: 'unscheduled', key });
  const old = timedBy(before.chain, was.key, index);
  const former = old === undefined ? null : momentIn(before.state, old, now);
  if (moment?.at === former?.at && timed.step === step) return;
  const opensAt = moment === null ? null : Math.max(moment.at, now + 1);
  draft.add({ fact: 'scheduled', key, step: timed.step, opensAt, moves: moment?.moves ?? false, index });
}

function anew(draft: Draft, key: string): void {
  const { state, chain, now } = draft;
  const began = beginningOf(draft, key);
  if (began === undefined || isNeedless(draft, key, began)) return;
  let at: number | null = null;
  for (let index = 0; ; index += 1) {
    const timed = timedBy(chain, key, index);
    if (timed === undefined) return;
    const { step, when, knob } = timed;
    const moment: ReturnType<typeof momentIn> =
      at === null || 'length' in when
        ? momentIn(state, timed, now)
        : { at: oneLater(state, step, when, knob, at), moves: true };
    if (moment === null || moment.at > now) {
      return draft.add({
        fact: 'scheduled',
        key,
        step,
        opensAt: moment?.at ?? null,
        moves: moment?.moves ?? false,
        index,
      });
    }
    at = moment.at;
  }
}

/** When it began to count: the opening or the decision that it hangs on; undefined where that has not been, or is over. */
function beginningOf({ state, chain }: Draft, key: string): number | undefined {
  if (key.startsWith(LIMIT)) {
    const limit = chain.limits?.[key.slice(LIMIT.length)];
    const from = limit === undefined ? undefined : state.decidedAt[limit.from];
    const until = limit?.until === undefined ? undefined : state.decidedAt[limit.until];
    return from === undefined || (until !== undefined && until >= from) ? undefined : from;
  }
  const step = chain.steps[key];
  if (step === undefined || step.kind === 'rule' || step.opens === undefined || 'on' in step.opens) return undefined;
  const { opens } = step;
  if ('from' in opens) return state.decidedAt[opens.from];
  return state.open.find((opened) => opened.step === opens.opening)?.openedAt;
}

/** Something has happened, or has opened or been decided since then, on which this step lapses. */
function isNeedless({ state, chain }: Draft, key: string, began: number): boolean {
  const step = chain.steps[key];
  const names = step === undefined || step.kind === 'rule' ? [] : (step.lapsesOn ?? []);
  return names.some(
    (name) =>
      state.happened.includes(name) ||
      (state.decidedAt[name] ?? Number.NEGATIVE_INFINITY) > began ||
      state.open.some((opened) => opened.step === name && opened.openedAt >= began),
  );
}

/** When that is, with the pauses since what it counts from; null while its day is not known. */
function momentIn(state: CaseState, { step, when, knob }: Timed, now: number): { at: number; moves: boolean } | null {
  const moment = momentOf(when, { state, step, variant: {}, openedAt: now }, knob);
  const base = 'since' in when ? state.decidedAt[when.since] : undefined;
  if (moment === null || !moment.moves || base === undefined) return moment;
  const at = pausesSince(state, base).reduce((day, [began, resumed]) => shiftedDay(day, began, resumed), moment.at);
  return { ...moment, at };
}

/** The next time of something that recurs. */
function oneLater({ knobs }: CaseState, step: string, when: When, knob: string, at: number): number {
  const length = lengthOf('length' in when ? when.length : when, knobs[`${step}.${knob}`]?.value);
  return startOfLocalDay(addDuration(localDateOf(at), length));
}

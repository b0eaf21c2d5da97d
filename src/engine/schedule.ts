import type { AnyChain, Moment, Trigger, When } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { stepOf } from './holders.ts';
import { momentOf, type Reading } from './span.ts';

/** A limit is scheduled under its own name, behind this. */
export const LIMIT = 'limit:';

/** Every step that time opens, with what opens it. */
function triggersOf(draft: Draft): readonly (readonly [step: string, trigger: Trigger])[] {
  return Object.entries(draft.chain.steps).flatMap(([id, step]) =>
    step.kind === 'rule' || step.opens === undefined ? [] : [[id, step.opens] as const],
  );
}

/** Notes the moments that begin to run when a step opens, or when it is decided: triggers and limits. */
export function scheduleFrom(draft: Draft, step: string, moment: 'opening' | 'decision'): void {
  for (const [id, trigger] of triggersOf(draft)) {
    if (moment === 'opening' && 'opening' in trigger && trigger.opening === step) note(draft, id, id, trigger.at, 0);
    if (moment === 'decision' && 'from' in trigger && trigger.from === step) next(draft, id, 0);
  }
  if (moment === 'opening') return;
  reread(draft, (at) => 'since' in at && at.since === step);
  for (const [id, limit] of Object.entries(draft.chain.limits ?? {})) {
    const key = `${LIMIT}${id}`;
    if (limit.until === step && draft.state.scheduled.some((each) => each.key === key)) {
      draft.add({ fact: 'unscheduled', key });
    }
    if (limit.from === step) next(draft, key, 0);
  }
}

/** After a recurring step was opened by time, its next moment. */
export function scheduleNext(draft: Draft, key: string, index: number): void {
  const step = Object.hasOwn(draft.chain.steps, key) ? stepOf(draft.chain, key) : undefined;
  if (step === undefined || step.kind === 'rule' || step.opens === undefined) return;
  if ('from' in step.opens) next(draft, key, index + 1);
}

function next(draft: Draft, key: string, index: number): void {
  const timed = timedBy(draft.chain, key, index);
  if (timed !== undefined) note(draft, key, timed.step, timed.when, index, timed.knob);
}

/** What opens a step at a moment: which step that is, when, and the knob under which a place may set it. */
export interface Timed {
  readonly step: string;
  readonly when: When;
  readonly knob: string;
}

/** What a chain says of one of several moments of a schedule; undefined when it knows no such schedule, or no more. */
export function timedBy(chain: AnyChain, key: string, index: number): Timed | undefined {
  const name = key.startsWith(LIMIT) ? key.slice(LIMIT.length) : undefined;
  if (name !== undefined) {
    const limit = Object.hasOwn(chain.limits ?? {}, name) ? chain.limits?.[name] : undefined;
    if (limit === undefined) return undefined;
    return { step: limit.opens, when: { since: limit.from, length: limit.within }, knob: 'limit' };
  }
  const step = Object.hasOwn(chain.steps, key) ? chain.steps[key] : undefined;
  if (step === undefined || step.kind === 'rule' || step.opens === undefined || 'on' in step.opens) return undefined;
  const { opens } = step;
  if ('at' in opens) return { step: key, when: opens.at, knob: 'opens' };
  if ('every' in opens) {
    const when = index === 0 ? { since: opens.from, length: opens.every } : opens.every;
    return { step: key, when, knob: 'opens' };
  }
  const length = opens.after[index];
  const knob = opens.after.length === 1 ? 'opens' : `opens.${index + 1}`;
  return length === undefined ? undefined : { step: key, when: { since: opens.from, length }, knob };
}

/** Dates have changed: every schedule that hangs on one is read again. */
export function rereadSchedules(draft: Draft): void {
  reread(draft, (at) => !('since' in at));
}

function reread(draft: Draft, hangsOn: (at: Moment) => boolean): void {
  for (const { key, step, index } of draft.state.scheduled) {
    const trigger = triggersOf(draft).find(([id]) => id === key)?.[1];
    if (trigger !== undefined && 'at' in trigger && hangsOn(trigger.at)) note(draft, key, step, trigger.at, index);
  }
}

/** Always a moment to come: what should have been open already is opened at once, by the next tick. */
function note(draft: Draft, key: string, step: string, when: When, index: number, knob = 'opens'): void {
  const reading: Reading = { state: draft.state, step, variant: {}, openedAt: draft.now };
  const moment = momentOf(when, reading, knob);
  const opensAt = moment === null ? null : Math.max(moment.at, draft.now + 1);
  const known = draft.state.scheduled.find((each) => each.key === key);
  if (known !== undefined && known.opensAt === opensAt && known.index === index) return;
  draft.add({ fact: 'scheduled', key, step, opensAt, moves: moment?.moves ?? false, index });
}

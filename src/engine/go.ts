import { lackOf, type PlainTarget, presenceKnob, type Target } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { endCase, leaveGroup } from './end-case.ts';
import { obstacleTo } from './guards.ts';
import { stepOf } from './holders.ts';
import { openStep, type Way } from './open.ts';
import { reconsiderPayer } from './payer.ts';
import { scheduleFrom } from './schedule.ts';
import type { CaseState } from './state.ts';

/** From which step and in which branch a case goes on, and to which organisation an offer goes. */
export interface From {
  readonly step: string;
  readonly branch: string;
  readonly to?: string | undefined;
}

const NONE = {} as const;

/** Takes a case to a target: opens steps, counts a gap and goes on at its fallback, leaves the branch, or ends the case. */
export function go(draft: Draft, from: From, target: Target): void {
  const resolved = resolveTarget(target, draft.state);
  if (typeof resolved !== 'string' && 'all' in resolved) {
    // The branches beside it first: a join must see them.
    const [first, ...others] = resolved.all;
    for (const other of others) goTo(draft, { ...from, branch: `${from.branch}/${stepIn(other)}` }, other);
    if (first !== undefined) goTo(draft, from, first);
  } else goTo(draft, from, resolved);
  if (!draft.ended) settleJoins(draft);
}

function goTo(draft: Draft, from: From, target: PlainTarget): void {
  if (draft.ended) return;
  const { branch, to } = from;
  if (typeof target === 'string') return enter(draft, target, { branch, variant: NONE, to });
  if ('step' in target) return enter(draft, target.step, { branch, variant: given(target.with), to });
  if ('gap' in target) {
    draft.add({ fact: 'gap', step: from.step, gap: target.gap });
    return enter(draft, target.fallback, { branch, variant: NONE, to });
  }
  if ('end' in target) return endCase(draft, target.end);
}

function given(variant: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variant).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Comes to a step, or to its fallback where the place lacks it: waits for the branches that join there, decides a rule, passes a terugkoppeling, or opens. */
export function enter(draft: Draft, id: string, arriving: Way): void {
  const lack = lackedHere(draft, id);
  if (lack !== undefined) {
    draft.add({ fact: 'gap', step: id, gap: lack.gap });
    const { branch, held } = arriving;
    return enter(draft, lack.fallback, { branch, variant: NONE, ...(held === undefined ? {} : { held }) });
  }
  const step = stepOf(draft.chain, id);
  if (step.join !== undefined && liveIn(draft.state, step.join, arriving.branch)) {
    const { branch, variant } = arriving;
    return draft.add({ fact: 'arrived', step: id, branch, variant });
  }
  const way = together(draft, id, arriving);
  lapseFor(draft, id);
  // Who waits for a group is in none, also not in one that has finished.
  if (draft.chain.group?.waits === id) leaveGroup(draft);
  if (step.kind === 'rule') {
    const holds = step.decides.find(({ when, outcome }) => !obstacleTo({ when }, choosing(draft, id, outcome)));
    const outcome = holds?.outcome ?? step.otherwise;
    draft.add({ fact: 'ruled', step: id, outcome, rule: step.rule, version: step.version });
    reconsiderPayer(draft);
    scheduleFrom(draft, id, 'decision');
    const chosen = step.outcomes[outcome];
    if (chosen === undefined) throw new Error(`rule ${step.rule} has no outcome ${outcome}`);
    draft.inform(id, chosen.inform);
    return go(draft, { step: id, branch: way.branch }, chosen.to);
  }
  if (step.kind === 'inform') {
    openOnce(draft, id, { ...way, branch: `${way.branch}/${id}` });
    const [after] = Object.values(step.outcomes);
    if (after !== undefined) go(draft, { step: id, branch: way.branch }, after.to);
    return;
  }
  if (step.each === undefined) return openOnce(draft, id, way);
  const items = (draft.state.kept[step.each] ?? '').split(',').filter((item) => item !== '');
  const base = headOf(way.branch) === id ? way.branch : `${way.branch}/${id}`;
  for (const item of items) openOnce(draft, id, { ...way, branch: `${base}#${item}`, item });
}

/** What this case does instead of a step that its place lacks. */
function lackedHere({ chain, state }: Draft, step: string): ReturnType<typeof lackOf> {
  return state.knobs[presenceKnob(step)]?.value === 'nee' ? lackOf(chain, step) : undefined;
}

/** Branches that waited here go on as one, in the branch that the others left. */
function together(draft: Draft, id: string, way: Way): Way {
  const waited = draft.state.arrived.filter((arrival) => arrival.step === id);
  if (waited.length === 0) return way;
  draft.add({ fact: 'joined', step: id });
  return { ...way, branch: waited.reduce((a, { branch: b }) => (b.length < a.length ? b : a), way.branch) };
}

function choosing(draft: Draft, step: string, outcome: string): Parameters<typeof obstacleTo>[1] {
  return { chain: draft.chain, state: draft.state, step, outcome, today: draft.today };
}

/** Opening a step that is open already changes nothing: the branch that came to it ends there. */
function openOnce(draft: Draft, id: string, way: Way): void {
  const { open, withheld } = draft.state;
  if ([...open, ...withheld.open].some((opened) => opened.step === id && opened.item === way.item)) return;
  openStep(draft, id, way);
}

/** What this step, or this event, makes needless. */
export function lapseFor(draft: Draft, name: string): void {
  const { open, scheduled, withheld } = draft.state;
  for (const opened of [...open, ...withheld.open]) {
    if (lapsesOn(draft, opened.step, name)) draft.add({ fact: 'lapsed', step: opened.step, openStep: opened.id });
  }
  for (const { key } of [...scheduled, ...withheld.scheduled]) {
    if (lapsesOn(draft, key, name)) draft.add({ fact: 'unscheduled', key });
  }
}

function lapsesOn(draft: Draft, id: string, name: string): boolean {
  const step = id !== name && Object.hasOwn(draft.chain.steps, id) ? draft.chain.steps[id] : undefined;
  return step !== undefined && step.kind !== 'rule' && (step.lapsesOn ?? []).includes(name);
}

/** Opens the steps at which branches wait, once nothing is left to wait for. */
export function settleJoins(draft: Draft): void {
  for (let arrival = ready(draft); arrival !== undefined; arrival = ready(draft)) {
    const { step, variant, branch } = arrival;
    enter(draft, step, { branch, variant });
    if (draft.ended) return;
  }
}

function ready(draft: Draft): CaseState['arrived'][number] | undefined {
  return draft.state.arrived.find(({ step, branch }) => {
    const { join } = stepOf(draft.chain, step);
    return join === undefined || !liveIn(draft.state, join, branch);
  });
}

/** Whether a branch of the list, another than this one, still has something open. */
function liveIn(state: CaseState, join: readonly string[], branch: string): boolean {
  const live = [...state.open, ...state.withheld.open];
  return live.some((opened) => opened.branch !== branch && join.includes(headOf(opened.branch)));
}

/** The step with which a branch began: 'visus' of one item does not count. */
function headOf(branch: string): string {
  const last = branch.slice(branch.lastIndexOf('/') + 1);
  return last.split('#')[0] ?? last;
}

function stepIn(target: string | { readonly step: string }): string {
  return typeof target === 'string' ? target : target.step;
}

/** The target that holds in this place, by the knobs that the case started with. */
export function resolveTarget(target: Target, state: CaseState): Exclude<Target, { byKnob: string }> {
  if (typeof target === 'string' || !('byKnob' in target)) return target;
  const value = state.knobs[target.byKnob]?.value ?? '';
  const chosen = target.cases[value];
  if (chosen === undefined) throw new Error(`knob ${target.byKnob} has no target for ${value}`);
  return chosen;
}

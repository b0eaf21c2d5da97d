import type { AllTarget, HeldStep, Phase, PlainTarget, Step, Target, Trigger } from './define.ts';

/** Everywhere that a target may lead, whatever the switches say. */
export function targetsOf(target: Target): readonly PlainTarget[] {
  if (typeof target === 'string') return [target];
  if ('byKnob' in target) return Object.values(target.cases);
  return 'all' in target ? target.all : [target];
}

/** Where the branch itself may go on: of several steps at once only the first. */
export function onwardOf(target: Target): readonly PlainTarget[] {
  return isAll(target) ? target.all.slice(0, 1) : targetsOf(target);
}

/** The steps with which branches of their own begin. */
export function besideOf(target: Target): readonly string[] {
  return isAll(target) ? target.all.slice(1).flatMap((each) => stepAfter(each) ?? []) : [];
}

/** The step that a target opens; undefined for an end, and for a branch that is done. */
export function stepAfter(target: PlainTarget): string | undefined {
  if (typeof target === 'string') return target;
  if ('step' in target) return target.step;
  return 'gap' in target ? target.fallback : undefined;
}

export function isAll(target: Target): target is AllTarget {
  return typeof target !== 'string' && 'all' in target;
}

export function endingOf(target: PlainTarget): string | undefined {
  return typeof target !== 'string' && 'end' in target ? target.end : undefined;
}

export function leaves(target: PlainTarget): boolean {
  return typeof target !== 'string' && 'leave' in target;
}

export function isHeld(step: Step): step is HeldStep {
  return step.kind !== 'rule';
}

/** What opens a step other than an outcome; undefined when nothing does. */
export function triggerOf(step: Step): Trigger | undefined {
  return isHeld(step) ? step.opens : undefined;
}

/** The roles of which one holds a step; none for a rule. */
export function rolesOf(step: Step): readonly string[] {
  if (!isHeld(step)) return [];
  return typeof step.by === 'string' ? [step.by] : step.by;
}

/** The roles of which one is regiehouder in a phase. */
export function regieOf({ regie }: Phase): readonly string[] {
  return typeof regie === 'string' ? [regie] : regie;
}

export function formOf(step: Step): string | undefined {
  return step.kind === 'assess' || step.kind === 'handoff' ? step.form : undefined;
}

/** The codes that the case remembers of a step. */
export function keepsOf(step: Step): readonly string[] {
  return step.kind === 'assess' || step.kind === 'handoff' ? (step.keeps ?? []) : [];
}

import type { AnyChain, Outcome, Step } from '../define.ts';
import { keepsOf } from '../targets.ts';

/** The names that a table does not have. What every object has does not count. */
export function unknown(names: readonly string[], known: object): string[] {
  return names.filter((name) => !Object.hasOwn(known, name));
}

/** `there is no step bgin`, for each that is not there. */
export function missingSteps(chain: AnyChain, steps: readonly string[]): string[] {
  return unknown(steps, chain.steps).map((step) => `there is no step ${step}`);
}

export function missingRoles(chain: AnyChain, roles: readonly string[]): string[] {
  return unknown(roles, chain.roles).map((role) => `role ${role} has no label`);
}

export function missingMilestones(chain: AnyChain, milestones: readonly string[]): string[] {
  return unknown(milestones, chain.milestones).map((milestone) => `there is no milestone ${milestone}`);
}

export function missingAnchors(chain: AnyChain, anchors: readonly string[]): string[] {
  return unknown(anchors, chain.anchors ?? {}).map((anchor) => `there is no anchor ${anchor}`);
}

export function missingCodes(chain: AnyChain, codes: readonly string[]): string[] {
  const kept = new Set(Object.values(chain.steps).flatMap(keepsOf));
  return codes.filter((code) => !kept.has(code)).map((code) => `no step keeps the code ${code}`);
}

export interface NamedOutcome {
  readonly step: Step;
  readonly outcome: Outcome;
  /** `step begin, outcome ja`: how a line about it starts. */
  readonly where: string;
}

/** Every outcome of every step. */
export function outcomesOf(chain: AnyChain): readonly NamedOutcome[] {
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    Object.entries(step.outcomes).map(([name, outcome]) => ({ step, outcome, where: `step ${id}, outcome ${name}` })),
  );
}

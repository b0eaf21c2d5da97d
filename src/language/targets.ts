import type { PlainTarget, Target } from './define.ts';

/** Everywhere that a target may lead, whatever the switches say. */
export function targetsOf(target: Target): readonly PlainTarget<string, string>[] {
  if (typeof target === 'string' || !('byKnob' in target)) return [target];
  return Object.values(target.cases);
}

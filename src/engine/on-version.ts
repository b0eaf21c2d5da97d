import type { FactBody, Scheduled } from './facts.ts';
import type { CaseState, OpenStep } from './state.ts';

type Moved = Extract<FactBody, { fact: 'moved' }>;

/**
 * A case as it stands on another version of its chain: what it holds under the name of a step has that step's new
 * name. An opening keeps its id, for people have it in hand; consents, kept codes, rounds and counters stay.
 */
export function onVersion(state: CaseState, { to, knobs, parties, steps }: Moved): CaseState {
  const named = (step: string): string => (Object.hasOwn(steps, step) ? (steps[step] ?? step) : step);
  const branch = (path: string): string =>
    path
      .split('/')
      .map((part) => headNamed(part, named))
      .join('/');
  const opened = (step: OpenStep): OpenStep => ({ ...step, step: named(step.step), branch: branch(step.branch) });
  const waiting = (each: Scheduled): Scheduled => ({ ...each, key: named(each.key), step: named(each.step) });
  const { withheld } = state;
  return {
    ...state,
    version: to,
    knobs,
    parties: { ...parties, ...state.parties },
    rounds: byName(state.rounds, named),
    outcomes: byName(state.outcomes, named),
    decidedAt: byName(state.decidedAt, named),
    taken: byName(state.taken, (name) => outcomeNamed(name, named)),
    arrived: state.arrived.map((each) => ({ ...each, step: named(each.step), branch: branch(each.branch) })),
    open: state.open.map(opened),
    scheduled: state.scheduled.map(waiting),
    withheld: { ...withheld, open: withheld.open.map(opened), scheduled: withheld.scheduled.map(waiting) },
  };
}

type Named = (step: string) => string;

function byName<V>(table: Readonly<Record<string, V>>, named: Named): Record<string, V> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [named(name), value]));
}

/** One part of a branch: the step that it began with, and which item of several. */
function headNamed(part: string, named: Named): string {
  const at = part.indexOf('#');
  return at < 0 ? named(part) : named(part.slice(0, at)) + part.slice(at);
}

/** As `taken` counts: `step.outcome`. */
function outcomeNamed(name: string, named: Named): string {
  const at = name.indexOf('.');
  return named(name.slice(0, at)) + name.slice(at);
}

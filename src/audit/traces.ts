import { grouped } from './grouped.ts';

/** Something that happened in a case. `at` is in milliseconds since 1970. */
export interface LoggedEvent {
  readonly case: string;
  readonly activity: string;
  readonly at: number;
  readonly resource?: string;
  /** Where a log tells begin and end of one activity apart: which activity this belongs to, and which of both it is. */
  readonly instance?: string;
  readonly stage?: 'start' | 'complete';
}

export interface Trace {
  readonly case: string;
  /** In order of time; events of one moment in the order of the log. */
  readonly events: readonly LoggedEvent[];
}

/** The cases of a log, in order of their first event in it. */
export function tracesOf(events: readonly LoggedEvent[]): readonly Trace[] {
  const byCase = grouped(events, (event) => event.case);
  return [...byCase].map(([id, own]) => ({ case: id, events: own.toSorted((a, b) => a.at - b.at) }));
}

/** From the first event to the last, in milliseconds. */
export function throughputOf({ events }: Trace): number {
  return (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0);
}

/** Of each activity that is told by begin and end, only its begin; every other event as it is. */
export function instancesOf({ events }: Trace): readonly LoggedEvent[] {
  const seen = new Set<string>();
  return events.filter(({ instance }) => {
    if (instance === undefined) return true;
    const isNew = !seen.has(instance);
    seen.add(instance);
    return isNew;
  });
}

export interface Variant {
  readonly activities: readonly string[];
  readonly cases: number;
}

/** The ways in which cases went, the most common first; of equally common ones the one that came first. */
export function variantsOf(traces: readonly Trace[]): readonly Variant[] {
  const ways = new Map<string, { activities: readonly string[]; cases: number }>();
  for (const trace of traces) {
    const activities = instancesOf(trace).map(({ activity }) => activity);
    const name = JSON.stringify(activities);
    const known = ways.get(name);
    if (known === undefined) ways.set(name, { activities, cases: 1 });
    else known.cases += 1;
  }
  return [...ways.values()].toSorted((a, b) => b.cases - a.cases);
}

/** How many cases went exactly in this way: one activity more or less is a deviation. */
export function conforming(traces: readonly Trace[], way: readonly string[]): number {
  const name = JSON.stringify(way);
  return traces.filter((trace) => JSON.stringify(instancesOf(trace).map(({ activity }) => activity)) === name).length;
}

export interface Rework {
  /** In how many cases any activity came again, and per activity in how many it did. */
  readonly cases: number;
  readonly activities: Readonly<Record<string, number>>;
}

/** Which activities came again in one case; the most common first. */
export function reworkOf(traces: readonly Trace[]): Rework {
  const counts = new Map<string, number>();
  let cases = 0;
  for (const trace of traces) {
    const seen = new Set<string>();
    const again = new Set<string>();
    for (const { activity } of instancesOf(trace)) (seen.has(activity) ? again : seen).add(activity);
    for (const activity of again) counts.set(activity, (counts.get(activity) ?? 0) + 1);
    cases += again.size > 0 ? 1 : 0;
  }
  return { cases, activities: Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a)) };
}

import { type Summary, summaryOf } from './quantiles.ts';
import { instancesOf, type LoggedEvent, type Trace } from './traces.ts';

export interface Follows extends Summary {
  readonly from: string;
  readonly to: string;
}

/** Which activity follows directly on which, how often, and after how long (milliseconds); the most common first. */
export function followsOf(traces: readonly Trace[]): readonly Follows[] {
  return edgesOf(traces, ({ activity }) => activity);
}

/** Who hands over to whom: the resource of an event and of the next one, also when that is the same. */
export function handoversOf(traces: readonly Trace[]): readonly Follows[] {
  return edgesOf(traces, ({ resource }) => resource);
}

function edgesOf(traces: readonly Trace[], of: (event: LoggedEvent) => string | undefined): readonly Follows[] {
  const edges = new Map<string, { from: string; to: string; after: number[] }>();
  for (const trace of traces) {
    const events = instancesOf(trace);
    for (const [index, event] of events.entries()) {
      const before = events[index - 1];
      if (before === undefined) continue;
      const [from, to] = [of(before), of(event)];
      if (from === undefined || to === undefined) continue;
      const name = JSON.stringify([from, to]);
      const edge = edges.get(name) ?? { from, to, after: [] };
      edge.after.push(event.at - before.at);
      edges.set(name, edge);
    }
  }
  return [...edges.values()]
    .flatMap(({ from, to, after }) => {
      const summary = summaryOf(after);
      return summary === null ? [] : [{ from, to, ...summary }];
    })
    .toSorted((a, b) => b.n - a.n);
}

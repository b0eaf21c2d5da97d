import { type Summary, summaryOf } from './quantiles.ts';
import { instancesOf, type LoggedEvent, type Trace } from './traces.ts';

/** One thing directly after another; the summary is of how long that took, in seconds. */
export interface Follows extends Summary {
  readonly from: string;
  readonly to: string;
}

/** How many pairs there are, and the most common of them. */
export interface Pairs {
  readonly pairs: number;
  readonly edges: readonly Follows[];
}

const MOST_SHOWN = 1000;

/** Which activity follows directly on which, how often, and after how long; the 1,000 most common, most first. */
export function followsOf(traces: readonly Trace[]): Pairs {
  return pairsOf(traces, ({ activity }) => activity);
}

/** Who hands over to whom: the resource of an event and of the next one, also when that is the same. */
export function handoversOf(traces: readonly Trace[]): Pairs {
  return pairsOf(traces, ({ resource }) => resource);
}

function pairsOf(traces: readonly Trace[], of: (event: LoggedEvent) => string | undefined): Pairs {
  const edges = new Map<string, Map<string, number[]>>();
  for (const trace of traces) {
    let before: LoggedEvent | undefined;
    for (const event of instancesOf(trace)) {
      const [from, to] = [before === undefined ? undefined : of(before), of(event)];
      if (before !== undefined && from !== undefined && to !== undefined) {
        edgeIn(edges, from, to).push((event.at - before.at) / 1000);
      }
      before = event;
    }
  }
  const all = [...edges].flatMap(([from, byNext]) => [...byNext].map(([to, after]) => ({ from, to, after })));
  const most = all.toSorted((a, b) => b.after.length - a.after.length).slice(0, MOST_SHOWN);
  return {
    pairs: all.length,
    edges: most.flatMap(({ from, to, after }) => {
      const summary = summaryOf(after);
      return summary === null ? [] : [{ from, to, ...summary }];
    }),
  };
}

function edgeIn(edges: Map<string, Map<string, number[]>>, from: string, to: string): number[] {
  const byNext = edges.get(from) ?? new Map<string, number[]>();
  edges.set(from, byNext);
  const after = byNext.get(to) ?? [];
  byNext.set(to, after);
  return after;
}

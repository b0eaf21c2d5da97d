import { grouped } from '../grouped.ts';

/** What the flows of a period say of the moments before and after it. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** One tells the other; or both together tell a flow that is not shown. */
  readonly kind: 'together' | 'apart';
}

/**
 * Which moments stay shown: all that tell each other or none, and of two runs that together tell too much the longest.
 */
export function shownTogether(
  moments: readonly string[],
  shown: ReadonlySet<string>,
  edges: readonly Edge[],
): ReadonlySet<string> {
  const leaders = new Map(moments.map((each) => [each, each]));
  const leaderOf = (moment: string): string => {
    const leader = leaders.get(moment) ?? moment;
    return leader === moment ? moment : leaderOf(leader);
  };
  for (const { from, to, kind } of edges) if (kind === 'together') leaders.set(leaderOf(from), leaderOf(to));
  const runs = [...grouped(moments, leaderOf)].filter(([, run]) => run.every((each) => shown.has(each)));
  const apart = edges
    .filter(({ kind }) => kind === 'apart')
    .map(({ from, to }) => [leaderOf(from), leaderOf(to)] as const);
  const kept = new Set<string>();
  for (const [leader] of runs.toSorted(([, a], [, b]) => b.length - a.length)) {
    const isTold = apart.some(([from, to]) => (from === leader && kept.has(to)) || (to === leader && kept.has(from)));
    if (!isTold) kept.add(leader);
  }
  return new Set(moments.filter((each) => kept.has(leaderOf(each))));
}

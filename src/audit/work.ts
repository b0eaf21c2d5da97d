import { grouped } from './grouped.ts';
import type { Trace } from './traces.ts';

interface Span {
  readonly resource: string | undefined;
  readonly from: number;
  readonly until: number;
}

/** What is told by begin and end, of one case. */
function spansOf({ events }: Trace): readonly Span[] {
  const byInstance = grouped(
    events.filter(({ instance }) => instance !== undefined),
    ({ instance }) => instance,
  );
  return [...byInstance.values()].flatMap((own) => {
    const [from, until] = [own[0], own.at(-1)];
    return from === undefined || until === undefined
      ? []
      : [{ resource: from.resource, from: from.at, until: until.at }];
  });
}

/** How long people were at work on a case: the sum of its activities, in milliseconds (bupaR: processing time). */
export function processingOf(trace: Trace): number {
  return spansOf(trace).reduce((total, { from, until }) => total + until - from, 0);
}

/** Per resource how long it was at work on nothing, between its first and its last activity (bupaR: idle time). */
export function idleOf(traces: readonly Trace[]): Readonly<Record<string, number>> {
  const byResource = grouped(
    traces.flatMap(spansOf).filter(({ resource }) => resource !== undefined),
    ({ resource }) => resource ?? '',
  );
  return Object.fromEntries([...byResource].map(([resource, spans]) => [resource, idleIn(spans)]));
}

function idleIn(spans: readonly Span[]): number {
  let idle = 0;
  let busyUntil: number | null = null;
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    if (busyUntil !== null && from > busyUntil) idle += from - busyUntil;
    busyUntil = Math.max(busyUntil ?? until, until);
  }
  return idle;
}

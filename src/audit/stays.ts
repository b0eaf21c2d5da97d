import { DAY_MS } from './days.ts';
import { type Flow, flowOf } from './flow.ts';
import { type Summary, summaryOf } from './quantiles.ts';
import { kaplanMeier, type Quantile, quantileOf, survivalAt } from './survival.ts';
import type { Trace } from './traces.ts';

const SHARES = { p25: 0.25, p50: 0.5, p75: 0.75, p80: 0.8, p90: 0.9 } as const;
const DAYS = [1, 7, 14, 30, 60, 90, 180, 365] as const;

type Share = keyof typeof SHARES;

/** From begin to end in days, with cases that still ran at `asOf` counted as running (Kaplan-Meier, 95 %). */
export interface Throughput extends Readonly<Record<Share, Quantile>> {
  readonly unit: 'days';
  readonly n: number;
  readonly ended: number;
  readonly open: number;
  /** The share that still ran after so many days. */
  readonly survival: Readonly<Record<string, number>>;
}

/** A case counts when it began before `asOf`, and has ended when its last event is not after it; null: all have ended. */
export function throughputAt(traces: readonly Trace[], asOf: number | null): Throughput {
  const cut = asOf ?? Number.POSITIVE_INFINITY;
  const begun = traces.map(stayOf).filter((stay) => stay.in < cut);
  const survival = kaplanMeier(
    begun.map((stay) => ({ time: (Math.min(stay.out, cut) - stay.in) / DAY_MS, ended: stay.out <= cut })),
  );
  const at = (share: Share): Quantile => quantileOf(survival, SHARES[share]);
  return {
    unit: 'days',
    n: survival.n,
    ended: survival.ended,
    open: survival.n - survival.ended,
    p25: at('p25'),
    p50: at('p50'),
    p75: at('p75'),
    p80: at('p80'),
    p90: at('p90'),
    survival: Object.fromEntries(DAYS.map((day) => [`${day}`, survivalAt(survival, day)])),
  };
}

/** Of cases that ran at `asOf`: days since their first event, and since their last. */
export interface Running {
  readonly age: Summary | null;
  readonly silence: Summary | null;
}

/** What `Running` says; without a moment there is nothing to say. */
export function runningAt(traces: readonly Trace[], asOf: number | null): Running {
  if (asOf === null) return { age: null, silence: null };
  const open = traces.filter((trace) => stayOf(trace).in < asOf && stayOf(trace).out > asOf);
  const silentSince = ({ events }: Trace): number => events.findLast(({ at }) => at <= asOf)?.at ?? asOf;
  return {
    age: summaryOf(open.map((trace) => (asOf - stayOf(trace).in) / DAY_MS)),
    silence: summaryOf(open.map((trace) => (asOf - silentSince(trace)) / DAY_MS)),
  };
}

/** A flow, and between which moments (ISO 8601 in UTC; `until` is not in it). */
export interface FlowWithin extends Flow {
  readonly from: string;
  readonly until: string;
}

/** The flow in [from, until); null says: from the first event, until just after the last. Null when no time lies between. */
export function flowWithin(traces: readonly Trace[], from: number | null, until: number | null): FlowWithin | null {
  const stays = traces.map(stayOf);
  const first = stays.reduce((least, stay) => Math.min(least, stay.in), Number.POSITIVE_INFINITY);
  const last = stays.reduce((most, stay) => Math.max(most, stay.out), Number.NEGATIVE_INFINITY);
  const [begin, end] = [from ?? first, until ?? last + 1];
  if (end - begin <= 1) return null;
  return {
    from: new Date(begin).toISOString(),
    until: new Date(end).toISOString(),
    ...flowOf(stays, begin, end),
  };
}

function stayOf({ events }: Trace): { readonly in: number; readonly out: number } {
  return { in: events[0]?.at ?? 0, out: events.at(-1)?.at ?? 0 };
}

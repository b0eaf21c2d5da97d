import { followsOf, handoversOf, type Follows } from './follows.ts';
import { type Flow, flowOf } from './flow.ts';
import { quantile, type Summary, summaryOf } from './quantiles.ts';
import { kaplanMeier, type Quantile, quantileOf, survivalAt } from './survival.ts';
import { conforming, type LoggedEvent, reworkOf, throughputOf, type Trace, tracesOf, variantsOf } from './traces.ts';
import { idleOf, processingOf } from './work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SHARES = { p25: 0.25, p50: 0.5, p75: 0.75, p80: 0.8, p90: 0.9 } as const;
const DAYS = [1, 7, 14, 30, 60, 90, 180, 365] as const;
const MOST_SHOWN = 10;

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

export interface LogFigures {
  readonly counts: {
    readonly cases: number;
    readonly events: number;
    readonly activities: number;
    readonly variants: number;
  };
  readonly asOf: string | null;
  readonly throughput: Throughput;
  /** From the first event to the last of every case in the log, in seconds, whether it was done or not. */
  readonly spans: Summary | null;
  /** Of cases that ran at `asOf`: days since their first event, and since their last. */
  readonly running: { readonly age: Summary | null; readonly silence: Summary | null };
  /** What came, went and was there between the first event and `asOf`. */
  readonly flow: Flow | null;
  readonly variants: readonly {
    readonly activities: readonly string[];
    readonly cases: number;
    readonly share: number;
  }[];
  /** How many cases went exactly as the most common variant. */
  readonly conformance: { readonly cases: number; readonly share: number };
  readonly rework: { readonly cases: number; readonly activities: Readonly<Record<string, number>> };
  readonly follows: { readonly pairs: number; readonly most: readonly Follows[] };
  readonly handovers: { readonly pairs: number; readonly most: readonly Follows[] };
  /** Only of a log that tells begin and end: days at work per case, and days idle per resource. */
  readonly work: { readonly processing: Summary | null; readonly idle: Readonly<Record<string, number>> };
}

/**
 * Every figure of an event log. A case counts from its first event; `asOf` (milliseconds) cuts: a case counts when it
 * began before, and has ended when its last event is not after it. Without a cut every case has ended.
 */
export function logFigures(events: readonly LoggedEvent[], asOf: number | null): LogFigures {
  const traces = tracesOf(events);
  const variants = variantsOf(traces);
  const follows = followsOf(traces);
  const handovers = handoversOf(traces);
  const alike = conforming(traces, variants[0]?.activities ?? []);
  const processing = traces.map((trace) => processingOf(trace) / DAY_MS);
  const idle = Object.entries(idleOf(traces)).map(([resource, ms]) => [resource, ms / DAY_MS] as const);
  return {
    counts: {
      cases: traces.length,
      events: events.length,
      activities: new Set(events.map(({ activity }) => activity)).size,
      variants: variants.length,
    },
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    throughput: throughputAt(traces, asOf),
    spans: summaryOf(traces.map((trace) => throughputOf(trace) / 1000)),
    running: runningAt(traces, asOf),
    flow: flowUntil(traces, asOf),
    variants: variants.slice(0, MOST_SHOWN).map((variant) => ({ ...variant, share: variant.cases / traces.length })),
    conformance: { cases: alike, share: alike / traces.length },
    rework: reworkOf(traces),
    follows: { pairs: follows.length, most: follows.slice(0, MOST_SHOWN) },
    handovers: { pairs: handovers.length, most: handovers.slice(0, MOST_SHOWN) },
    work: {
      processing: idle.length === 0 ? null : summaryOf(processing),
      idle: Object.fromEntries(idle.toSorted(([, a], [, b]) => b - a)),
    },
  };
}

interface Stay {
  readonly in: number;
  readonly last: number;
}

function staysOf(traces: readonly Trace[]): readonly Stay[] {
  return traces.map(({ events }) => ({ in: events[0]?.at ?? 0, last: events.at(-1)?.at ?? 0 }));
}

function throughputAt(traces: readonly Trace[], asOf: number | null): Throughput {
  const cut = asOf ?? Number.POSITIVE_INFINITY;
  const begun = staysOf(traces).filter((stay) => stay.in < cut);
  const survival = kaplanMeier(
    begun.map((stay) => ({ time: (Math.min(stay.last, cut) - stay.in) / DAY_MS, ended: stay.last <= cut })),
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

function runningAt(traces: readonly Trace[], asOf: number | null): LogFigures['running'] {
  if (asOf === null) return { age: null, silence: null };
  const open = traces.filter(({ events }) => (events[0]?.at ?? asOf) < asOf && (events.at(-1)?.at ?? 0) > asOf);
  const silentSince = ({ events }: Trace): number => events.findLast(({ at }) => at < asOf)?.at ?? asOf;
  return {
    age: summaryOf(open.map(({ events }) => (asOf - (events[0]?.at ?? asOf)) / DAY_MS)),
    silence: summaryOf(open.map((trace) => (asOf - silentSince(trace)) / DAY_MS)),
  };
}

function flowUntil(traces: readonly Trace[], asOf: number | null): Flow | null {
  const stays = staysOf(traces);
  const from = quantile(
    stays.map((stay) => stay.in),
    0,
  );
  const until =
    asOf ??
    quantile(
      stays.map(({ last }) => last),
      1,
    );
  if (from === null || until === null || until <= from) return null;
  return flowOf(
    stays.map((stay) => ({ in: stay.in, out: stay.last })),
    from,
    until,
  );
}

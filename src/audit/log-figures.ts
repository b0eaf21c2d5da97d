import { type Arrivals, arrivalsOf } from './arrivals.ts';
import { DAY_MS } from './days.ts';
import { followsOf, handoversOf, type Pairs } from './follows.ts';
import { type Summary, summaryOf } from './quantiles.ts';
import { type FlowWithin, flowWithin, type Running, runningAt, type Throughput, throughputAt } from './stays.ts';
import { conforming, type LoggedEvent, type Rework, reworkOf, throughputOf, tracesOf, variantsOf } from './traces.ts';
import { idleOf, processingOf } from './work.ts';

const MOST_SHOWN = 10;

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
  readonly running: Running;
  readonly arrivals: Arrivals;
  readonly flow: FlowWithin | null;
  readonly variants: readonly {
    readonly activities: readonly string[];
    readonly cases: number;
    readonly share: number;
  }[];
  /** How many cases went exactly as the most common variant. */
  readonly conformance: { readonly cases: number; readonly share: number };
  readonly rework: Rework;
  readonly follows: Pairs;
  readonly handovers: Pairs;
  /** Only of a log that tells begin and end: days at work per case, and days idle per resource. */
  readonly work: { readonly processing: Summary | null; readonly idle: Readonly<Record<string, number>> };
}

/** What is asked of a log; moments in milliseconds since 1970. */
export interface Question {
  /** What was known then; null: all. */
  readonly asOf: number | null;
  /** The window of the flow; null: the first event, and `asOf` or just after the last event. */
  readonly from: number | null;
  readonly until: number | null;
  /** Whose months count. */
  readonly zone: string;
}

/**
 * Every figure of an event log. A case counts from its first event; `asOf` cuts: a case counts when it began before, and
 * has ended when its last event is not after it. Without a cut every case has ended.
 */
export function logFigures(events: readonly LoggedEvent[], { asOf, from, until, zone }: Question): LogFigures {
  const traces = tracesOf(events);
  const variants = variantsOf(traces);
  const alike = conforming(traces, variants[0]?.activities ?? []);
  const processing = traces.map((trace) => processingOf(trace) / DAY_MS);
  const idle = Object.entries(idleOf(traces)).map(([resource, ms]) => [resource, ms / DAY_MS] as const);
  const begins = traces.map((trace) => trace.events[0]?.at ?? 0).filter((at) => asOf === null || at < asOf);
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
    arrivals: arrivalsOf(begins, zone),
    flow: flowWithin(traces, from, until ?? asOf),
    variants: variants.slice(0, MOST_SHOWN).map((variant) => ({ ...variant, share: variant.cases / traces.length })),
    conformance: { cases: alike, share: alike / traces.length },
    rework: reworkOf(traces),
    follows: followsOf(traces),
    handovers: handoversOf(traces),
    work: {
      processing: idle.length === 0 ? null : summaryOf(processing),
      idle: Object.fromEntries(idle.toSorted(([, a], [, b]) => b - a)),
    },
  };
}

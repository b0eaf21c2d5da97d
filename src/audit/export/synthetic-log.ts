import { DAY_MS } from '../days.ts';
import { grouped } from '../grouped.ts';
import type { LogCase } from './log-shape.ts';

/** How one real case went. `at` is in days since it began. */
export interface RealTrace {
  readonly resident: string;
  readonly chain: string;
  readonly events: readonly { readonly activity: string; readonly at: number }[];
}

/** A branch that rests on fewer residents is not told apart. */
export const LEAST_RESIDENTS = 10;

interface Told {
  readonly activity: string;
  /** Whole days since the beginning. */
  readonly offset: number;
}

/** So many cases that went this way and no further. */
export interface SyntheticGroup {
  readonly chain: string;
  readonly way: readonly Told[];
  readonly cases: number;
}

/**
 * The ways that real cases went. The ways of each chain are a tree; a branch under ten residents is cut off, with more
 * of its siblings where what was cut off would itself be a group under ten. Cases that end in a branch that was cut off
 * end where it began. Every step stands on the median whole day of its branch. The order of `traces` does not matter.
 */
export function syntheticGroups(traces: readonly RealTrace[]): readonly SyntheticGroup[] {
  return [...groupsOf(traces, 0, '', [])];
}

/** Cases that nobody lived, counted from the first day of the period (`from`, 'YYYY-MM-DD'). */
export function* syntheticCases(groups: readonly SyntheticGroup[], from: string): Generator<LogCase, void, undefined> {
  let number = 0;
  for (const { chain, way, cases } of groups) {
    const events = way.map(({ activity, offset }) => eventOf(activity, dayAfter(from, offset)));
    for (let each = 0; each < cases; each += 1) {
      number += 1;
      yield { id: `synth-${number}`, person: null, chain, municipality: null, linked: [], events };
    }
  }
}

/** The chain is the first branching, so that what is left of a chain is as large as what is left of any other branch. */
function* groupsOf(
  traces: readonly RealTrace[],
  depth: number,
  chain: string,
  way: readonly Told[],
): Generator<SyntheticGroup, void, undefined> {
  const { kept, rest } = pruned(traces, (trace) => branchAt(trace, depth));
  if (way.length > 0 && rest.length > 0) yield { chain, way, cases: rest.length };
  for (const [branch, own] of kept) {
    if (depth === 0) yield* groupsOf(own, 1, branch, []);
    else {
      const earliest = way.at(-1)?.offset ?? 0;
      const offset = Math.max(earliest, medianOffset(own, depth - 1));
      yield* groupsOf(own, depth + 1, chain, [...way, { activity: branch, offset }]);
    }
  }
}

/** Undefined where the case went no further. */
function branchAt({ chain, events }: RealTrace, depth: number): string | undefined {
  return depth === 0 ? chain : events[depth - 1]?.activity;
}

interface Pruned {
  /** In the order of their names. */
  readonly kept: readonly (readonly [branch: string, traces: readonly RealTrace[]])[];
  /** What ends here, or is cut off here: of nobody, or of at least ten residents wherever the whole is. */
  readonly rest: readonly RealTrace[];
}

function pruned(traces: readonly RealTrace[], branchOf: (trace: RealTrace) => string | undefined): Pruned {
  const branches = [...grouped(traces, branchOf)].map(([branch, own]) => ({ branch, own, size: residentsIn(own) }));
  const cut = branches.filter(({ branch, size }) => branch === undefined || size < LEAST_RESIDENTS);
  // The smallest last, so that it is the first to go.
  const kept = branches
    .flatMap(({ branch, own, size }) => (branch === undefined || size < LEAST_RESIDENTS ? [] : [{ branch, own, size }]))
    .toSorted((a, b) => b.size - a.size || b.own.length - a.own.length || compare(a.branch, b.branch));
  let rest = cut.flatMap(({ own }) => own);
  while (rest.length > 0 && residentsIn(rest) < LEAST_RESIDENTS) {
    const smallest = kept.pop();
    if (smallest === undefined) break;
    rest = [...rest, ...smallest.own];
  }
  const named = kept.map(({ branch, own }) => [branch, own] as const);
  return { kept: named.toSorted(([a], [b]) => compare(a, b)), rest };
}

function residentsIn(traces: readonly RealTrace[]): number {
  return new Set(traces.map(({ resident }) => resident)).size;
}

/** Over residents, so that somebody with many cases weighs no more than another. */
function medianOffset(traces: readonly RealTrace[], index: number): number {
  const byResident = grouped(traces, ({ resident }) => resident);
  return lowerMedian(
    [...byResident.values()].map((own) => lowerMedian(own.map(({ events }) => events[index]?.at ?? 0))),
  );
}

/** The middle value, of an even number the lower of both: always one that is there, in whole days. */
function lowerMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.floor(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function eventOf(activity: string, day: string): LogCase['events'][number] {
  return { activity, day, lifecycle: 'complete', step: null, outcome: null, role: null, organisation: null };
}

function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

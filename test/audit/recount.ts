import type { Lasting, Standing, Tally } from '../../src/audit/emission.ts';
import { daysOf } from '../../src/audit/periods.ts';
import { emittedBy } from '../../src/cases/audit/add-up.ts';
import type { PlayedRegion } from './played-region.ts';

/* Counting over again, in the plainest way: every emission is a row, and a node takes the rows of its days and place. */

export interface Row<Kind = Tally | Standing | Lasting> {
  readonly resident: string;
  readonly municipality: string;
  readonly chain: string;
  readonly emission: Kind;
}

export function rowsOf({ persons, asOf, grid }: PlayedRegion): readonly Row[] {
  return persons.flatMap((stories) =>
    emittedBy(stories, asOf, grid).flatMap(({ municipality, chain, emissions }) =>
      emissions.map((emission) => ({ resident: stories[0]?.resident ?? '', municipality, chain, emission })),
    ),
  );
}

export function isTally(row: Row): row is Row<Tally> {
  return row.emission.kind === 'tally';
}

export function isStanding(row: Row): row is Row<Standing> {
  return row.emission.kind === 'standing';
}

const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The days of the rows of a period, in Amsterdam, are from its first to its last. */
export function periodsAt(periods: readonly string[]): (at: number) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const spans = periods.map((period) => ({ period, ...daysOf(period) }));
  return (at) => {
    const day = amsterdam.format(at);
    const found =
      known.get(day) ?? spans.flatMap(({ period, first, last }) => (first <= day && day <= last ? [period] : []));
    known.set(day, found);
    return found;
  };
}

/** By node, how many rows there are of every measure: its own chain, and all chains where it is summed over them. */
export function recounted<Kind extends Tally | Standing>(
  rows: readonly Row<Kind>[],
  times: (emission: Kind) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { municipality, chain, emission } of rows) {
    for (const time of times(emission)) {
      for (const place of ['', municipality]) {
        for (const of of emission.everyChain ? [chain, 'alle'] : [chain]) {
          const key = [emission.measure, of, place, time].join('|');
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return found;
}

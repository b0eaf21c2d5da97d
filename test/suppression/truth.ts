import type { Standing, Tally } from '../../src/audit/emission.ts';
import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';
import { emittedBy } from '../../src/cases/audit/add-up.ts';
import type { PlayedRegion } from '../audit/played-region.ts';
import { nameOf } from './released.ts';

export interface Measured {
  readonly measure: string;
  readonly parent: string | null;
  readonly same: string | null;
  readonly kind: 'tally' | 'standing';
  readonly chains: ReadonlySet<string>;
}

/** Who is counted where, by number of the resident, in order: as often as that one is counted. */
export interface Truth {
  readonly at: (cell: string) => readonly number[];
  readonly measures: ReadonlyMap<string, Measured>;
}

/** Counts everything that the region's cases add, resident by resident, in every cell of the grid. */
export function truthOf({ persons, grid }: PlayedRegion, asOf: number, moments: readonly number[]): Truth {
  const counted = new Map<string, number[]>();
  const measures = new Map<string, Measured & { readonly chains: Set<string> }>();
  persons.forEach((person, resident) => {
    for (const { municipality, chain, emissions } of emittedBy(person, asOf, grid)) {
      for (const emission of emissions) {
        if (emission.kind === 'lasting') continue;
        const { measure, parent, same, kind } = emission;
        if (!measures.has(measure)) measures.set(measure, { measure, parent, same, kind, chains: new Set() });
        const chains = emission.everyChain ? [chain, EVERY_CHAIN] : [chain];
        for (const each of chains) measures.get(measure)?.chains.add(each);
        const times = emission.kind === 'tally' ? timesAt(emission) : momentsAt(emission);
        for (const { period, places } of times) {
          for (const place of places ? [REGION, municipality] : [REGION]) {
            for (const each of chains) {
              const name = nameOf({ measure, place, period, chain: each });
              const of = counted.get(name);
              if (of === undefined) counted.set(name, [resident]);
              else of.push(resident);
            }
          }
        }
      }
    }
  });
  return { at: (cell) => counted.get(cell) ?? NOBODY, measures };

  function timesAt({ at }: Tally): readonly { readonly period: string; readonly places: boolean }[] {
    const { year, quarter, month, segment } = grid.dayOf(at);
    return [year, quarter, month, segment].map((period, index) => ({ period, places: index < 2 }));
  }

  function momentsAt({ from, to }: Standing): readonly { readonly period: string; readonly places: boolean }[] {
    return moments
      .filter((moment) => from < moment && (to === null || to >= moment))
      .map((moment) => ({ period: `${moment}`, places: true }));
  }
}

const NOBODY: readonly number[] = [];

/** How many residents are counted in the one and not, or not as often, in the others. All are in order. */
export function residentsLeft(outer: readonly number[], inner: readonly (readonly number[])[]): number {
  const left = new Map<number, number>();
  for (const each of outer) left.set(each, (left.get(each) ?? 0) + 1);
  for (const each of inner.flat()) left.set(each, (left.get(each) ?? 0) - 1);
  let residents = 0;
  for (const count of left.values()) if (count !== 0) residents += 1;
  return residents;
}

export function isFew(count: number): boolean {
  return count > 0 && count < 10;
}

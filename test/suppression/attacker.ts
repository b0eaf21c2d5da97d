import type { GridNode } from '../../src/audit/protect/block.ts';
import { boundsOf } from './bounds.ts';
import { gridOf, type Happening, isAt, type Region, type Told } from './region.ts';

const FEW = 10;
const WIDTH = 9;

/**
 * Everything that someone can work out of all that is published of a region, against what is true. It tries the
 * differences of figures that lie within each other, and by linear programming the bounds of every figure that is not
 * shown: what can be eliminated, or narrowed down step by step, is narrow there too.
 * @returns what it found out about fewer than ten residents; nothing, if all is well.
 */
export async function attack(region: Region, told: readonly Told[]): Promise<readonly string[]> {
  return [...differences(region, told), ...(await narrow(region, told))];
}

/**
 * What someone can work out of two releases about what came between them, from differences of what both told.
 * @param late the region with nothing but what came late.
 */
export function differencesOfLate(late: Region, before: readonly Told[], after: readonly Told[]): readonly string[] {
  return differences(late, inBoth(before, after));
}

/** The same by elimination. What was there may have been taken away as well, so that no number has a least value. */
export async function eliminateLate(
  late: Region,
  before: readonly Told[],
  after: readonly Told[],
): Promise<readonly string[]> {
  const few = gridOf(late).filter((each) => isFew(late.happenings.filter(isAt(late, each)).length));
  const bounds = await boundsOf(late, inBoth(before, after), few, -100_000);
  const isolated = few.filter((_, index) => (bounds[index]?.high ?? 0) - (bounds[index]?.low ?? 0) < 1e-6);
  return isolated.map((each) => `${nameOf(each)} is known of what came late`);
}

function inBoth(before: readonly Told[], after: readonly Told[]): readonly Told[] {
  const values = new Map(before.map((each) => [nameOf(each), each.value]));
  return after.flatMap((each) => {
    const old = values.get(nameOf(each));
    return old === undefined ? [] : [{ ...each, value: each.value - old }];
  });
}

/** @returns pairs of published figures of which the one without the other rests on one to nine residents. */
function differences(region: Region, told: readonly Told[]): readonly string[] {
  const under = told.map((each) => new Set(region.happenings.filter(isAt(region, each))));
  return told.flatMap((outer, index) => {
    const residents = new Set([...(under[index] ?? [])].map(({ resident }) => resident));
    const few = isFew(residents.size) ? [`${nameOf(outer)} rests on ${residents.size}`] : [];
    const within = told.flatMap((inner, other) => {
      if (!isWithin(region, inner, outer)) return [];
      const left = residentsOf([...(under[index] ?? [])].filter((each) => !under[other]?.has(each)));
      return isFew(left) ? [`${nameOf(outer)} without ${nameOf(inner)} rests on ${left}`] : [];
    });
    return [...few, ...within];
  });
}

/** @returns hidden figures that rest on one to nine residents, and can be narrowed down to less than the width. */
async function narrow(region: Region, told: readonly Told[]): Promise<readonly string[]> {
  const known = new Set(told.map(nameOf));
  const hidden = gridOf(region).filter((each) => !known.has(nameOf(each)));
  const small = hidden.filter((each) => isFew(residentsOf(region.happenings.filter(isAt(region, each)))));
  const bounds = await boundsOf(region, told, small);
  return small.flatMap((each, index) => {
    const { low, high } = bounds[index] ?? { low: 0, high: 0 };
    return high - low < WIDTH - 1e-6 ? [`${nameOf(each)} lies between ${low.toFixed(2)} and ${high.toFixed(2)}`] : [];
  });
}

function residentsOf(happenings: readonly Happening[]): number {
  return new Set(happenings.map(({ resident }) => resident)).size;
}

function isFew(residents: number): boolean {
  return residents > 0 && residents < FEW;
}

function isWithin(region: Region, inner: Told, outer: Told): boolean {
  if (inner === outer) return false;
  const parentOf = (measure: string): string | null =>
    region.measures.find((each) => each.measure === measure)?.parent ?? null;
  const isPart = (measure: string | null): boolean =>
    measure !== null && (measure === outer.measure || isPart(parentOf(measure)));
  const timeOf = (id: string | undefined): boolean => {
    if (id === undefined) return false;
    const parent = region.times.find((each) => each.id === id)?.parent;
    return id === outer.node.time || (typeof parent === 'number' && timeOf(region.times[parent]?.id));
  };
  return (
    isPart(inner.measure) &&
    timeOf(inner.node.time) &&
    (outer.node.place === '' || outer.node.place === inner.node.place) &&
    (outer.node.chain === 'alle' || outer.node.chain === inner.node.chain)
  );
}

export function nameOf({ measure, node }: { readonly measure: string; readonly node: GridNode }): string {
  return `${measure} ${node.place || 'region'} ${node.time} ${node.chain}`;
}

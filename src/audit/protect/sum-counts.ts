import { EVERY_CHAIN } from '../every-chain.ts';
import type { Block, Counts, Sum, SummedMeasure } from './block.ts';

export type Counted = Readonly<Record<keyof Counts, Float64Array>>;

/** The times that a sum is about, and what was counted in each municipality at the finest of them. */
export function countsOf(
  { times: given, measures, municipalities }: Block,
  { isAt }: Sum,
): { readonly times: Block['times']; readonly counts: (of: SummedMeasure) => Counted | undefined } {
  const segments = given.filter(({ segment }) => segment !== null).length;
  const own = given.flatMap((time, index) => (isAt === null || isAt(time.id) ? [index] : []));
  const times =
    isAt === null
      ? given
      : given.filter(({ id }) => isAt(id)).map((time, segment) => ({ ...time, parent: null, segment }));
  const width = isAt === null ? segments : own.length;
  const columnOf = (segment: number): number => {
    if (isAt === null) return segment;
    let at: number | null = given.findIndex((time) => time.segment === segment);
    while (at !== null && !own.includes(at)) at = given[at]?.parent ?? null;
    return at === null ? -1 : own.indexOf(at);
  };
  const columns = Array.from({ length: segments }, (_, segment) => columnOf(segment));
  const regrouped = (values: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(municipalities.length * width);
    for (let cell = 0; cell < values.length; cell += 1) {
      const column = columns[cell % segments] ?? -1;
      if (column < 0) continue;
      const at = Math.floor(cell / segments) * width + column;
      sums[at] = (sums[at] ?? 0) + (values[cell] ?? 0);
    }
    return sums;
  };
  const byName = new Map(measures.map((each) => [each.measure, each]));
  const counts = ({ measure, chain }: SummedMeasure): Counted | undefined => {
    const found = byName.get(measure);
    const single = found?.counts.get(chain);
    if (single !== undefined) {
      return { n: regrouped(single.n), mass: regrouped(single.mass), massAll: regrouped(single.massAll) };
    }
    if (found === undefined || chain !== EVERY_CHAIN || !found.everyChain) return undefined;
    const each = [...found.counts.values()];
    const mass = added(each.map((of) => regrouped(of.massAll)));
    return { n: added(each.map((of) => regrouped(of.n))), mass, massAll: mass };
  };
  return { times, counts };
}

/** The whole, where it holds all of its parts; undefined when it does not, and whether it does is chance. */
export function holding(whole: Counted, parts: readonly Counted[], isByDefinition: boolean): Counted | undefined {
  const held = added(parts.map(({ n }) => n));
  if (held.every((value, cell) => value <= (whole.n[cell] ?? 0))) return whole;
  if (!isByDefinition) return undefined;
  // Who moved counts in one municipality as a person, and in another with a case.
  return { ...whole, n: whole.n.map((value, cell) => Math.max(value, held[cell] ?? 0)) };
}

function added(each: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = each;
  return first.map((_, cell) => each.reduce((sum, values) => sum + (values[cell] ?? 0), 0));
}

export function weighed(counted: Counted, weight: number): Counted {
  return { ...counted, n: counted.n.map((value) => value * weight) };
}

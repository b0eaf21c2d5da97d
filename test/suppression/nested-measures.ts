import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';
import type { Measured, Truth } from './truth.ts';
import { nameOf } from './released.ts';

const ENOUGH = 10;

/**
 * By measure and chain: the measures of other trees in which it lies, everywhere and always, as whoever knows the chains
 * can know (a step that opens whenever something is offered).
 */
export function nestedIn(
  truth: Truth,
  periods: Readonly<Record<Measured['kind'], readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const byChain = new Map<
    string,
    { measure: string; kind: string; root: string; total: number; of: readonly (readonly number[])[] }[]
  >();
  for (const { measure, chains, kind } of truth.measures.values()) {
    for (const chain of chains) {
      if (chain === EVERY_CHAIN) continue;
      const of = periods[kind].map((period) => truth.at(nameOf({ measure, place: REGION, period, chain })));
      const total = of.reduce((sum, each) => sum + each.length, 0);
      if (total < ENOUGH) continue;
      byChain.set(chain, [...(byChain.get(chain) ?? []), { measure, kind, root: rootOf(truth, measure), total, of }]);
    }
  }
  for (const [chain, measures] of byChain) {
    for (const inner of measures) {
      const outer = measures.filter(
        (each) =>
          each.root !== inner.root &&
          each.kind === inner.kind &&
          // What was there at a few moments lies in much by chance; in what is open it lies by definition.
          (each.kind === 'tally' || each.measure === 'open') &&
          each.total >= inner.total &&
          inner.of.every((of, at) => isWithin(of, each.of[at] ?? [])),
      );
      if (outer.length > 0)
        found.set(
          `${inner.measure}|${chain}`,
          outer.map(({ measure }) => measure),
        );
    }
  }
  return found;
}

function rootOf(truth: Truth, measure: string): string {
  const found = truth.measures.get(measure);
  const above = found?.parent ?? found?.same ?? null;
  return above === null ? measure : rootOf(truth, above);
}

/** Both are in order. */
function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  let at = 0;
  for (const each of inner) {
    while ((outer[at] ?? Infinity) < each) at += 1;
    if (outer[at] !== each) return false;
    at += 1;
  }
  return true;
}

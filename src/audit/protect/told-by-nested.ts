import { type Cell, hiddenAsParts } from './as-parts.ts';
import type { Block, Verdict } from './block.ts';
import type { Layout } from './layout.ts';
import { type Nested, tellsOfRest } from './nested.ts';

/**
 * What has to be hidden besides, for the sake of measures that lie in another one without being its parts: what of the
 * inner one could not be shown if it were a part. Of two that are equal neither is shown where the other is not.
 */
export async function toldByNested(
  block: Block,
  layout: Layout,
  nested: readonly Nested[],
  verdict: Verdict,
): Promise<readonly Cell[]> {
  const found: Cell[] = [];
  const positions = Array.from({ length: layout.size }, (_, position) => position);
  for (const each of nested) {
    const { chain, inner, outer, left } = each;
    const shows = (measure: string) => (position: number) => verdict(measure, layout.nodeAt(position, chain));
    const [isInner, isOuter] = [shows(inner.measure), shows(outer.measure)];
    const hide = (measure: string, at: readonly number[]): void => {
      found.push(...at.map((position) => ({ measure, node: layout.nodeAt(position, chain) })));
    };
    if (left.every((value) => value === 0)) {
      hide(
        inner.measure,
        positions.filter((position) => isInner(position) && !isOuter(position)),
      );
      hide(
        outer.measure,
        positions.filter((position) => isOuter(position) && !isInner(position)),
      );
    } else if (tellsOfRest(layout, each, isInner, isOuter)) {
      const whole = { measure: outer.measure, chain };
      const parts = [{ measure: inner.measure, chain, weight: 1 }];
      const sum = { whole, parts, isAt: null, isByDefinition: false };
      found.push(...(await hiddenAsParts(block, sum, verdict)));
    }
  }
  return found;
}

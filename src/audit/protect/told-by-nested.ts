import type { Block, CountedMeasure, GridNode, Verdict } from './block.ts';
import { familyOf } from './family.ts';
import type { Layout } from './layout.ts';
import { type Nested, tellsOfRest } from './nested.ts';
import { secure } from './secure.ts';

export interface Cell {
  readonly measure: string;
  readonly node: GridNode;
}

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
      const asPart = await shownAsPart(block, layout, each, verdict);
      hide(
        inner.measure,
        positions.filter((position) => isInner(position) && asPart[layout.size + position] !== 1),
      );
    }
  }
  return found;
}

/** What could be shown of both if the one were a part of the other: first the nodes of the outer, then of the inner one. */
async function shownAsPart(
  block: Block,
  layout: Layout,
  { chain, inner, outer }: Nested,
  verdict: Verdict,
): Promise<Uint8Array> {
  const only = ({ measure, counts }: CountedMeasure): Omit<CountedMeasure, 'parent'> => {
    const own = counts.get(chain);
    return { measure, everyChain: false, counts: new Map(own === undefined ? [] : [[chain, own]]) };
  };
  const measures: readonly CountedMeasure[] = [
    { ...only(outer), parent: null, same: outer.measure },
    { ...only(inner), parent: outer.measure },
  ];
  const isWithheld: Verdict = (measure, node) => !verdict(measure, node);
  return secure(familyOf({ ...block, measures, isWithheld }, layout, measures, [chain]));
}

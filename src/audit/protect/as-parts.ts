import {
  type Block,
  type CountedMeasure,
  type GridNode,
  type Sum,
  type SummedMeasure,
  THRESHOLD,
  type Verdict,
} from './block.ts';
import { type Family, familyOf } from './family.ts';
import { type Layout, layoutOf } from './layout.ts';
import { secure } from './secure.ts';
import { type Counted, countsOf, holding, weighed } from './sum-counts.ts';

/** The one chain in which all that is one count together is looked at. */
const TOGETHER = 'samen';

type Part = Sum['parts'][number];

/** A cell that is shown, and should not be. */
export interface Cell {
  readonly measure: string;
  readonly node: GridNode;
}

/** What of these measures is shown, and could not be if they were parts of the whole. */
export async function hiddenAsParts(block: Block, sum: Sum, verdict: Verdict): Promise<readonly Cell[]> {
  const together = togetherIn(block, sum, verdict);
  if (together === undefined) return [];
  const { parts, layout, family } = together;
  const shown = await secure(family);
  keepEnoughForHeavy(together, shown);
  return parts.flatMap(({ measure, chain }, index) =>
    Array.from({ length: layout.size }, (_, position) => position).flatMap((position): readonly Cell[] => {
      const node = layout.nodeAt(position, chain);
      const isHidden = shown[nodeOf(together, index, position)] !== 1 && verdict(measure, node);
      return isHidden ? [{ measure, node }] : [];
    }),
  );
}

interface Together {
  readonly parts: readonly Part[];
  readonly layout: Layout;
  readonly family: Family;
}

/** First the nodes of the whole, then those of each part. */
function nodeOf({ layout }: Together, part: number, position: number): number {
  return (part + 1) * layout.size + position;
}

/** The parts that were counted as parts of the whole; undefined where there are none, or they are no parts. */
function togetherIn(block: Block, sum: Sum, verdict: Verdict): Together | undefined {
  const { times, counts } = countsOf(block, sum);
  const counted = sum.parts.flatMap((part) => {
    const own = counts(part);
    return own?.n.some((value) => value > 0) === true ? [{ part, own: weighed(own, part.weight) }] : [];
  });
  const own = counts(sum.whole);
  if (own === undefined || counted.length === 0) return undefined;
  const whole = holding(
    own,
    counted.map((each) => each.own),
    sum.isByDefinition,
  );
  if (whole === undefined) return undefined;
  const byName = new Map([{ ...sum.whole, weight: 1 }, ...sum.parts].map((each) => [nameOf(each), each]));
  const isWithheld: Verdict = (name, node) => {
    const of = byName.get(name);
    return of === undefined || !verdict(of.measure, { ...node, chain: of.chain });
  };
  const earlier = block.earlier.map((told): Block['earlier'][number] => (name, node) => {
    const { measure = '', chain = '', weight = 1 } = byName.get(name) ?? {};
    const value = told(measure, { ...node, chain });
    return value === undefined ? undefined : value * weight;
  });
  const measures: readonly CountedMeasure[] = [
    measureOf(sum.whole, whole, { parent: null, same: sum.whole.measure }),
    ...counted.map(({ part, own: of }) => measureOf(part, of, { parent: nameOf(sum.whole), same: null })),
  ];
  const layout = layoutOf({ ...block, times });
  const family = familyOf({ ...block, times, measures, isWithheld, earlier }, layout, measures, [TOGETHER]);
  return { parts: counted.map(({ part }) => part), layout, family };
}

/** What takes more than one of what is left has to leave more: else it can be only a few. The smallest shown goes. */
function keepEnoughForHeavy(together: Together, shown: Uint8Array): void {
  const { parts, layout, family } = together;
  const at = (index: number, position: number): number => nodeOf(together, index, position);
  for (let position = 0; position < layout.size; position += 1) {
    const indexes = parts.map((_, index) => index);
    for (;;) {
      const known = indexes.filter((index) => shown[at(index, position)] === 1 && family.n[at(index, position)] !== 0);
      const hidden = indexes.filter((index) => shown[at(index, position)] !== 1);
      const left = known.reduce((rest, index) => rest - (family.n[at(index, position)] ?? 0), family.n[position] ?? 0);
      const heaviest = Math.max(0, ...hidden.map((index) => parts[index]?.weight ?? 0));
      const [smallest] = known.toSorted((a, b) => (family.n[at(a, position)] ?? 0) - (family.n[at(b, position)] ?? 0));
      if (heaviest <= 1 || left >= heaviest * THRESHOLD || smallest === undefined) break;
      shown[at(smallest, position)] = 0;
    }
  }
}

function measureOf(
  of: SummedMeasure,
  counts: Counted,
  { parent, same }: Required<Pick<CountedMeasure, 'parent' | 'same'>>,
): CountedMeasure {
  return { measure: nameOf(of), parent, same, everyChain: false, counts: new Map([[TOGETHER, counts]]) };
}

function nameOf({ measure, chain }: SummedMeasure): string {
  return `${measure}|${chain}`;
}

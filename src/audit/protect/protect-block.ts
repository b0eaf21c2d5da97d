import { grouped } from '../grouped.ts';
import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cell } from './as-parts.ts';
import type { Block, CountedMeasure, GridNode, Verdict } from './block.ts';
import { familyOf } from './family.ts';
import { layoutOf } from './layout.ts';
import { nestedIn } from './nested.ts';
import { secure } from './secure.ts';
import { toldByNested } from './told-by-nested.ts';
import { toldBySums } from './told-by-sums.ts';

/**
 * Which nodes of one year (or of one moment) may be shown, so that neither they nor anything that can be computed from
 * them and from earlier releases tells of fewer than 10 residents. Primary and secondary suppression look alike.
 */
export async function protectBlock(block: Block): Promise<Verdict> {
  const layout = layoutOf(block);
  const closed = new Map(block.times.map(({ id }) => [id, block.isClosed(id)]));
  const verdicts = new Map<string, { readonly shown: Uint8Array; readonly first: number }>();
  const verdict: Verdict = (measure, node) => {
    const position = layout.positionOf(node);
    if (position === undefined || closed.get(node.time) !== true) return false;
    const found = verdicts.get(`${measure}|${node.chain}`);
    if (found === undefined) return block.isWithheld?.(measure, node) !== true;
    return found.shown[found.first + position] === 1;
  };
  const sameAs = new Map(block.measures.map(({ measure, same }) => [measure, same ?? null]));
  const hidden = new Set<string>();
  const isWithheld: Verdict = (measure, node) => {
    const same = sameAs.get(measure) ?? null;
    if (same !== null && !verdict(same, node)) return true;
    return hidden.has(keyOf(measure, node)) || block.isWithheld?.(measure, node) === true;
  };
  const families = familiesOf(block);
  const decide = async (of: (each: FamilyOf) => boolean): Promise<void> => {
    for (const { measures, chains } of families.filter(of)) {
      const family = familyOf({ ...block, isWithheld }, layout, measures, chains);
      const shown = await secure(family);
      for (const { measure, chain, first } of family.sheets) {
        verdicts.set(`${measures[measure]?.measure}|${chain}`, { shown, first });
      }
    }
  };
  await decide(() => true);
  const nested = nestedIn(block, layout);
  const toldByOthers = async (): Promise<readonly Cell[]> => [
    ...(await toldByNested(block, layout, nested, verdict)),
    ...(await toldBySums(block, verdict)),
  ];
  for (let told = await toldByOthers(); told.length > 0;) {
    for (const { measure, node } of told) hidden.add(keyOf(measure, node));
    const changed = new Set(told.map(({ measure, node }) => `${measure}|${node.chain}`));
    const isChanged = ({ measures, chains }: FamilyOf): boolean =>
      measures.some(({ measure }) => [...chains, EVERY_CHAIN].some((chain) => changed.has(`${measure}|${chain}`)));
    const roots = new Set(families.filter(isChanged).flatMap(({ measures }) => measures.map(({ measure }) => measure)));
    await decide((each) => isChanged(each) || each.measures.some(({ same }) => roots.has(same ?? '')));
    told = await toldByOthers();
  }
  return verdict;
}

interface FamilyOf {
  readonly measures: readonly CountedMeasure[];
  readonly chains: readonly string[];
}

function keyOf(measure: string, { place, time, chain }: GridNode): string {
  return `${measure}|${place}|${time}|${chain}`;
}

/**
 * Measures with their parts; chain by chain where none is summed over the chains. What counts the same as another measure
 * comes after that.
 */
function familiesOf({ measures, chains }: Block): readonly FamilyOf[] {
  const byName = new Map(measures.map((each) => [each.measure, each]));
  const rootOf = (each: CountedMeasure): CountedMeasure => {
    const parent = each.parent === null ? undefined : byName.get(each.parent);
    return parent === undefined ? each : rootOf(parent);
  };
  const families = [...grouped(measures, rootOf)].toSorted(([a], [b]) => Number(hasSame(a)) - Number(hasSame(b)));
  return families.flatMap(([, family]) => {
    if (family.some(({ everyChain }) => everyChain)) {
      return [{ measures: family, chains: chains.filter((chain) => chain !== EVERY_CHAIN) }];
    }
    return chains.flatMap((chain) => {
      const within = family.filter(({ counts }) => counts.has(chain));
      return within.length === 0 ? [] : [{ measures: within, chains: [chain] }];
    });
  });
}

function hasSame({ same }: CountedMeasure): boolean {
  return (same ?? null) !== null;
}

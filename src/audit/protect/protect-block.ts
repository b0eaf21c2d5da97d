import { grouped } from '../grouped.ts';
import { type Block, type CountedMeasure, EVERY_CHAIN, type Verdict } from './block.ts';
import { familyOf } from './family.ts';
import { layoutOf } from './layout.ts';
import { secure } from './secure.ts';

/**
 * Which nodes of one year (or of one moment) may be shown, so that neither they nor anything that can be computed from
 * them and from earlier releases tells of fewer than 10 residents. Primary and secondary suppression look alike.
 */
export async function protectBlock(block: Block): Promise<Verdict> {
  const layout = layoutOf(block);
  const verdicts = new Map<string, { readonly shown: Uint8Array; readonly first: number }>();
  const verdict: Verdict = (measure, node) => {
    const position = layout.positionOf(node);
    if (position === undefined || !block.isClosed(node.time)) return false;
    const found = verdicts.get(`${measure}|${node.chain}`);
    if (found === undefined) return block.isWithheld?.(measure, node) !== true;
    return found.shown[found.first + position] === 1;
  };
  const sameAs = new Map(block.measures.map(({ measure, same }) => [measure, same ?? null]));
  const isWithheld: Verdict = (measure, node) => {
    const same = sameAs.get(measure) ?? null;
    return (same !== null && !verdict(same, node)) || block.isWithheld?.(measure, node) === true;
  };
  for (const { measures, chains } of familiesOf(block)) {
    const family = familyOf({ ...block, isWithheld }, layout, measures, chains);
    const shown = await secure(family);
    for (const { measure, chain, first } of family.sheets) {
      verdicts.set(`${measures[measure]?.measure}|${chain}`, { shown, first });
    }
  }
  return verdict;
}

/**
 * Measures with their parts; chain by chain where none is summed over the chains. What counts the same as another measure
 * comes after that.
 */
function familiesOf({
  measures,
  chains,
}: Block): readonly { readonly measures: readonly CountedMeasure[]; readonly chains: readonly string[] }[] {
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

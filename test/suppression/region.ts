import type { CountedMeasure, GridNode, Time } from '../../src/audit/protect/block.ts';
import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';

/** Something that is counted: of whom, where, when, and under which measures (the whole before its part). */
export interface Happening {
  readonly resident: number;
  readonly municipality: number;
  readonly chain: string;
  readonly segment: number;
  readonly measures: readonly string[];
}

export interface Measured {
  readonly measure: string;
  readonly parent: string | null;
  readonly everyChain: boolean;
}

/** A region of which everything is known, to attack what is shown of it. */
export interface Region {
  readonly times: readonly Time[];
  readonly municipalities: readonly string[];
  readonly chains: readonly string[];
  readonly measures: readonly Measured[];
  readonly happenings: readonly Happening[];
}

/** A figure as it was published. */
export interface Told {
  readonly measure: string;
  readonly node: GridNode;
  readonly value: number;
}

/** Adds up a region, resident by resident, so that each counts once per measure and chain, and once over all chains. */
export function countedOf({ times, municipalities, measures, happenings }: Region): readonly CountedMeasure[] {
  const segments = times.filter(({ segment }) => segment !== null).length;
  const size = municipalities.length * segments;
  return measures.map((measured) => {
    const counts = new Map<string, Record<'n' | 'mass' | 'massAll', Int32Array>>();
    const met = new Set<string>();
    for (const { resident, municipality, chain, segment, measures: within } of happenings) {
      if (!within.includes(measured.measure)) continue;
      let of = counts.get(chain);
      if (of === undefined)
        counts.set(
          chain,
          (of = { n: new Int32Array(size), mass: new Int32Array(size), massAll: new Int32Array(size) }),
        );
      const cell = municipality * segments + segment;
      of.n[cell]! += 1;
      if (!met.has(`${chain} ${resident}`)) of.mass[cell]! += 1;
      if (!met.has(`${resident}`)) of.massAll[cell]! += 1;
      met.add(`${chain} ${resident}`).add(`${resident}`);
    }
    return { ...measured, counts };
  });
}

/** Every node of the grid. */
export function gridOf({
  times,
  municipalities,
  chains,
  measures,
}: Region): readonly { readonly measure: string; readonly node: GridNode }[] {
  return measures.flatMap(({ measure, everyChain }) =>
    [...chains, ...(everyChain ? [EVERY_CHAIN] : [])].flatMap((chain) =>
      times.flatMap(({ id, hasPlaces }) =>
        [REGION, ...(hasPlaces ? municipalities : [])].map((place) => ({ measure, node: { place, time: id, chain } })),
      ),
    ),
  );
}

/** Whether something is counted at a node. */
export function isAt(
  { times, municipalities }: Region,
  { measure, node }: { readonly measure: string; readonly node: GridNode },
): (each: Omit<Happening, 'resident'>) => boolean {
  const within = new Set<number>();
  for (const time of times) {
    if (time.segment === null) continue;
    for (let at: Time | undefined = time; at !== undefined; at = at.parent === null ? undefined : times[at.parent]) {
      if (at.id === node.time) within.add(time.segment);
    }
  }
  return (each) =>
    each.measures.includes(measure) &&
    within.has(each.segment) &&
    (node.chain === EVERY_CHAIN || each.chain === node.chain) &&
    (node.place === REGION || municipalities[each.municipality] === node.place);
}

import { EVERY_CHAIN } from '../every-chain.ts';
import { type Block, type GridNode, REGION, type Verdict } from './block.ts';
import { type Edge, shownTogether } from './moments.ts';
import { protectBlock } from './protect-block.ts';

/** What was there at the end of a period is what was there before, and what came, without what went. */
export interface Balance {
  readonly stock: string;
  readonly inflow: string;
  readonly outflow: string;
}

export interface Stocks {
  /** Blocks of one time each, by moment. The time of a block has the moment as its id. */
  readonly moments: ReadonlyMap<string, Block>;
  /** Periods between two of these moments. */
  readonly periods: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly balances: readonly Balance[];
  /** What is shown of the flows. */
  readonly flows: Verdict;
}

/**
 * Which stocks may be shown at each moment: each as a year would be, and so that stocks and flows do not tell of each
 * other. Where both flows of a period are shown, the stocks before and after are shown together or not at all; where one
 * of the two is not, no more than one of these stocks is.
 */
export async function protectStocks({
  moments,
  periods,
  balances,
  flows,
}: Stocks): Promise<ReadonlyMap<string, Verdict>> {
  const withheld = new Set<string>();
  const verdicts = new Map<string, Verdict>();
  let open: readonly string[] = [...moments.keys()];
  while (open.length > 0) {
    for (const moment of open) {
      const block = moments.get(moment);
      if (block === undefined) continue;
      const isWithheld = (measure: string, node: GridNode): boolean => withheld.has(keyOf(measure, node));
      verdicts.set(moment, await protectBlock({ ...block, isWithheld }));
    }
    const changed = new Set<string>();
    for (const { stock, inflow, outflow } of balances) {
      for (const { place, chain } of placesOf(moments)) {
        const edges = periods.flatMap(({ id, from, to }): readonly Edge[] => {
          const node = { place, time: id, chain };
          const [comes, goes] = [flows(inflow, node), flows(outflow, node)];
          if (!comes && !goes) return [];
          return [{ from, to, kind: comes && goes ? 'together' : 'apart' }];
        });
        const told = [...verdicts].flatMap(([moment, shows]) =>
          shows(stock, { place, time: moment, chain }) ? [moment] : [],
        );
        const kept = shownTogether([...moments.keys()], new Set(told), edges);
        for (const moment of told.filter((each) => !kept.has(each))) {
          withheld.add(keyOf(stock, { place, time: moment, chain }));
          changed.add(moment);
        }
      }
    }
    open = [...changed];
  }
  return verdicts;
}

function placesOf(moments: ReadonlyMap<string, Block>): readonly Omit<GridNode, 'time'>[] {
  const [first] = moments.values();
  if (first === undefined) return [];
  const chains = [...new Set([...moments.values()].flatMap((block) => block.chains)), EVERY_CHAIN];
  return [REGION, ...first.municipalities].flatMap((place) => chains.map((chain) => ({ place, chain })));
}

function keyOf(measure: string, { place, time, chain }: GridNode): string {
  return `${measure}|${place}|${time}|${chain}`;
}

import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cells } from './cells.ts';
import type { FlowItem } from './items.ts';
import type { Names } from './names.ts';

/** Per chain, and all together, what came, went and stands open. */
export function flowItems(cells: Cells, names: Names): readonly FlowItem[] {
  return [...names.chains, EVERY_CHAIN].map((chain) => ({
    chain,
    label: names.chain(chain),
    in: cells.count(chain, 'in'),
    herinstroom: cells.count(chain, 'in.herinstroom'),
    out: cells.count(chain, 'out'),
    open: cells.count(chain, 'open'),
  }));
}

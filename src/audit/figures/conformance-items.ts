import type { Cells } from './cells.ts';
import type { ConformanceItem } from './items.ts';
import { namesAt } from './measures-in.ts';
import type { Names } from './names.ts';

/** Per step what the chain asked for and what became of it, and what this place lacks. */
export function conformanceItems(cells: Cells, names: Names): readonly ConformanceItem[] {
  return names.chains.flatMap((chain) => [
    ...namesAt(cells, chain, 'step.', 1).map((step): ConformanceItem => {
      const count = (part: string): ReturnType<Cells['count']> => cells.count(chain, `step.${step}.required${part}`);
      return {
        kind: 'step',
        chain,
        step,
        label: names.step(chain, step),
        required: count(''),
        done: count('.done'),
        skipped: count('.skipped'),
        elsewhere: count('.elsewhere'),
        overridden: count('.done.overridden'),
      };
    }),
    ...gapItems(cells, names, chain),
  ]);
}

/** The gaps of one place; `municipality` where several places stand side by side. */
export function gapItems(cells: Cells, names: Names, chain: string, municipality?: string): readonly ConformanceItem[] {
  return namesAt(cells, chain, 'gap.', 1).map((gap) => ({
    kind: 'ketengat',
    chain,
    gap,
    label: names.gap(chain, gap),
    count: cells.count(chain, `gap.${gap}`),
    ...(municipality === undefined ? {} : { municipality }),
  }));
}

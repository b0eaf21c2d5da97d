import type { Cells } from './cells.ts';
import type { ConformanceItem, Count } from './items.ts';
import { namesAt } from './measures-in.ts';
import type { Names } from './names.ts';
import { sumOf } from './shown.ts';

/** Per step what the chain asked for and what became of it, and what this place lacks. */
export function conformanceItems(cells: Cells, names: Names): readonly ConformanceItem[] {
  return names.chains.flatMap((chain) => [
    ...stepsIn(cells, chain).map((step): ConformanceItem => {
      const count = (measure: string): Count => cells.count(chain, measure);
      const elsewhere = count(`elsewhere.${step}`);
      return {
        kind: 'step',
        chain,
        step,
        label: names.step(chain, step),
        required: sumOf([count(`step.${step}`), elsewhere]),
        done: count(`step.${step}.done`),
        skipped: count(`step.${step}.skipped`),
        elsewhere,
        overridden: count(`step.${step}.done.choice.overridden`),
      };
    }),
    ...gapItems(cells, names, chain),
  ]);
}

function stepsIn(cells: Cells, chain: string): readonly string[] {
  return [...new Set(['step.', 'elsewhere.'].flatMap((prefix) => namesAt(cells, chain, prefix, 1)))].sort();
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

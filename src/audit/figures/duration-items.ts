import type { Cells } from './cells.ts';
import type { DurationItem } from './items.ts';
import { lengthsShown } from './lengths-shown.ts';
import { namesAt } from './measures-in.ts';
import type { Names } from './names.ts';
import { sumOf } from './shown.ts';

/** How long cases lasted, per chain. */
export function durationItems(cells: Cells, names: Names): readonly DurationItem[] {
  return names.chains.map((chain) => ({ chain, label: names.chain(chain), ...lasted(cells, chain, 'case') }));
}

/** How long each step lasted, from opening to decision. */
export function stepDurationItems(cells: Cells, names: Names): readonly DurationItem[] {
  return names.chains.flatMap((chain) =>
    namesAt(cells, chain, 'step.', 1).map((step) => ({
      chain,
      step,
      label: names.step(chain, step),
      ...lasted(cells, chain, `step.${step}`),
    })),
  );
}

function lasted(cells: Cells, chain: string, measure: string): Omit<DurationItem, 'chain' | 'label' | 'step'> {
  return {
    n: cells.count(chain, measure),
    ended: sumOf([cells.count(chain, `${measure}.done`), cells.count(chain, `${measure}.skipped`)]),
    running: cells.count(chain, `${measure}.running`),
    gross: lengthsShown(cells, chain, measure, { clock: 'gross' }),
    net: lengthsShown(cells, chain, measure, { clock: 'net' }),
  };
}

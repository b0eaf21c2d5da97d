import type { Cells } from './cells.ts';
import type { BottleneckItem } from './items.ts';
import { meanDays, spread } from './lengths-shown.ts';
import { namesAt } from './measures-in.ts';
import type { Names } from './names.ts';
import { shareOf } from './shown.ts';

/** Per step where cases wait. */
export function bottleneckItems(cells: Cells, names: Names): readonly BottleneckItem[] {
  return names.chains.flatMap((chain) =>
    namesAt(cells, chain, 'step.', 1).map((step) => bottleneck(cells, names, chain, step)),
  );
}

function bottleneck(cells: Cells, names: Names, chain: string, step: string): BottleneckItem {
  const of = (part: string): string => `step.${step}.${part}`;
  const count = (part: string): ReturnType<Cells['count']> => cells.count(chain, of(part));
  return {
    chain,
    step,
    label: names.step(chain, step),
    role: names.holder(chain, step),
    waiting: count('waiting'),
    overdue: count('waiting.overdue'),
    overdueShare: shareOf(count('waiting.overdue'), count('waiting')),
    age: spread(cells, chain, of('waiting'), 'age'),
    silence: spread(cells, chain, of('waiting'), 'silence'),
    due: count('due'),
    withinTerm: shareOf(count('due.within'), count('due')),
    lost: { gross: meanDays(cells, chain, of('due'), 'lost'), net: meanDays(cells, chain, of('due'), 'lost-net') },
    waitingDays: spread(cells, chain, of('work'), 'waiting'),
    handlingDays: spread(cells, chain, of('work.taken'), 'handling'),
    again: count('pass.again'),
  };
}

import { OUTSIDE } from '../emissions/links.ts';
import { personsMeasure } from '../emissions/persons.ts';
import { EVERY_CHAIN } from '../every-chain.ts';
import type { PeriodKind } from '../periods.ts';
import type { Cells } from './cells.ts';
import type { LinkItem } from './items.ts';
import type { Names } from './names.ts';

/** Between the chains and outside them; persons each counted once in a period of this kind; organisations. */
export function linkItems(cells: Cells, names: Names, kind: PeriodKind): readonly LinkItem[] {
  return [
    ...names.chains.flatMap((chain) => [entered(cells, names, chain), ...led(cells, names, chain)]),
    ...cells.measures(EVERY_CHAIN, `${personsMeasure(kind)}.`).map((measure): LinkItem => {
      const chains = Number(measure.split('.')[2]);
      return { kind: 'persons', chains, persons: cells.count(EVERY_CHAIN, measure) };
    }),
    ...cells.measures(EVERY_CHAIN, 'samenwerking.').map((measure): LinkItem => {
      const [, from = '', to = ''] = measure.split('.');
      const label = `Tussen ${names.role('', from)} en ${names.role('', to)}`;
      return { kind: 'samenwerking', from, to, label, pairs: cells.count(EVERY_CHAIN, measure) };
    }),
  ];
}

function entered(cells: Cells, names: Names, chain: string): LinkItem {
  return {
    kind: 'link',
    from: OUTSIDE,
    to: chain,
    type: 'instroom',
    label: `Van ${names.chain(OUTSIDE)} naar ${names.chain(chain)}`,
    opened: cells.count(chain, `entry.${OUTSIDE}`),
    bothRunning: 0,
    closed: 0,
  };
}

function led(cells: Cells, names: Names, chain: string): readonly LinkItem[] {
  const pairs = cells.measures(chain, 'link.').map((measure) => measure.split('.').slice(0, 3).join('.'));
  return [...new Set(pairs)].sort().map((measure) => {
    const [, to = '', type = ''] = measure.split('.');
    return {
      kind: 'link',
      from: chain,
      to,
      type,
      label: `${names.link(type)}: van ${names.chain(chain)} naar ${names.chain(to)}`,
      opened: cells.count(chain, measure),
      bothRunning: cells.count(chain, `${measure}.both`),
      closed: cells.count(chain, `${measure}.closed`),
    };
  });
}

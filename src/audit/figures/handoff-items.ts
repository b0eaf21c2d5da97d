import type { Cells } from './cells.ts';
import type { HandoffItem } from './items.ts';
import { lengthsShown } from './lengths-shown.ts';
import type { Names } from './names.ts';

/** Per pair of roles what became of offers. */
export function handoffItems(cells: Cells, names: Names): readonly HandoffItem[] {
  return names.chains.flatMap((chain) => {
    const pairs = cells.measures(chain, 'handoff.').map((measure) => measure.split('.').slice(1, 3).join('.'));
    return [...new Set(pairs)].sort().map((pair) => handoff(cells, names, chain, pair));
  });
}

function handoff(cells: Cells, names: Names, chain: string, pair: string): HandoffItem {
  const [from = '', to = ''] = pair.split('.');
  const measure = `handoff.${pair}`;
  const count = (part: string): ReturnType<Cells['count']> => cells.count(chain, `${measure}${part}`);
  const reasons = cells.measures(chain, `${measure}.declined.`).map((each) => each.split('.').at(-1) ?? '');
  return {
    chain,
    from,
    to,
    label: `Van ${names.role(chain, from)} naar ${names.role(chain, to)}`,
    offered: count(''),
    accepted: count('.accepted'),
    declined: count('.declined'),
    declinedBy: reasons.map((reason) => ({
      reason,
      label: names.reason(chain, reason),
      count: count(`.declined.${reason}`),
    })),
    expired: count('.term.expired'),
    warm: count('.accepted.met.warm'),
    toAcceptance: lengthsShown(cells, chain, measure, { clock: 'gross', told: 'accepted' }),
  };
}

import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cells } from './cells.ts';
import type { OutcomeItem } from './items.ts';
import { namesAt } from './measures-in.ts';
import type { Names } from './names.ts';
import type { Population } from './population.ts';
import { reachOf } from './reach.ts';

/** How cases ended, and who was durably helped. Endings and reasons are the chain's own: of all chains there are none. */
export function outcomeItems(cells: Cells, names: Names, population?: Population): readonly OutcomeItem[] {
  return [...names.chains, EVERY_CHAIN].map((chain) => {
    const count = (measure: string): ReturnType<Cells['count']> => cells.count(chain, measure);
    const endings = chain === EVERY_CHAIN ? [] : namesAt(cells, chain, 'end.', 1);
    const reasons = chain === EVERY_CHAIN ? [] : namesAt(cells, chain, 'left.dropout.', 2);
    const reach = chain === EVERY_CHAIN ? [] : reachOf(cells, names, chain, population);
    return {
      chain,
      label: names.chain(chain),
      ended: count('out'),
      endings: endings.map((ending) => ({
        ending,
        label: names.ending(chain, ending),
        count: count(`end.${ending}`),
      })),
      dropout: reasons.map((reason) => ({
        reason,
        label: names.reason(chain, reason),
        count: count(`left.dropout.${reason}`),
      })),
      started: count('durable'),
      durable: {
        ja: count('durable.ja'),
        nee: count('durable.nee'),
        onbekend: count('durable.onbekend'),
        'nog-niet': count('durable.nog-niet'),
      },
      ...(reach.length === 0 ? {} : { reach }),
    };
  });
}

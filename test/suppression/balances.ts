import { REGION } from '../../src/audit/protect/block.ts';
import { beginOf, endOf } from '../../src/cases/audit/grid.ts';
import { nameOf, type Released } from './released.ts';
import { isFew, type Truth } from './truth.ts';

/** What was there at the end of a period is what was there before, and what came, without what went. */
interface Balance {
  readonly stock: string;
  readonly inflow: string;
  readonly outflow: string;
}

function balancesOf({ measures }: Truth): readonly Balance[] {
  const links = [...measures.keys()].filter((each) => each.startsWith('link.') && each.endsWith('.both'));
  return [
    { stock: 'open', inflow: 'in', outflow: 'out' },
    ...links.map((stock) => {
      const inflow = stock.slice(0, -'.both'.length);
      return { stock, inflow, outflow: `${inflow}.closed` };
    }),
  ];
}

/** Hidden stocks and flows of one to nine that follow from the others, one after another. */
export function followingFromBalances({ told, sums, periods }: Released, truth: Truth): readonly string[] {
  const { municipalities, chains, moments } = sums.accumulator.grid;
  const found: string[] = [];
  const spans = periods
    .map((id) => ({ id, from: beginOf(id), to: endOf(id) }))
    .filter(({ from, to }) => moments.includes(from) && moments.includes(to));
  for (const { stock, inflow, outflow } of balancesOf(truth)) {
    for (const chain of [...chains, 'alle']) {
      for (const place of [REGION, ...municipalities]) {
        const of = (measure: string, period: string): string => nameOf({ measure, place, period, chain });
        const known = new Set<string>();
        const isKnown = (cell: string): boolean => told.has(cell) || known.has(cell);
        for (let before = -1; before !== known.size;) {
          before = known.size;
          for (const { id, from, to } of spans) {
            const four = [of(stock, `${from}`), of(stock, `${to}`), of(inflow, id), of(outflow, id)];
            const hidden = four.filter((each) => !isKnown(each));
            const [alone, ...others] = hidden;
            if (alone === undefined || others.length > 0) continue;
            known.add(alone);
            if (isFew(truth.at(alone).length)) found.push(`${alone} follows from what came, went and was there`);
          }
        }
      }
    }
  }
  return found;
}

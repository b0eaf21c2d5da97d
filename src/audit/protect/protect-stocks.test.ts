import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedOf, type Happening, isAt, type Region } from '../../../test/suppression/region.ts';
import { smallRegions } from '../../../test/suppression/small-regions.ts';
import type { Block, GridNode } from './block.ts';
import { shownTogether } from './moments.ts';
import { protectBlock } from './protect-block.ts';
import { protectStocks } from './protect-stocks.ts';

const SEGMENTS = 8;

/** Who comes in a segment goes some segments later, or stays. */
function goes({ resident, segment }: Happening): number {
  return segment + (resident % 6);
}

/** Moment k is the end of segment k - 1; a period lies between the moments before and after it. */
function periodsOf({ times }: Region): readonly { readonly id: string; readonly from: string; readonly to: string }[] {
  return times.map(({ id }, index) => {
    const within = times.flatMap((each, at): readonly number[] => {
      const isUnder = (of: number | null): boolean => of !== null && (of === index || isUnder(times[of]!.parent));
      return each.segment !== null && isUnder(at) ? [each.segment] : [];
    });
    return { id, from: `${Math.min(...within)}`, to: `${Math.max(...within) + 1}` };
  });
}

const placesOf = ({ municipalities }: Region): readonly string[] => ['', ...municipalities];

it('no stock and no flow of a few can be told from the others', async () => {
  await fc.assert(
    fc.asyncProperty(smallRegions(['vngg'], false), async (region) => {
      const measures = ['in', 'out'].map((measure) => ({ measure, parent: null, everyChain: false }));
      const arrivals = region.happenings.map((each) => ({ ...each, measures: ['in'] }));
      const departures = arrivals
        .map((each) => ({ ...each, segment: goes(each), measures: ['out'] }))
        .filter(({ segment }) => segment < SEGMENTS);
      const flowing: Region = { ...region, measures, happenings: [...arrivals, ...departures] };
      const common = {
        municipalities: region.municipalities,
        chains: region.chains,
        isClosed: () => true,
        earlier: [],
      };
      const flows = await protectBlock({ ...common, times: region.times, measures: countedOf(flowing) });
      const moments = new Map<string, Block>();
      const stocks = new Map<string, Region>();
      for (let moment = 0; moment <= SEGMENTS; moment += 1) {
        const there = arrivals.filter((each) => each.segment < moment && goes(each) >= moment);
        const stock: Region = {
          ...region,
          times: [{ id: `${moment}`, parent: null, hasPlaces: moment % 4 === 0, segment: 0 }],
          measures: [{ measure: 'open', parent: null, everyChain: false }],
          happenings: there.map((each) => ({ ...each, segment: 0, measures: ['open'] })),
        };
        stocks.set(`${moment}`, stock);
        moments.set(`${moment}`, { ...common, times: stock.times, measures: countedOf(stock) });
      }
      const periods = periodsOf(region);
      const balances = [{ stock: 'open', inflow: 'in', outflow: 'out' }];
      const shown = await protectStocks({ moments, periods, balances, flows });

      for (const place of placesOf(region)) {
        const nodeOf = (time: string): GridNode => ({ place, time, chain: 'vngg' });
        const known = new Map<string, boolean>();
        for (const { id } of periods)
          for (const measure of ['in', 'out']) known.set(`${measure} ${id}`, flows(measure, nodeOf(id)));
        for (const moment of moments.keys()) known.set(`open ${moment}`, shown.get(moment)!('open', nodeOf(moment)));
        const truth = (name: string): number => {
          const [measure = '', time = ''] = name.split(' ');
          const of = measure === 'open' ? stocks.get(time)! : flowing;
          return of.happenings.filter(isAt(of, { measure, node: nodeOf(time) })).length;
        };
        const found: string[] = [];
        for (let isDone = false; !isDone;) {
          isDone = true;
          for (const { id, from, to } of periods) {
            const hidden = [`open ${from}`, `open ${to}`, `in ${id}`, `out ${id}`].filter(
              (each) => known.get(each) !== true,
            );
            const [alone, ...others] = hidden;
            if (alone === undefined || others.length > 0) continue;
            known.set(alone, true);
            isDone = false;
            if (truth(alone) > 0 && truth(alone) < 10) found.push(`${place} ${alone}`);
          }
        }
        expect(found).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('stocks that tell each other are shown together or not at all', () => {
  const edges = [{ from: 'a', to: 'b', kind: 'together' }] as const;
  expect([...shownTogether(['a', 'b', 'c'], new Set(['a', 'c']), edges)]).toEqual(['c']);
});

it('of two runs of stocks that together tell a flow the longer is shown', () => {
  const edges = [
    { from: 'a', to: 'b', kind: 'apart' },
    { from: 'b', to: 'c', kind: 'together' },
  ] as const;
  expect([...shownTogether(['a', 'b', 'c'], new Set(['a', 'b', 'c']), edges)]).toEqual(['b', 'c']);
});

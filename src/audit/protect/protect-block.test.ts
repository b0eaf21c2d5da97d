import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, differencesOfLate, eliminateLate, nameOf } from '../../../test/suppression/attacker.ts';
import { countedOf, gridOf, type Happening, isAt, type Region, type Told } from '../../../test/suppression/region.ts';
import { smallRegions } from '../../../test/suppression/small-regions.ts';
import type { EarlierRelease } from './block.ts';
import { protectBlock } from './protect-block.ts';

const ONE = ['vngg'];
const THREE = ['kngg', 'vngg', 'valpreventie'];

/** What a release tells of a region. */
async function release(
  region: Region,
  {
    isClosed = () => true,
    earlier = [],
  }: { isClosed?: (time: string) => boolean; earlier?: readonly EarlierRelease[] } = {},
): Promise<readonly Told[]> {
  const shows = await protectBlock({ ...region, measures: countedOf(region), isClosed, earlier });
  return gridOf(region).flatMap((each) =>
    shows(each.measure, each.node) ? [{ ...each, value: valueOf(region, each) }] : [],
  );
}

function valueOf(region: Region, each: Parameters<typeof isAt>[1]): number {
  return region.happenings.filter(isAt(region, each)).length;
}

describe('what is shown of a year', () => {
  it('gives nobody back, of measures of one chain and their parts', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegions(ONE, false), async (region) => {
        expect(await attack(region, await release(region))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives nobody back, of measures that are summed over the chains', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegions(THREE, true), async (region) => {
        expect(await attack(region, await release(region))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is everything, where every cell and what is left of it rests on ten residents or on none', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegions(THREE, true), async (region) => {
        const large = { ...region, happenings: region.happenings.flatMap((each, at) => manyOf(each, at)) };
        expect(await release(large)).toHaveLength(gridOf(large).length);
      }),
      { numRuns: 10 },
    );
  });

  it('is what has come to its end', async () => {
    const [region] = fc.sample(smallRegions(ONE, false), 1);
    const told = await release(region!, { isClosed: (time) => time !== '2025' && !time.includes('Q2') });
    expect(told.filter(({ node }) => node.time === '2025' || node.time === '2025-Q2')).toEqual([]);
  });
});

describe('a release after another', () => {
  const turns = fc.record({
    every: fc.constantFrom(1000, 40, 9, 4),
    isWhole: fc.boolean(),
    first: fc.constantFrom('year', 'quarter', 'month'),
  });
  const closed: Readonly<Record<string, (time: string) => boolean>> = {
    year: () => true,
    quarter: (time) => time !== '2025' && !/Q2|-0[45]/.test(time),
    month: (time) => /-01/.test(time),
  };

  it.each([
    ['one chain', ONE, 30],
    ['all chains', THREE, 10],
  ] as const)(
    'tells nothing of what came between them, nor more of the rest: %s',
    async (_, chains, numRuns) => {
      await fc.assert(
        fc.asyncProperty(smallRegions(chains, chains === THREE), turns, async (region, { every, isWhole, first }) => {
          const isLate = ({ resident, segment }: Happening): boolean =>
            resident % every === 0 || (isWhole && segment === 0);
          const early = { ...region, happenings: region.happenings.filter((each) => !isLate(each)) };
          const before = await release(early, { isClosed: closed[first]! });
          const values = new Map(before.map((each) => [nameOf(each), each.value]));
          const after = await release(region, { earlier: [(measure, node) => values.get(nameOf({ measure, node }))] });
          // Where nothing changed, what was told before is still true.
          const names = new Set(after.map(nameOf));
          const stillTrue = before.filter((each) => !names.has(nameOf(each)) && each.value === valueOf(region, each));
          expect(await attack(region, [...after, ...stillTrue])).toEqual([]);
          const late = region.happenings.filter(isLate).map((each, resident) => ({ ...each, resident }));
          const between = { ...region, happenings: late };
          expect(differencesOfLate(between, before, after)).toEqual([]);
          expect(await eliminateLate(between, before, after)).toEqual([]);
        }),
        { numRuns },
      );
    },
    60_000,
  );
});

/** Twenty residents for one. */
function manyOf(each: Happening, at: number): readonly Happening[] {
  return Array.from({ length: 20 }, (_, copy) => ({ ...each, resident: at * 20 + copy }));
}

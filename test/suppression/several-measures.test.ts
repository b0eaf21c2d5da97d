import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseStory, StoryLink } from '../../src/audit/story.ts';
import { closedPeriods, gridOf } from '../../src/cases/audit/grid.ts';
import { madeStory } from '../audit/made-story.ts';
import type { PlayedRegion } from '../audit/played-region.ts';
import { nestedIn } from './nested-measures.ts';
import { differencesIn } from './region-differences.ts';
import { released, timesIn } from './released.ts';
import { followingFromSums } from './sums.ts';
import { truthOf } from './truth.ts';

const HOUR = 3_600_000;
const asOf = Date.parse('2025-07-03T12:00:00Z');
const days = ['2025-01-15', '2025-02-12', '2025-05-14'].map((day) => Date.parse(`${day}T09:00:00Z`));

type Began = Partial<CaseStory> & Pick<CaseStory, 'chain'>;

/** Who began: in one chain, in two, in three, twice in one; and who was led from one chain to another, where both run on. */
const kinds: readonly (readonly Began[])[] = [
  [{ chain: 'sociaal-verwijzen' }],
  [{ chain: 'sociaal-verwijzen' }, { chain: 'valpreventie' }],
  [{ chain: 'sociaal-verwijzen' }, { chain: 'valpreventie' }, { chain: 'kngg' }],
  [
    { chain: 'vngg', endedAt: 0 },
    { chain: 'vngg', herinstroom: true },
  ],
  [
    { chain: 'sociaal-verwijzen', links: [led('vngg', true)] },
    { chain: 'vngg', links: [led('sociaal-verwijzen', false)] },
  ],
  [
    { chain: 'valpreventie', links: [led('vngg', true)] },
    { chain: 'vngg', links: [led('valpreventie', false)] },
  ],
];

function led(chain: string, first: boolean): StoryLink {
  return { type: 'doorverwijzing', chain, case: 'elders', at: 0, first };
}

const smallRegion = fc
  .record({
    sizes: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 45 }), fc.constant(0)), {
      minLength: kinds.length * days.length,
      maxLength: kinds.length * days.length,
    }),
    every: fc.constantFrom(2, 3, 1000),
  })
  .map(({ sizes, every }): PlayedRegion => {
    const persons = sizes.flatMap((size, cell) =>
      Array.from({ length: size }, (_, index) => personOf(cell, index, every)),
    );
    const periods = closedPeriods(asOf, days[0]!);
    return { asOf, persons, periods, grid: gridOf(['almelo', 'enschede'], periods) };
  });

function personOf(cell: number, index: number, every: number): readonly CaseStory[] {
  const resident = `inwoner-${cell}-${index}`;
  const day = days[cell % days.length]!;
  return kinds[Math.floor(cell / days.length)]!.map((began, at) => {
    const startedAt = day + at * HOUR;
    return madeStory({
      ...began,
      case: `${resident}-${at}`,
      resident,
      municipality: index % every === 0 ? 'almelo' : 'enschede',
      startedAt,
      lastAt: startedAt,
      endedAt: began.endedAt === undefined ? null : day + HOUR / 2,
      links: (began.links ?? []).map((link) => ({ ...link, at: day + HOUR })),
    });
  });
}

it('measures that are one count together, or lie in each other at a moment, tell nothing of a few', async () => {
  await fc.assert(
    fc.asyncProperty(smallRegion, async (region) => {
      const release = await released(region, asOf);
      const truth = truthOf(region, asOf, region.grid.moments);
      const segments = timesIn('2025').flatMap(({ id, segment }) => (segment === null ? [] : [id]));
      const within = nestedIn(truth, { tally: segments, standing: region.grid.moments.map(String) });
      expect(followingFromSums(release, truth)).toEqual([]);
      expect(differencesIn(release, truth, within)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

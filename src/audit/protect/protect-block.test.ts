import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, type Told } from '../../../test/suppression/attacker.ts';
import { countedOf, gridOf, isAt, type Region } from '../../../test/suppression/region.ts';
import { smallRegions } from '../../../test/suppression/small-regions.ts';
import { protectBlock } from './protect-block.ts';

async function toldOf(region: Region): Promise<readonly Told[]> {
  const { times, municipalities, chains } = region;
  const shows = await protectBlock({
    times,
    municipalities,
    chains,
    measures: countedOf(region),
    isClosed: () => true,
    earlier: [],
  });
  return gridOf(region).flatMap((each) =>
    shows(each.measure, each.node) ? [{ ...each, value: region.happenings.filter(isAt(region, each)).length }] : [],
  );
}

describe('what is shown of a year', () => {
  it('gives nobody back, of measures of one chain', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegions(['vngg'], false), async (region) => {
        expect(await attack(region, await toldOf(region))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives nobody back, of measures that are summed over the chains', async () => {
    await fc.assert(
      fc.asyncProperty(smallRegions(['kngg', 'vngg', 'valpreventie'], true), async (region) => {
        expect(await attack(region, await toldOf(region))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

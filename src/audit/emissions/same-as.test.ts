import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyStory } from '../../../test/audit/any-story.ts';
import { madeIndicators, onDay } from '../../../test/audit/made-story.ts';
import { playInEngine } from '../../../test/journeys/play-in-engine.ts';
import { regionalTables } from '../../../test/journeys/regional-tables.ts';
import { MONDAY } from '../../../test/journeys/start-case.ts';
import { storyOfCase } from '../../cases/audit/story-of-case.ts';
import { indicatorsOf } from '../../chains/indicators.ts';
import type { Emission, Tally } from '../emission.ts';
import { emissionsOf } from './emissions-of.ts';

/** What is shown exactly where another measure is. */
const ALIASES = ['case', 'durable', 'end', 'entry', 'handoff.*.*.accepted.met', 'handoff.*.*.term', 'kern.activiteit']
  .concat(['kern.contact', 'left', 'step.*.done.choice', 'step.*.pass', 'step.*.work'])
  .sort();

const tallies = (emissions: readonly Emission[]): readonly Tally[] =>
  emissions.flatMap((each) => (each.kind === 'tally' ? [each] : []));
const momentsOf = (all: readonly Tally[], measure: string): readonly number[] =>
  all.flatMap((each) => (each.measure === measure ? [each.at] : [])).toSorted((a, b) => a - b);
const shapeOf = (measure: string): string =>
  measure.replace(/^(step)\.[^.]+|^(handoff)\.[^.]+\.[^.]+/, (_, step?: string) => (step ? 'step.*' : 'handoff.*.*'));

/** @returns the aliases that were met; each counted at the very moments at which its measure is. */
function checkAliases(emissions: readonly Emission[]): readonly string[] {
  const all = tallies(emissions);
  const pairs = new Map(all.flatMap(({ measure, same }) => (same === null ? [] : [[measure, same]])));
  for (const [measure, same] of pairs) expect(momentsOf(all, measure), measure).toEqual(momentsOf(all, same));
  return [...pairs.keys()].map(shapeOf);
}

describe('what counts the same as another measure', () => {
  test('counts at the very same moments, of any story at any time', () => {
    fc.assert(
      fc.property(anyStory, fc.nat({ max: 600 }), (story, day) => {
        checkAliases(emissionsOf(story, onDay(day), madeIndicators));
      }),
    );
  });

  test('counts at the very same moments in all journeys, in which every one of them is met', () => {
    const met = regionalTables.flatMap(({ journeys }) =>
      journeys.flatMap((journey) => {
        const story = storyOfCase(playInEngine(journey, MONDAY).facts, { resident: 'inwoner' });
        const middle = (story.startedAt + story.lastAt) / 2;
        return [story.lastAt, middle].flatMap((asOf) =>
          checkAliases(emissionsOf(story, asOf, indicatorsOf(story.chain))),
        );
      }),
    );
    expect([...new Set(met)].sort()).toEqual(ALIASES);
  });

  test('is no part of anything, is no alias of an alias, and is summed over the chains only where its measure is', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const all = tallies(emissionsOf(story, onDay(600), madeIndicators));
        const byName = new Map(all.map((each) => [each.measure, each]));
        for (const { measure, same, parent, everyChain } of all) {
          if (same === null) continue;
          const own = byName.get(same);
          expect([parent, own?.same, !everyChain || own?.everyChain], measure).toEqual([null, null, true]);
        }
      }),
    );
  });
});

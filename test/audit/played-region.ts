import { Accumulator, type Grid } from '../../src/audit/accumulate/accumulator.ts';
import { grouped } from '../../src/audit/grouped.ts';
import type { CaseStory } from '../../src/audit/story.ts';
import { emittedBy } from '../../src/cases/audit/add-up.ts';
import { closedPeriods, gridOf } from '../../src/cases/audit/grid.ts';
import { storyOfCase } from '../../src/cases/audit/story-of-case.ts';
import { municipalities } from '../../src/local/demo-region/municipalities.ts';
import { playRegion } from '../../src/local/generator/play-region.ts';

/** A generated region as the figures know it: its people, each with their cases. */
export interface PlayedRegion {
  readonly asOf: number;
  readonly persons: readonly (readonly CaseStory[])[];
  /** The closed periods. */
  readonly periods: readonly string[];
  readonly grid: Grid;
}

/** The same number of cases gives the same region. */
export function playedRegion(cases: number): PlayedRegion {
  const asOf = Date.parse('2026-11-22T13:00:00Z');
  const stories = [...playRegion({ cases, seed: 7, now: asOf })].map(({ facts, resident }) =>
    storyOfCase(facts, { resident: resident.id }),
  );
  const periods = closedPeriods(asOf, Math.min(...stories.map(({ startedAt }) => startedAt)));
  const grid = gridOf(
    municipalities.map(({ id }) => id),
    periods,
  );
  return { asOf, persons: [...grouped(stories, ({ resident }) => resident).values()], periods, grid };
}

/** Person by person, as a release does. */
export function addedUp({ asOf, persons, grid }: Omit<PlayedRegion, 'periods'>): Accumulator {
  const accumulator = new Accumulator(grid);
  for (const person of persons) accumulator.add(emittedBy(person, asOf, grid));
  return accumulator;
}

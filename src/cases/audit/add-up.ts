import { Accumulator, type Grid, nodeOf } from '../../audit/accumulate/accumulator.ts';
import { Cooperations, cooperationsOf } from '../../audit/cooperation.ts';
import type { Emission } from '../../audit/emission.ts';
import { emissionsOf } from '../../audit/emissions/emissions-of.ts';
import { emissionsOfPerson } from '../../audit/emissions/persons.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { REGION } from '../../audit/protect/block.ts';
import type { CaseStory } from '../../audit/story.ts';
import type { Database } from '../../platform/db/database.ts';
import { BEFORE_ALL, nextStories } from '../../reading/case-stories.ts';
import { domainOf } from './domains.ts';
import { indicatorsOf } from '../../chains/indicators.ts';

const AT_ONCE = 2_000;

/** What a release is made of. */
export interface AddedUp {
  readonly accumulator: Accumulator;
  readonly cooperations: Cooperations;
}

/** Adds up all stories in the database, person by person; each is handed to `also` too. @returns the figures, and from how many cases. */
export async function addUpStories(
  db: Database,
  grid: Grid,
  asOf: number,
  { tell, also }: { readonly tell: (cases: number) => void; readonly also?: (story: CaseStory) => void },
): Promise<AddedUp & { readonly cases: number }> {
  const sums = { accumulator: new Accumulator(grid), cooperations: new Cooperations() };
  let cases = 0;
  let after = { resident: BEFORE_ALL, case: BEFORE_ALL };
  let person: CaseStory[] = [];
  for (;;) {
    const rows = await nextStories<CaseStory>(db, after, AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { story } of rows) {
      also?.(story);
      if (person[0] !== undefined && person[0].resident !== story.resident) {
        addPerson(sums, person, asOf);
        person = [];
      }
      person.push(story);
    }
    cases += rows.length;
    after = { resident: last.resident, case: last.case_id };
    tell(cases);
  }
  addPerson(sums, person, asOf);
  return { ...sums, cases };
}

interface Emitted {
  readonly municipality: string;
  readonly chain: string;
  readonly emissions: readonly Emission[];
}

/** What the cases of one person add: each in its own place and chain, and the person in all chains together. */
export function emittedBy(
  stories: readonly CaseStory[],
  asOf: number,
  { dayOf }: Pick<Grid, 'dayOf'>,
): readonly Emitted[] {
  return [
    ...stories.map((story) => ({
      municipality: story.municipality,
      chain: story.chain,
      emissions: emissionsOf(story, asOf, indicatorsOf(story.chain), stories),
    })),
    ...emissionsOfPerson(stories, asOf, dayOf).map(({ municipality, tally }) => ({
      municipality,
      chain: EVERY_CHAIN,
      emissions: [tally],
    })),
  ];
}

/** Everything that one person adds: what the cases emit, and which organisations worked together in them. */
export function addPerson({ accumulator, cooperations }: AddedUp, stories: readonly CaseStory[], asOf: number): void {
  const { dayOf } = accumulator.grid;
  accumulator.add(emittedBy(stories, asOf, accumulator.grid));
  for (const story of stories) {
    for (const cooperation of cooperationsOf(story, domainOf)) {
      const { year, quarter } = dayOf(cooperation.at);
      for (const place of [REGION, story.municipality]) {
        for (const period of [year, quarter]) cooperations.add(nodeOf(place, period), cooperation);
      }
    }
  }
}

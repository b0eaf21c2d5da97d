import type { Tally } from '../emission.ts';
import { grouped } from '../grouped.ts';
import { type PeriodKind, periodKinds, type PeriodsOfDay } from '../periods.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/** The measure of persons who began in one period of this kind; beneath it one per number of chains. */
export function personsMeasure(kind: PeriodKind): string {
  return `persons.${kind}`;
}

/** What a person adds, in the municipality of the case that began first in the period. */
export interface OfPerson {
  readonly municipality: string;
  readonly tally: Tally;
}

/**
 * Once per period of every kind in which cases of this person began (`stories`: all of one person): in how many
 * different chains. Only the measure of a period's own kind says something of that period.
 */
export function emissionsOfPerson(
  stories: readonly CaseStory[],
  asOf: number,
  dayOf: (at: number) => PeriodsOfDay,
): readonly OfPerson[] {
  const begun = stories.filter(({ startedAt }) => startedAt <= asOf).toSorted((a, b) => a.startedAt - b.startedAt);
  return periodKinds.flatMap((kind) =>
    [...grouped(begun, ({ startedAt }) => dayOf(startedAt)[kind]).values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { municipality, startedAt: at } = first;
      const parent = personsMeasure(kind);
      const chains = new Set(own.map(({ chain }) => chain)).size;
      return [tally(parent, at), tally(`${parent}.${chains}`, at, { parent })].map((each) => ({
        municipality,
        tally: each,
      }));
    }),
  );
}

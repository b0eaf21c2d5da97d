import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import { momentsOf } from '../indicators/moments.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

export function reachMeasure(id: string): string {
  return `reach.${id}`;
}

/** Who was reached as a norm asks, on the day of the first outcome that says so; once per case. */
export function reachEmissions(story: CaseStory, asOf: number, { reach = [] }: Indicators): readonly Emission[] {
  return reach.flatMap(({ id, by }) => {
    const [first] = momentsOf(story, by);
    return first === undefined || first > asOf ? [] : [tally(reachMeasure(id), first)];
  });
}

import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';
import { lengthsOf, partsOf } from './lengths.ts';

/** How long the case and each opening of its steps lasted; withdrawal, moving away and death compete with completion. */
export function durationEmissions(story: CaseStory, asOf: number, { endings }: Indicators): readonly Emission[] {
  const { startedAt, endedAt, ending, pauses, steps } = story;
  const told = ending !== null && endings[ending]?.completes === true;
  const whole = { measure: 'case', from: startedAt, to: endedAt, told };
  return [
    tally('case', startedAt, { same: 'in' }),
    ...partsOf(whole, asOf),
    ...lengthsOf(whole, asOf, pauses),
    ...steps.flatMap(({ step, openedAt: from, endedAt: to, end }) => {
      const length = { measure: `step.${step}`, from, to, told: end === 'decided' };
      return [tally(length.measure, from), ...partsOf(length, asOf), ...lengthsOf(length, asOf, pauses)];
    }),
  ];
}

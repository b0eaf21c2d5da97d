import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import type { CaseStory } from '../story.ts';
import { lengthEmissions } from './lengths.ts';

/** How long the case and each opening of its steps lasted; withdrawal, moving away and death compete with completion. */
export function durationEmissions(story: CaseStory, asOf: number, { endings }: Indicators): readonly Emission[] {
  const { startedAt, endedAt, ending, pauses, steps } = story;
  const told = ending !== null && endings[ending]?.completes === true;
  const whole = { measure: 'case', from: startedAt, to: endedAt, told, everyChain: true };
  return [
    ...lengthEmissions(whole, asOf, pauses),
    ...steps.flatMap((step) => {
      const length = {
        measure: `step.${step.step}`,
        from: step.openedAt,
        to: step.endedAt,
        told: step.end === 'decided',
      };
      return lengthEmissions(length, asOf, pauses);
    }),
  ];
}

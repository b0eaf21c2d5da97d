import { daysBetween } from '../days.ts';
import type { Emission } from '../emission.ts';
import type { CaseStory, StoryStep } from '../story.ts';
import { standing, tally } from './add.ts';
import { lasting, netDays } from './lengths.ts';
import { momentsIn } from './silence.ts';

/** Where cases wait: what stands open, what was due, what was taken on and how late, per opening of each step. */
export function bottleneckEmissions(story: CaseStory, asOf: number): readonly Emission[] {
  const events = momentsIn(story);
  return story.steps.flatMap((step, index) => {
    const again = story.steps.slice(0, index).some((earlier) => earlier.step === step.step && earlier.endedAt !== null);
    return [
      ...waiting(step, events, asOf),
      ...due(step, asOf, story.pauses),
      ...work(step, asOf),
      tally(`step.${step.step}.pass`, step.openedAt, { same: `step.${step.step}` }),
      ...(again ? [tally(`step.${step.step}.pass.again`, step.openedAt, { parent: `step.${step.step}.pass` })] : []),
    ];
  });
}

function waiting(
  { step, openedAt, endedAt, dueAt }: StoryStep,
  events: readonly number[],
  asOf: number,
): readonly Emission[] {
  const measure = `step.${step}.waiting`;
  const from = Math.max(openedAt, dueAt);
  const overdue = from <= asOf && (endedAt === null || endedAt > dueAt);
  return [
    { ...standing(measure, { from: openedAt, to: endedAt }), events },
    ...(overdue ? [standing(`${measure}.overdue`, { from, to: endedAt }, { parent: measure })] : []),
  ];
}

/** On the day on which it was due, done or not. What became needless before that day was never due. */
function due({ step, dueAt, endedAt, end }: StoryStep, asOf: number, pauses: CaseStory['pauses']): readonly Emission[] {
  const needless = endedAt !== null && endedAt <= dueAt && end !== 'decided';
  if (dueAt > asOf || needless) return [];
  const measure = `step.${step}.due`;
  const within = end === 'decided' && endedAt !== null && endedAt <= dueAt;
  const late = { measure, from: dueAt, to: endedAt === null ? null : Math.max(endedAt, dueAt), told: true };
  return [
    tally(measure, dueAt),
    ...(within ? [tally(`${measure}.within`, dueAt, { parent: measure })] : []),
    lasting(late, 'lost', daysBetween(dueAt, late.to ?? asOf)),
    lasting(late, 'lost-net', netDays(late, asOf, pauses)),
  ];
}

/** Opened until taken on, or until decided by who never took it on; and from taking on until decided. */
function work({ step, openedAt, takenAt, endedAt, end }: StoryStep, asOf: number): readonly Emission[] {
  const measure = `step.${step}.work`;
  const taken = takenAt ?? endedAt;
  const told = takenAt !== null || end === 'decided';
  const waited = { measure, from: openedAt, to: taken, told };
  const opening = [
    tally(measure, openedAt, { same: `step.${step}` }),
    lasting(waited, 'waiting', daysBetween(openedAt, taken ?? asOf)),
  ];
  if (takenAt === null) return opening;
  const handled = { measure: `${measure}.taken`, from: openedAt, to: endedAt, told: end === 'decided' };
  return [
    ...opening,
    tally(`${measure}.taken`, openedAt, { parent: measure }),
    lasting(handled, 'handling', daysBetween(takenAt, endedAt ?? asOf)),
  ];
}

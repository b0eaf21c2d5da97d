import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import { activityStatus, betterStatus, contactStatus, type Status, stillActiveStatus } from '../indicators/statuses.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/** The key figures beside the number of referrals, which is `in`. */
export const keyMeasures = {
  contact: 'kern.contact',
  activity: 'kern.activiteit',
  stillActive: 'kern.actief',
  better: 'kern.beter',
} as const;

/** Per key figure one status of each case that began; whether someone is still active only of who began to be. */
export function keyFigureEmissions(story: CaseStory, asOf: number, indicators: Indicators): readonly Emission[] {
  const { startedAt } = story;
  const emit = (measure: string, status: Status): readonly Emission[] => [
    tally(measure, startedAt, { everyChain: true }),
    tally(`${measure}.${status}`, startedAt, { parent: measure, everyChain: true }),
  ];
  const active = stillActiveStatus(story, asOf, indicators);
  return [
    ...emit(keyMeasures.contact, contactStatus(story, asOf, indicators)),
    ...emit(keyMeasures.activity, activityStatus(story, asOf, indicators)),
    ...(active === null ? [] : emit(keyMeasures.stillActive, active)),
    ...emit(keyMeasures.better, betterStatus(story, asOf, indicators)),
  ];
}

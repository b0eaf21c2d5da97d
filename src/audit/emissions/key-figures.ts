import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import { activityStatus, contactStatus, type Status, stillActiveStatus } from '../indicators/statuses.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/**
 * The key figures that are of a status; the number of referrals is `in`, and who is better is among those who were
 * durably helped. Who is still active is a part of who began: the difference of the two isolates nobody.
 */
export const keyMeasures = {
  contact: 'kern.contact',
  activity: 'kern.activiteit',
  stillActive: 'kern.activiteit.ja',
} as const;

/** Per key figure one status of each case that began; whether someone is still active only of who began to be. */
export function keyFigureEmissions(story: CaseStory, asOf: number, indicators: Indicators): readonly Emission[] {
  const { startedAt } = story;
  const whole = (measure: string): Emission => tally(measure, startedAt, { same: 'in', everyChain: true });
  const part = (parent: string, status: Status): Emission =>
    tally(`${parent}.${status}`, startedAt, { parent, everyChain: true });
  const activity = activityStatus(story, asOf, indicators);
  const active = activity === 'ja' ? stillActiveStatus(story, asOf, indicators) : null;
  return [
    whole(keyMeasures.contact),
    part(keyMeasures.contact, contactStatus(story, asOf, indicators)),
    whole(keyMeasures.activity),
    part(keyMeasures.activity, activity),
    ...(active === null ? [] : [part(keyMeasures.stillActive, active)]),
  ];
}

import { DAY_MS } from '../days.ts';
import type { CaseStory } from '../story.ts';
import { momentsOf, nameOf } from './moments.ts';
import type { Indicators } from './indicators.ts';

/** A key figure of one case: yes, no, its moment has not come, or it cannot be known. */
export type Status = 'ja' | 'nee' | 'nog-niet' | 'onbekend';

const CONTACT_WITHIN_DAYS = 14;
/** So long someone has to begin with an activity (assumption: the longest waiting list of the chains, twice). */
const ACTIVITY_WITHIN_DAYS = 180;
const STILL_ACTIVE_AFTER_DAYS = 91;

/**
 * Contact within two weeks after aanmelding. The moment of everyone comes after the same two weeks, so that who was
 * reached soon is not counted sooner; who ended before being registered is unknown.
 */
export function contactStatus(story: CaseStory, asOf: number, { contact }: Indicators): Status {
  const from = contact.from.length === 0 ? story.startedAt : momentsOf(story, contact.from)[0];
  if (from === undefined || from > asOf) return hasEnded(story, asOf) ? 'onbekend' : 'nog-niet';
  const until = from + CONTACT_WITHIN_DAYS * DAY_MS;
  if (until > asOf) return 'nog-niet';
  const first = momentsOf(story, contact.by)[0];
  return first !== undefined && first <= until ? 'ja' : 'nee';
}

/** Whether an activity or intervention began within 180 days after the start of the case. */
export function activityStatus(story: CaseStory, asOf: number, { activity }: Indicators): Exclude<Status, 'onbekend'> {
  const until = story.startedAt + ACTIVITY_WITHIN_DAYS * DAY_MS;
  if (until > asOf) return 'nog-niet';
  const first = momentsOf(story, activity.begins)[0];
  return first !== undefined && first <= until ? 'ja' : 'nee';
}

/**
 * Whether someone was still active, or had completed it, 91 days after the first activity began; null where none has.
 * Stopped is an outcome that says so with nothing begun after it, or an ending that does not complete the chain.
 */
export function stillActiveStatus(
  story: CaseStory,
  asOf: number,
  { activity, endings }: Indicators,
): Exclude<Status, 'onbekend'> | null {
  const began = momentsOf(story, activity.begins)[0];
  if (began === undefined || began > asOf) return null;
  const until = began + STILL_ACTIVE_AFTER_DAYS * DAY_MS;
  if (until > asOf) return 'nog-niet';
  const { endedAt, ending } = story;
  if (endedAt !== null && endedAt <= until && ending !== null && endings[ending]?.completes !== true) return 'nee';
  const last = story.outcomes
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at)
    .findLast((outcome) => [...activity.begins, ...activity.stops].includes(nameOf(outcome)));
  return last !== undefined && activity.stops.includes(nameOf(last)) ? 'nee' : 'ja';
}

/** Whether it was measured at all how it went, whatever the measurement said. */
export function isMeasured(story: CaseStory, asOf: number, { durable }: Indicators): boolean {
  return story.outcomes.some((outcome) => outcome.at <= asOf && Object.hasOwn(durable.measures, nameOf(outcome)));
}

function hasEnded({ endedAt }: CaseStory, asOf: number): boolean {
  return endedAt !== null && endedAt <= asOf;
}

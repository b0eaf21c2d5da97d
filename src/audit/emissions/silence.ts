import type { CaseStory } from '../story.ts';

/** Every moment at which the story says that something happened, in order and once (milliseconds). */
export function momentsIn(story: CaseStory): readonly number[] {
  const { startedAt, endedAt, lastAt, pauses, steps, outcomes, handoffs, gaps, links, informed } = story;
  const moments: readonly (number | null)[] = [
    startedAt,
    endedAt,
    lastAt,
    ...pauses.flatMap(({ from, to }) => [from, to]),
    ...steps.flatMap((step) => [step.openedAt, step.takenAt, step.endedAt]),
    ...handoffs.flatMap((offer) => [offer.offeredAt, offer.answeredAt, offer.expiredAt, offer.warmAt]),
    ...[...outcomes, ...gaps, ...links, ...informed].map(({ at }) => at),
  ];
  const known = moments.filter((at): at is number => at !== null && at >= startedAt);
  return [...new Set(known)].sort((a, b) => a - b);
}

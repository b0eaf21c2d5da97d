import type { CaseStory, StoryHandoff, StoryStep } from '../story.ts';

/** The story as it was known at `asOf` (milliseconds): what came later is not in it. Null: it had not begun. */
export function storyAt(story: CaseStory, asOf: number): CaseStory | null {
  if (story.startedAt > asOf) return null;
  if (story.lastAt <= asOf) return story;
  const isPast = ({ at }: { readonly at: number }): boolean => at <= asOf;
  const ended = story.endedAt !== null && story.endedAt <= asOf;
  return {
    ...story,
    ...(ended ? {} : { endedAt: null, ending: null, dropout: null }),
    lastAt: Math.min(story.lastAt, asOf),
    pauses: story.pauses.filter(({ from }) => from <= asOf).map(({ from, to }) => ({ from, to: past(to, asOf) })),
    steps: story.steps.filter(({ openedAt }) => openedAt <= asOf).map((step) => stepAt(step, asOf)),
    outcomes: story.outcomes.filter(isPast),
    handoffs: story.handoffs.filter(({ offeredAt }) => offeredAt <= asOf).map((offer) => handoffAt(offer, asOf)),
    gaps: story.gaps.filter(isPast),
    links: story.links.filter(isPast),
    informed: story.informed.filter(isPast),
  };
}

function past(moment: number | null, asOf: number): number | null {
  return moment === null || moment > asOf ? null : moment;
}

function stepAt(step: StoryStep, asOf: number): StoryStep {
  const endedAt = past(step.endedAt, asOf);
  const open = { end: null, outcome: null, overridden: false };
  return { ...step, takenAt: past(step.takenAt, asOf), endedAt, ...(endedAt === null ? open : {}) };
}

function handoffAt(offer: StoryHandoff, asOf: number): StoryHandoff {
  const answeredAt = past(offer.answeredAt, asOf);
  const unanswered = { answer: null, reason: null };
  return {
    ...offer,
    answeredAt,
    ...(answeredAt === null ? unanswered : {}),
    expiredAt: past(offer.expiredAt, asOf),
    warmAt: past(offer.warmAt, asOf),
  };
}

import type { CaseStory, StoryOutcome } from '../story.ts';

/** How indicators write an outcome. */
export function nameOf({ step, outcome }: Pick<StoryOutcome, 'step' | 'outcome'>): string {
  return `${step}.${outcome}`;
}

/** When one of these outcomes came, in order of time (milliseconds). */
export function momentsOf(story: CaseStory, names: readonly string[]): readonly number[] {
  return story.outcomes
    .filter((outcome) => names.includes(nameOf(outcome)))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

import type { CaseStory } from '../../audit/story.ts';
import type { Fact } from '../../engine/facts.ts';
import { currentFact } from '../../engine/migrate.ts';
import { factsThatHold } from './story-facts.ts';
import { StoryTeller } from './story-teller.ts';

/**
 * What the figures know of one case, from its facts alone (in order, from the start). What was taken back never was;
 * confidential steps and events are left out, and an ending that came of them is told as one that life brought.
 * @throws when there are no facts, or they do not begin with the start.
 */
export function storyOfCase(facts: readonly Fact[], identity: { readonly resident: string }): CaseStory {
  const [started, ...others] = factsThatHold(facts.map(currentFact));
  if (started?.fact !== 'started') throw new Error('a case without a start');
  const teller = new StoryTeller(started);
  for (const fact of others) teller.hear(fact);
  return { ...teller.story(), resident: identity.resident, lastAt: facts.at(-1)?.at ?? started.at };
}

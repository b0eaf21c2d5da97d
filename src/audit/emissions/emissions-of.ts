import type { Emission } from '../emission.ts';
import type { Indicators } from '../indicators/indicators.ts';
import type { CaseStory } from '../story.ts';
import { bottleneckEmissions } from './bottlenecks.ts';
import { conformanceEmissions } from './conformance.ts';
import { durationEmissions } from './durations.ts';
import { flowEmissions } from './flow.ts';
import { handoffEmissions } from './handoffs.ts';
import { keyFigureEmissions } from './key-figures.ts';
import { linkEmissions } from './links.ts';
import { outcomeEmissions } from './outcomes.ts';
import { reachEmissions } from './reach.ts';
import { storyAt } from './story-at.ts';

/**
 * All that one case adds to the figures, as known at `asOf` (milliseconds); nothing when it began later. `among`: the
 * cases of the same person, this one too, for links and for who came back.
 */
export function emissionsOf(
  story: CaseStory,
  asOf: number,
  indicators: Indicators,
  among: readonly CaseStory[] = [story],
): readonly Emission[] {
  const known = storyAt(story, asOf);
  if (known === null) return [];
  const others = among.flatMap((each) => storyAt(each, asOf) ?? []);
  return [
    ...flowEmissions(known),
    ...durationEmissions(known, asOf, indicators),
    ...bottleneckEmissions(known, asOf),
    ...handoffEmissions(known, asOf),
    ...outcomeEmissions(known, asOf, indicators, returnedAt(known, others)),
    ...linkEmissions(known, others),
    ...conformanceEmissions(known),
    ...keyFigureEmissions(known, asOf, indicators),
    ...reachEmissions(known, asOf, indicators),
  ];
}

/** When the person came back into this chain after this case had ended; null if not. */
function returnedAt({ case: own, chain, endedAt }: CaseStory, among: readonly CaseStory[]): number | null {
  if (endedAt === null) return null;
  const later = among.filter((each) => each.case !== own && each.chain === chain && each.startedAt >= endedAt);
  return later.length === 0 ? null : Math.min(...later.map(({ startedAt }) => startedAt));
}

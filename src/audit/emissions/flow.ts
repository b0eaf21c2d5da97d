import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { standing, tally } from './add.ts';

/** What came, went and stands open, in every chain. Who came is new or had been in this chain before. */
export function flowEmissions({ startedAt, endedAt, herinstroom }: CaseStory): readonly Emission[] {
  const everyChain = true;
  return [
    tally('in', startedAt, { everyChain }),
    tally(herinstroom ? 'in.herinstroom' : 'in.nieuw', startedAt, { parent: 'in', everyChain }),
    ...(endedAt === null ? [] : [tally('out', endedAt, { everyChain })]),
    standing('open', { from: startedAt, to: endedAt }, { everyChain }),
  ];
}

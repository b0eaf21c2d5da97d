import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/**
 * What the chain asked for beside its openings, which are `step.<step>` with what became of them: where a professional
 * chose otherwise than the rule proposed, what was done elsewhere, and gaps.
 */
export function conformanceEmissions({ steps, outcomes, gaps, startedAt }: CaseStory): readonly Emission[] {
  const decided = steps.flatMap(({ step, openedAt, end, overridden }) => {
    if (end !== 'decided') return [];
    const parent = `step.${step}.done.choice`;
    return [
      tally(parent, openedAt, { same: `step.${step}.done` }),
      ...(overridden ? [tally(`${parent}.overridden`, openedAt, { parent })] : []),
    ];
  });
  const elsewhere = outcomes.flatMap(({ step, how }) =>
    how === 'elsewhere' ? [tally(`elsewhere.${step}`, startedAt)] : [],
  );
  return [...decided, ...elsewhere, ...gaps.map(({ gap, at }) => tally(`gap.${gap}`, at))];
}

import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/** What the chain asked for: each opening is done, skipped or still open; beside what was done elsewhere, and gaps. */
export function conformanceEmissions({ steps, outcomes, gaps, startedAt }: CaseStory): readonly Emission[] {
  const opened = steps.flatMap(({ step, openedAt, end, overridden }) => {
    const parent = `step.${step}.required`;
    const done = `${parent}.done`;
    return [
      tally(parent, openedAt),
      ...(end === 'decided' ? [tally(done, openedAt, { parent })] : []),
      ...(end === 'lapsed' || end === 'withdrawn' ? [tally(`${parent}.skipped`, openedAt, { parent })] : []),
      ...(overridden ? [tally(`${done}.overridden`, openedAt, { parent: done })] : []),
    ];
  });
  const elsewhere = outcomes.flatMap(({ step, how }) => {
    if (how !== 'elsewhere') return [];
    const parent = `step.${step}.required`;
    return [tally(parent, startedAt), tally(`${parent}.elsewhere`, startedAt, { parent })];
  });
  return [...opened, ...elsewhere, ...gaps.map(({ gap, at }) => tally(`gap.${gap}`, at))];
}

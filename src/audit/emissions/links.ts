import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { standing, tally } from './add.ts';

/** Outside the chains: where a case came from nowhere else, or somebody was sent on to. */
export const OUTSIDE = 'buiten';
const PREVIOUS = 'vorig-traject';

/**
 * From where a case came and to where it led, counted on the side that sends. `among`: the cases of the same person;
 * of a case of somebody else it is not known when it ended, and both run until this one ends.
 */
export function linkEmissions(story: CaseStory, among: readonly CaseStory[]): readonly Emission[] {
  const { startedAt, links, handoffs, endedAt } = story;
  const fromElsewhere = links.some(({ first, type }) => !first && type !== PREVIOUS);
  const outside = handoffs.filter(({ answer, toOrganisation }) => answer === 'accepted' && toOrganisation === null);
  return [
    tally('entry', startedAt, { same: 'in' }),
    tally(fromElsewhere ? 'entry.keten' : `entry.${OUTSIDE}`, startedAt, { parent: 'entry' }),
    ...outside.map(({ offeredAt, answeredAt }) => tally(`link.${OUTSIDE}.verwijzing`, answeredAt ?? offeredAt)),
    ...links.flatMap(({ type, chain: to, case: other, at, first }) => {
      // An earlier case of the same person in this chain is herinstroom, and counted there.
      if (type === PREVIOUS || !first || other === null) return [];
      const measure = `link.${to}.${type}`;
      const otherEnd = among.find((each) => each.case === other)?.endedAt ?? null;
      const closedAt = earliest(endedAt, otherEnd);
      return [
        tally(measure, at),
        standing(`${measure}.both`, { from: at, to: closedAt === null ? null : Math.max(at, closedAt) }),
        ...(closedAt === null ? [] : [tally(`${measure}.closed`, Math.max(at, closedAt))]),
      ];
    }),
  ];
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

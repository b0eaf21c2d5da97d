import { grouped } from './grouped.ts';
import type { CaseStory } from './story.ts';

/** Two organisations of different domains, and a resident for whom they worked together. */
export interface Cooperation {
  /** The domains, in order of the alphabet. */
  readonly from: string;
  readonly to: string;
  readonly organisations: string;
  readonly resident: string;
  /** When it was offered (milliseconds). */
  readonly at: number;
}

/** From so many residents on a pair of organisations counts: fewer could be recognised. */
const LEAST_RESIDENTS = 10;

/** Hand-offs that another domain accepted, with terugkoppeling afterwards. */
export function cooperationsOf(
  { handoffs, informed, resident }: CaseStory,
  domainOf: (role: string) => string | undefined,
): readonly Cooperation[] {
  return handoffs.flatMap((offer) => {
    const { answer, answeredAt, fromOrganisation, toOrganisation, offeredAt: at } = offer;
    if (answer !== 'accepted' || answeredAt === null || fromOrganisation === null || toOrganisation === null) return [];
    const domains = [offer.from, offer.to].flatMap((role) => domainOf(role) ?? []);
    const [from, to] = domains.sort((a, b) => (a < b ? -1 : 1));
    const isTold = informed.some((each) => each.at >= answeredAt);
    if (from === undefined || to === undefined || from === to || !isTold) return [];
    const organisations = [fromOrganisation, toOrganisation].sort().join(' ');
    return [{ from, to, organisations, resident, at }];
  });
}

/** Of cooperations in one place and period: per pair of domains (`from.to`) how many pairs of organisations. */
export function pairsOf(cooperations: Iterable<Cooperation>): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const [, own] of grouped(cooperations, ({ from, to, organisations }) => `${from}.${to}.${organisations}`)) {
    const [first] = own;
    if (first === undefined || new Set(own.map(({ resident }) => resident)).size < LEAST_RESIDENTS) continue;
    const key = `${first.from}.${first.to}`;
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
  }
  return pairs;
}

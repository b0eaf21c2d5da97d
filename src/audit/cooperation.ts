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

/** Pairs of organisations at every node, with the residents for whom they worked together: as many as matter. */
export class Cooperations {
  readonly #seen = new Map<string, Map<string, Set<string>>>();

  add(node: string, { from, to, organisations, resident }: Cooperation): void {
    let pairs = this.#seen.get(node);
    if (pairs === undefined) this.#seen.set(node, (pairs = new Map()));
    const pair = `${from}.${to}.${organisations}`;
    const residents = pairs.get(pair) ?? new Set();
    if (residents.size < LEAST_RESIDENTS) residents.add(resident);
    pairs.set(pair, residents);
  }

  /** Per pair of domains (`from.to`) how many pairs of organisations there are at a node. */
  pairsAt(node: string): ReadonlyMap<string, number> {
    const pairs = new Map<string, number>();
    for (const [pair, residents] of this.#seen.get(node) ?? []) {
      if (residents.size < LEAST_RESIDENTS) continue;
      const domains = pair.split('.').slice(0, 2).join('.');
      pairs.set(domains, (pairs.get(domains) ?? 0) + 1);
    }
    return pairs;
  }
}

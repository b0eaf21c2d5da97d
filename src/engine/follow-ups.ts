import { type AnyChain, linkEffectOf, linkEffects, TRANSFER } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Fact } from './facts.ts';
import type { Follow } from './messages.ts';
import type { CaseState } from './state.ts';

/** What goes to another case. */
export interface FollowUp {
  readonly to: string;
  readonly command: Follow;
}

type Link = CaseState['links'][number] & Required<Pick<CaseState['links'][number], 'case' | 'side'>>;
type Happening = Pick<Follow, 'what' | 'until' | 'reason' | 'on' | 'by'>;

/**
 * What facts of a case mean for the cases that it is linked with, in their order. Follows from each fact by itself, so
 * that whoever projects it finds the same: `state` is the case after them, or later.
 */
export function followUpsOf(chain: AnyChain, facts: readonly Fact[], state: CaseState): readonly FollowUp[] {
  if (state.links.every(({ side }) => side === undefined)) return [];
  const quiet = chain.confidentialExistence === true || state.silenced ? { quiet: true as const } : {};
  return facts.flatMap((fact) => {
    const happening = happeningOf(fact);
    if (happening === undefined) return [];
    const via = [...(fact.via ?? []), state.case];
    return reached(state, fact, happening).map(({ case: to, type, side }) => ({
      to,
      command: {
        kind: 'follow' as const,
        from: state.case,
        chain: state.chain,
        type,
        side,
        cause: fact.seq,
        via,
        ...happening,
        ...quiet,
      },
    }));
  });
}

/** Whether a fact counts in another case; `state` is the case before it. */
export function reachesOthers(state: CaseState, fact: Fact): boolean {
  if (state.links.length === 0) return false;
  const happening = happeningOf(fact);
  return happening !== undefined && reached(state, fact, happening).length > 0;
}

/** Each case once, by the link that means most; never one that it came through, nor the one for which it pauses. */
function reached(state: CaseState, fact: Fact, { what }: Happening): readonly Link[] {
  const past = [...(fact.via ?? []), ...(fact.fact === 'paused' && fact.link !== undefined ? [fact.link.case] : [])];
  const counting = state.links.filter(
    (link): link is Link =>
      link.case !== undefined &&
      link.side !== undefined &&
      (link.since ?? 0) < fact.seq &&
      !past.includes(link.case) &&
      linkEffectOf(link.type, link.side, what) !== undefined,
  );
  const ranked = counting.toSorted((a, b) => rankOf(a) - rankOf(b));
  return ranked.filter(({ case: other }, index) => ranked.findIndex((link) => link.case === other) === index);
}

function rankOf({ type }: Link): number {
  return Object.keys(linkEffects).indexOf(type);
}

function happeningOf(fact: Fact): Happening | undefined {
  // Who died is told by the event; the end that comes with it says nothing more.
  if (fact.fact === 'ended') return fact.ending === 'overleden' ? undefined : { what: 'ended' };
  if (fact.fact === 'happened') {
    return fact.event === 'overleden' && fact.of === 'inwoner' ? { what: 'died', on: fact.on } : undefined;
  }
  if (fact.fact === 'paused') return { what: 'paused', until: fact.until, reason: fact.reason };
  if (fact.fact === 'resumed') return { what: 'resumed' };
  if (fact.fact === 'agreed' && fact.purpose === TRANSFER) {
    return { what: fact.given ? 'consent-given' : 'consent-withdrawn', on: fact.on, by: fact.by };
  }
  if (fact.fact === 'consented' && fact.purposes.includes(TRANSFER)) {
    return { what: 'consent-given', on: localDateOf(fact.at), by: 'inwoner' };
  }
  return undefined;
}

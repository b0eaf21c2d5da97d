import { intakeDay } from '../../cases/links/shared-intake.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import type { Mark, Refer } from '../../engine/messages.ts';
import { type AnyChain, COMES_BACK_WITHIN, silentEndings } from '../../language/define.ts';
import type { CasePlayer } from './case-player.ts';
import type { Person } from './person.ts';

/** After these nobody comes back. */
export const leftAlone: readonly string[] = [...silentEndings, 'overleden'];

/**
 * What earlier cases of this person say to a new one, as a referral finds it: the last one within twelve months, and
 * what was counted. Where the existence of a case is confidential, only those of the same practice.
 */
export function whatWasBefore(
  players: readonly CasePlayer[],
  chain: AnyChain,
  person: Person,
  { practice, now }: { readonly practice: string; readonly now: number },
): Pick<Refer, 'previous' | 'marks'> {
  const ended = players
    .filter((each) => each.ended && each.person.id === person.id && each.chain.id === chain.id)
    .filter(({ state }) => chain.confidentialExistence !== true || state.referrer.organisation === practice)
    .toSorted((a, b) => (a.state.endedAt ?? 0) - (b.state.endedAt ?? 0));
  const marks = marksOf(ended);
  const last = ended.findLast(({ state }) => !leftAlone.includes(state.ending ?? ''));
  return { ...(Object.keys(marks).length === 0 ? {} : { marks }), ...previousOf(last, now) };
}

function previousOf(last: CasePlayer | undefined, now: number): Pick<Refer, 'previous'> {
  if (last === undefined || last.state.endedAt === null) return {};
  const until = addDuration(localDateOf(last.state.endedAt), parseDuration(COMES_BACK_WITHIN));
  if (localDateOf(now) > until) return {};
  const intake = intakeDay(last.chain, last.state);
  return { previous: { case: last.state.case, ...(intake === undefined ? {} : { intake }) } };
}

function marksOf(ended: readonly CasePlayer[]): Readonly<Record<string, Mark>> {
  const known = new Map<string, Mark>();
  for (const { state } of ended) {
    for (const [name, { count, last }] of Object.entries(state.marks)) {
      const before = known.get(name);
      const latest = before !== undefined && before.last > last ? before.last : last;
      known.set(name, { count: Math.max(count, before?.count ?? 0), last: latest });
    }
  }
  return Object.fromEntries(known);
}

import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Command, Follow } from '../../src/engine/messages.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { LinkMoment } from '../../src/language/define.ts';

const NOBODY = { role: 'niemand', organisation: null, practitioner: null };
const TYPES = ['deel-intake', 'eerst', 'deel-intake', 'parallel'] as const;

/** Of a move: the number that picks, and what is odd about it. */
interface Chance {
  readonly pick: number;
  readonly extras: readonly string[];
}

/** What comes along with each moment. */
const MOMENTS: Readonly<Record<LinkMoment, (until: string, on: string) => Partial<Follow>>> = {
  ended: () => ({}),
  paused: (until) => ({ until, reason: 'ziekte' }),
  resumed: () => ({}),
  'consent-withdrawn': (_until, on) => ({ on, by: 'ouder' }),
  'consent-given': (_until, on) => ({ on, by: 'ouder' }),
  died: (_until, on) => ({ on }),
};
const WHATS = [...(Object.keys(MOMENTS) as LinkMoment[]), 'ended', 'ended', 'paused'] as const;

/** Something in a linked case; where there is none, the other side of a link first. */
export function followOf({ links }: CaseState, { pick, extras }: Chance, today: LocalDate): Command {
  const others = links.filter(({ case: other }) => other !== undefined);
  const known = others[pick % Math.max(1, others.length)];
  if (known === undefined && pick % 9 !== 0) {
    const side = pick % 2 === 0 ? 'first' : 'second';
    const type = TYPES[(pick >> 3) % TYPES.length] ?? 'parallel';
    return { kind: 'link', actor: NOBODY, type, chain: 'elders', case: 'ander-0', side, mirrored: true };
  }
  const from = known?.case ?? 'ander-9';
  const what = WHATS[(pick >> 3) % WHATS.length] ?? 'ended';
  const odd = extras.includes('impossible');
  return {
    kind: 'follow',
    from,
    chain: 'elders',
    type: known?.type ?? 'deel-intake',
    side: (known?.side === 'second') === odd ? 'second' : 'first',
    cause: 1 + (pick % 1000),
    what,
    via: [from],
    ...MOMENTS[what](addDays(today, odd ? 0 : 1 + (pick % 200)), addDays(today, -(pick % 4))),
    ...(pick % 7 === 0 ? { quiet: true as const } : {}),
  };
}

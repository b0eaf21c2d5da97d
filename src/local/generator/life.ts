import type { Habits } from './habits.ts';
import { atWork, DAY_MS } from './office-hours.ts';
import type { Random } from './random.ts';

/** What happens to a person beside the steps, and when (milliseconds). */
export interface Happening {
  readonly at: number;
  readonly what:
    | { readonly kind: 'stops' | 'pauses' | 'moves' | 'dies' | 'unsafe' | 'takesConsentBack' }
    | { readonly kind: 'born' | 'due'; readonly on: string }
    | { readonly kind: 'miscarries' }
    | { readonly kind: 'beside'; readonly chain: string; readonly type: string };
}

const kinds = ['stops', 'pauses', 'moves', 'dies', 'unsafe', 'takesConsentBack'] as const;

/** What life has in store from this moment (ms) on, in the first year of a case. */
export function lifeAhead({ life, beside }: Habits, from: number, random: Random): readonly Happening[] {
  const at = (days: number): number => atWork(from + days * DAY_MS, random);
  const happens = kinds.flatMap((kind): Happening[] =>
    random.chance(life[kind]) ? [{ at: at(3 + random.next() * 362), what: { kind } }] : [],
  );
  const follows = beside.flatMap(({ chain, type, share, days }): Happening[] =>
    type !== 'apart' && random.chance(share)
      ? [{ at: at(random.around(days, 0.5)), what: { kind: 'beside', chain, type } }]
      : [],
  );
  return [...happens, ...follows];
}

import type { LocalDate } from '../../../engine/calendar/local-date.ts';
import type { KnobValue } from '../../../engine/messages.ts';
import type { Random } from '../random.ts';

/** What a form is filled in about. */
export interface About {
  readonly random: Random;
  /** The outcome that the form has to fit. */
  readonly outcome: string;
  /** In whole years. */
  readonly age: number;
  readonly woman: boolean;
  /** How well someone is now, from 0 to 1: it goes up and down in the course of a case. */
  readonly level: number;
  readonly today: LocalDate;
  readonly knobs: Readonly<Record<string, KnobValue>>;
  readonly kept: Readonly<Record<string, string>>;
}

type Form = (about: About) => Readonly<Record<string, unknown>>;
export type Forms = Readonly<Record<string, Form>>;

/** A score from `low` to `high` that goes with how well someone is, with some noise; whole, or with `decimals`. */
export function score(
  { random, level }: Pick<About, 'random' | 'level'>,
  low: number,
  high: number,
  decimals = 0,
): number {
  const value = low + (high - low) * (level + (random.next() - 0.5) * 0.3);
  return Number(Math.min(high, Math.max(low, value)).toFixed(decimals));
}

/** The six dimensions of Positieve Gezondheid. */
export function spinnenweb(about: About): Readonly<Record<string, number>> {
  const names = [
    'lichaamsfuncties',
    'mentaalWelbevinden',
    'zingeving',
    'kwaliteitVanLeven',
    'meedoen',
    'dagelijksLeven',
  ];
  return Object.fromEntries(names.map((name) => [name, score(about, 2, 10, 1)]));
}

/** Some of a list, each with the same chance; at least one when `least` is 1. */
export function someOf<T>(random: Random, list: readonly T[], share: number, least = 0): readonly T[] {
  const chosen = list.filter(() => random.chance(share));
  return chosen.length >= least ? chosen : [random.pick(list)];
}

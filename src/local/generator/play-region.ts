import { v5 } from '../../cases/derived-id.ts';
import type { Fact } from '../../engine/facts.ts';
import type { CaseState } from '../../engine/state.ts';
import type { CasePlayer, PlayedCommand } from './case-player.ts';
import { habitsOf, habitsOfChains } from './habits/every-chain.ts';
import { DAY_MS } from './office-hours.ts';
import type { Person } from './person.ts';
import { type Random, randomOf } from './random.ts';
import { Story } from './story.ts';

/** One case of the generated region, as it stands now, with how it came about. */
export interface PlayedCase {
  readonly head: CaseState;
  readonly facts: readonly Fact[];
  readonly resident: Person;
  readonly commands: readonly PlayedCommand[];
  readonly consent: CasePlayer['consent'];
}

interface Region {
  /** How many cases. */
  readonly cases: number;
  /** The same number and seed give the same region. */
  readonly seed: number;
  /** Where the region has come to (milliseconds); nothing lies after it. */
  readonly now: number;
}

const NAMESPACE = '6c4a9f0e-2f4b-5a53-9d0b-7d2f8f6c1a55';
const WINDOW_DAYS = 913;
/** The year of which the region asked for its figures, and the share of cases that begins in it at least. */
const YEAR = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1), share: 0.38 };
/** Stories with more than one case need room: near the end of the region they are kept short. */
const LONGEST_STORY = 6;

/** Plays a region of so many cases in memory: stories of people, one after the other, each with cases in their order. */
export function* playRegion({ cases, seed, now }: Region): Iterable<PlayedCase> {
  for (const story of playStories({ cases, seed, now })) yield* story;
}

/** The same, story by story: cases of one story may be linked with each other and with no other. */
export function* playStories({ cases, seed, now }: Region): Iterable<readonly PlayedCase[]> {
  const namespace = v5(NAMESPACE, `region/${seed}`);
  let left = cases;
  for (let number = 0; left > 0; number += 1) {
    const random = randomOf(seed, `story/${number}`);
    const habits = habitsOf(random.weighted(shares) ?? '');
    const about = { number, room: left > LONGEST_STORY ? LONGEST_STORY : 1, until: now };
    const played = new Story(namespace, random, about).play(habits, startFor(now, random));
    left -= played.length;
    if (played.length > 0) yield played.map(asPlayed);
  }
}

const shares = Object.fromEntries(habitsOfChains.map(({ chain, share }) => [chain, share]));

function asPlayed({ state, facts, person, commands, consent }: CasePlayer): PlayedCase {
  return { head: state, facts, resident: person, commands, consent };
}

/** Within the last thirty months, with enough in the year that is asked for; more of late than at first. */
function startFor(now: number, random: Random): number {
  const first = now - WINDOW_DAYS * DAY_MS;
  const within = Math.max(0, Math.min(YEAR.to, now) - Math.max(YEAR.from, first)) / (now - first);
  const extra = within >= YEAR.share ? 0 : (YEAR.share - within) / (1 - within);
  const last = Math.min(YEAR.to, now) - 1;
  if (random.chance(extra) && last > YEAR.from) return YEAR.from + random.next() * (last - YEAR.from);
  return first + random.next() * (now - first - DAY_MS);
}

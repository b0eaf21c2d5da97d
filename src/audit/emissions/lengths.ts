import { daysBetween } from '../days.ts';
import type { Lasting, Tally } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/** Days by which the share that had ended is told. */
export const ENDED_BY_DAYS = [7, 14, 30, 60, 90, 180, 365] as const;

/** The first of those days by which it had ended, or `later`: so that the parts of one whole are disjoint. */
export function bucketOf(days: number): string {
  const by = ENDED_BY_DAYS.find((day) => days <= day);
  return by === undefined ? 'later' : `d${by}`;
}

export interface Length {
  readonly measure: string;
  readonly from: number;
  readonly to: number | null;
  /** The way of ending of which the length is told; another one competes with it. */
  readonly told: boolean;
}

type Pauses = CaseStory['pauses'];

/** How long something lasted, in whole days rounded down: with pauses (`gross`) and without. What runs lasts until `asOf`. */
export function lengthsOf(length: Length, asOf: number, pauses: Pauses): readonly Lasting[] {
  return [lasting(length, 'gross', grossDays(length, asOf)), lasting(length, 'net', netDays(length, asOf, pauses))];
}

/** The parts of what is called `measure`: `done`, with one part per bucket of days, `skipped`, or `running`. */
export function partsOf(length: Length, asOf: number): readonly Tally[] {
  const { measure: parent, from, to, told } = length;
  if (to === null) return [tally(`${parent}.running`, from, { parent })];
  if (!told) return [tally(`${parent}.skipped`, from, { parent })];
  const done = `${parent}.done`;
  return [tally(done, from, { parent }), tally(`${done}.${bucketOf(grossDays(length, asOf))}`, from, { parent: done })];
}

export function lasting({ measure, from, to, told }: Length, clock: string, days: number): Lasting {
  return {
    kind: 'lasting',
    measure,
    clock,
    at: from,
    days,
    how: to === null ? 'running' : told ? 'told' : 'otherwise',
  };
}

type Span = Pick<Length, 'from' | 'to'>;

function grossDays({ from, to }: Span, asOf: number): number {
  return daysBetween(from, to ?? asOf);
}

/** Without the time in which the case was paused. */
export function netDays({ from, to }: Span, asOf: number, pauses: Pauses): number {
  const until = to ?? asOf;
  const paused = pauses.reduce((total, pause) => {
    const overlap = Math.min(pause.to ?? asOf, until) - Math.max(pause.from, from);
    return total + Math.max(0, overlap);
  }, 0);
  return daysBetween(from, until - paused);
}

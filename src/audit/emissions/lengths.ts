import type { Emission, Lasting } from '../emission.ts';
import { daysBetween } from '../indicators/moments.ts';
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
  readonly everyChain?: boolean;
}

type Pauses = CaseStory['pauses'];

/**
 * How long something lasted in whole days, rounded down; what runs lasts until `asOf` (milliseconds). Parts of
 * `measure`: `ended` and `running`, and of those one per bucket, so that shares by day rest on counts that are shown.
 */
export function lengthEmissions(length: Length, asOf: number, pauses: Pauses): readonly Emission[] {
  const { measure, from, everyChain = false } = length;
  const gross = lasting(length, 'gross', grossDays(length, asOf));
  const net = lasting(length, 'net', netDays(length, asOf, pauses));
  const side = gross.how === 'running' ? `${measure}.running` : `${measure}.ended`;
  const part = gross.how === 'running' ? side : `${side}.${gross.how}`;
  return [
    tally(measure, from, { everyChain }),
    tally(side, from, { parent: measure, everyChain }),
    tally(`${part}.${bucketOf(gross.days)}`, from, { parent: side, everyChain }),
    tally(`${measure}.net`, from, { everyChain }),
    tally(`${measure}.net.${net.how}.${bucketOf(net.days)}`, from, { parent: `${measure}.net`, everyChain }),
    gross,
    net,
  ];
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

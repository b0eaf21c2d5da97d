import { DAY_MS } from './days.ts';

/** When something came and when it went (milliseconds since 1970); `out` is null while it is there. */
export interface Stay {
  readonly in: number;
  readonly out: number | null;
}

export interface Flow {
  readonly arrivals: number;
  readonly departures: number;
  readonly atStart: number;
  readonly atEnd: number;
  /** How many were there on average. */
  readonly average: number;
  readonly arrivalsPerDay: number;
  /** Little's law: the average number by the arrivals per day; null without arrivals. */
  readonly expectedDays: number | null;
}

/** What came, went and was there in [from, until). Always: `atEnd = atStart + arrivals - departures`. */
export function flowOf(stays: readonly Stay[], from: number, until: number): Flow {
  const there = (moment: number): number =>
    stays.filter((stay) => stay.in < moment && (stay.out === null || stay.out >= moment)).length;
  const within = (moment: number | null): boolean => moment !== null && from <= moment && moment < until;
  const arrivals = stays.filter((stay) => within(stay.in)).length;
  const time = stays.reduce((total, stay) => {
    const present = Math.min(stay.out ?? until, until) - Math.max(stay.in, from);
    return total + Math.max(0, present);
  }, 0);
  const average = time / (until - from);
  const arrivalsPerDay = arrivals / ((until - from) / DAY_MS);
  return {
    arrivals,
    departures: stays.filter((stay) => within(stay.out)).length,
    atStart: there(from),
    atEnd: there(until),
    average,
    arrivalsPerDay,
    expectedDays: arrivals === 0 ? null : average / arrivalsPerDay,
  };
}

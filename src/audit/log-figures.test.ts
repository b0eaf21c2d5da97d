import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogFigures, logFigures, type Question } from './log-figures.ts';
import type { LoggedEvent } from './traces.ts';

const all: Question = { asOf: null, from: null, until: null, zone: 'UTC' };
const DAY = 24 * 60 * 60 * 1000;

const anyEvent = fc.record({
  case: fc.constantFrom('1', '2', 'NA', 'constructor'),
  activity: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
  resource: fc.constantFrom('r', 's'),
  at: fc.nat({ max: 6 }).map((day) => day * DAY),
});
const anyLog = fc.array(anyEvent, { minLength: 1, maxLength: 30 });

/** The activities of each case, by another way: again and again the earliest that is left, of equals the first written. */
function waysIn(events: readonly LoggedEvent[]): readonly string[] {
  return [...new Set(events.map((event) => event.case))].map((id) => {
    const left = events.filter((event) => event.case === id);
    const way: string[] = [];
    while (left.length > 0) {
      const earliest = Math.min(...left.map(({ at }) => at));
      const [next] = left.splice(
        left.findIndex(({ at }) => at === earliest),
        1,
      );
      way.push(next?.activity ?? '');
    }
    return way.join(' ');
  });
}

function forEveryLog(
  holds: (figures: LogFigures, ways: readonly string[], events: readonly LoggedEvent[]) => void,
): void {
  fc.assert(fc.property(anyLog, (events) => holds(logFigures(events, all), waysIn(events), events)));
}

describe('every figure equals a recount from the bare events:', () => {
  test('variants, and who conforms to the most common', () => {
    forEveryLog((figures, ways) => {
      const count = (way: string): number => ways.filter((each) => each === way).length;
      expect(figures.counts.variants).toBe(new Set(ways).size);
      for (const { activities, cases } of figures.variants) expect(cases).toBe(count(activities.join(' ')));
      expect(figures.conformance.cases).toBe(Math.max(...ways.map(count)));
    });
  });

  test('rework', () => {
    forEveryLog(({ rework }, ways) => {
      const again = (activity: string): number =>
        ways.filter((way) => way.split(` `).filter((step) => step === activity).length > 1).length;
      for (const activity of ['a', 'b', '__proto__', 'constructor'])
        expect(Object.entries(rework.activities).find(([name]) => name === activity)?.[1] ?? 0).toBe(again(activity));
      const any = ways.filter((way) => new Set(way.split(' ')).size < way.split(' ').length);
      expect(rework.cases).toBe(any.length);
    });
  });

  test('what follows on what: in each case one time less than it has events', () => {
    forEveryLog(({ follows, handovers }, ways) => {
      const pairs = ways.flatMap((way) =>
        way
          .split(' ')
          .slice(1)
          .map((to, index) => `${way.split(' ')[index]} ${to}`),
      );
      expect(follows.pairs).toBe(new Set(pairs).size);
      for (const { from, to, n } of follows.edges)
        expect(n).toBe(pairs.filter((pair) => pair === `${from} ${to}`).length);
      expect(handovers.edges.reduce((sum, { n }) => sum + n, 0)).toBe(pairs.length);
    });
  });

  test('the flow of a whole log: all came, all went, none is left', () => {
    forEveryLog(({ flow, counts }) => {
      if (flow === null) return;
      const { arrivals, departures, atStart, atEnd } = flow;
      expect({ arrivals, departures, atStart, atEnd }).toEqual({
        arrivals: counts.cases,
        departures: counts.cases,
        atStart: 0,
        atEnd: 0,
      });
    });
  });
});

describe('what was known at a moment', () => {
  const events = [0, 2, 4].map((day) => ({ case: '1', activity: 'a', at: day * DAY }));
  const at = (day: number): LogFigures => logFigures(events, { ...all, asOf: day * DAY });

  test('a case runs until its last event, and has ended at the moment of it', () => {
    expect([1, 3, 4, 5].map((day) => at(day).throughput.open)).toEqual([1, 1, 0, 0]);
  });

  test('a case that begins at that moment does not count yet', () => {
    expect(at(0).throughput.n).toBe(0);
    expect(at(0).arrivals.byMonth).toEqual({});
    expect(at(0).flow).toBeNull();
  });

  test('its age is since its begin, its silence since the last event that was known', () => {
    expect(at(3).running.age?.mean).toBe(3);
    expect(at(3).running.silence?.mean).toBe(1);
    expect(at(2).running.silence?.mean).toBe(0);
    expect(at(4).running.age).toBeNull();
  });
});

test('at most 1,000 pairs are listed, and all are counted', () => {
  const events = Array.from({ length: 1200 }, (_, index) => ({ case: '1', activity: `a${index}`, at: index }));
  const { follows } = logFigures(events, all);
  expect([follows.pairs, follows.edges.length]).toEqual([1199, 1000]);
});

test('the ten most common ways are listed, the most common first, and all are counted', () => {
  const cases = Array.from({ length: 12 }, (_, way) =>
    Array.from({ length: way + 1 }, (_each, index) => ({ case: `${way}-${index}`, activity: `a${way}`, at: 0 })),
  );
  const { counts, variants } = logFigures(cases.flat(), all);
  expect(counts.variants).toBe(12);
  expect(variants.map((variant) => variant.cases)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

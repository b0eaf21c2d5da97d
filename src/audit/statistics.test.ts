import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aalenJohansen, incidenceAt } from './competing.ts';
import { xmr } from './control-chart.ts';
import { flowOf } from './flow.ts';
import { poissonExact, wilson } from './intervals.ts';
import { logRank } from './log-rank.ts';
import { quantile } from './quantiles.ts';
import { kaplanMeier, type Lasted, quantileOf, survivalAt } from './survival.ts';

/* What R (survival 3.5.3, prop.test, poisson.test) and numpy say of the same numbers. */

const lung = readFileSync(join(import.meta.dirname, '../../test/event-logs/lung.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([, time, status, , sex]) => ({ time: Number(time), ended: status === '1', sex }));

describe('Kaplan-Meier', () => {
  test.each([
    ['everybody', lung, 228, 165, [310, 285, 363]],
    ['men', lung.filter(({ sex }) => sex === '1'), 138, 112, [270, 212, 310]],
    ['women', lung.filter(({ sex }) => sex === '2'), 90, 53, [426, 348, 550]],
  ] as const)(
    'gives the published median of lung, %s, with its interval',
    (_who, people, n, ended, [value, lower, upper]) => {
      const survival = kaplanMeier(people);
      expect(survival).toMatchObject({ n, ended });
      expect(quantileOf(survival, 0.5)).toEqual({ value, lower, upper });
    },
  );

  test('gives the published shares of lung', () => {
    const survival = kaplanMeier(lung);
    const shares = [30, 90, 180, 365].map((day) => survivalAt(survival, day).toFixed(7));
    expect(shares).toEqual(['0.9561404', '0.8815789', '0.7216707', '0.4092416']);
  });

  test('counts who was censored at the moment of an end as still at risk there, and leaves out what was not reached', () => {
    const times = [0.5, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 14, 17, 20, 21];
    const ended = 'FTTTFTTFTFTTFTFTFTF';
    const survival = kaplanMeier(times.map((time, index) => ({ time, ended: ended[index] === 'T' })));
    expect(survivalAt(survival, 1)).toBeCloseTo(16 / 18, 12);
    expect(survivalAt(survival, 2)).toBeCloseTo(0.8333333, 7);
    expect(survivalAt(survival, 3)).toBeCloseTo(0.7738095, 7);
    expect(survival.steps.find(({ time }) => time === 14)?.atRisk).toBe(5);
    expect(quantileOf(survival, 0.5)).toEqual({ value: 12, lower: 6, upper: null });
  });

  test('gives the middle of the while in which exactly the asked share had ended', () => {
    const survival = kaplanMeier([1, 2, 4, 9].map((time) => ({ time, ended: true })));
    expect(quantileOf(survival, 0.5).value).toBe(3);
  });

  const anyLasted = fc.array(fc.record({ time: fc.nat({ max: 40 }), ended: fc.boolean() }), { minLength: 1 });

  test('never rises, and without censoring is the share that is left', () => {
    fc.assert(
      fc.property(anyLasted, fc.nat({ max: 40 }), (lasted: readonly Lasted[], day) => {
        const shares = kaplanMeier(lasted).steps.map(({ survival }) => survival);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        const all = kaplanMeier(lasted.map(({ time }) => ({ time, ended: true })));
        const left = lasted.filter(({ time }) => time > day).length / lasted.length;
        expect(survivalAt(all, day)).toBeCloseTo(left, 10);
      }),
    );
  });
});

describe('the log-rank test', () => {
  const [men, women] = ['1', '2'].map((code) => lung.filter(({ sex }) => sex === code));

  test('says of men and women in lung what R says, whichever comes first', () => {
    const found = logRank(men ?? [], women ?? []);
    expect([found?.chi2.toFixed(1), found?.p.toFixed(3)]).toEqual(['10.3', '0.001']);
    expect(logRank(women ?? [], men ?? [])?.chi2).toBeCloseTo(found?.chi2 ?? 0, 10);
  });

  test('finds no difference between a group and itself, and says nothing of nothing', () => {
    expect(logRank(men ?? [], men ?? [])?.p).toBeCloseTo(1, 6);
    expect(logRank(men ?? [], [])).toBeNull();
  });
});

describe('Aalen-Johansen', () => {
  const how = [null, 'afgerond', 'gestopt'];
  const ended = [1, 2, 0, 1, 2, 1, 0, 1, 0, 2].map((way, index) => ({
    time: [1, 2, 2, 3, 4, 5, 5, 6, 7, 8][index] ?? 0,
    how: how[way] ?? null,
  }));

  test('gives the incidences of R where two endings compete', () => {
    const steps = aalenJohansen(ended);
    const shares = [1, 3, 5, 6].map((time) => incidenceAt(steps, 'afgerond', time).toFixed(6));
    expect(shares).toEqual(['0.100000', '0.214286', '0.328571', '0.480952']);
    expect(incidenceAt(steps, 'gestopt', 8)).toBeCloseTo(0.519048, 6);
  });

  test('says less than one minus Kaplan-Meier, which treats the other ending as if it could still come', () => {
    const naive = kaplanMeier(ended.map(({ time, how: way }) => ({ time, ended: way === 'afgerond' })));
    expect(1 - survivalAt(naive, 6)).toBeCloseTo(0.588571, 6);
  });

  test('adds up to one with what still runs, at every moment', () => {
    const anyEnded = fc.array(fc.record({ time: fc.nat({ max: 20 }), how: fc.constantFrom(null, 'a', 'b', 'c') }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anyEnded, (all) => {
        for (const { running, incidence } of aalenJohansen(all)) {
          const sum = Object.values(incidence).reduce((total, share) => total + share, running);
          expect(sum).toBeCloseTo(1, 10);
        }
      }),
    );
  });
});

describe('intervals', () => {
  test.each([
    [0, 10, 0, 0.277533],
    [3, 10, 0.107791, 0.603222],
    [9, 12, 0.467695, 0.911058],
    [47, 61, 0.650866, 0.858068],
  ])('Wilson of %i in %i', (count, n, lower, upper) => {
    expect(wilson(count, n).lower).toBeCloseTo(lower, 6);
    expect(wilson(count, n).upper).toBeCloseTo(upper, 6);
  });

  test.each([
    [0, 0, 3.688879],
    [3, 0.618672, 8.767273],
    [9, 4.115373, 17.0848],
  ])('Poisson of %i, exact', (count, lower, upper) => {
    expect(poissonExact(count).lower).toBeCloseTo(lower, 5);
    expect(poissonExact(count).upper).toBeCloseTo(upper, 4);
  });
});

test('the control chart has the limits of Wheeler, and none under twelve points', () => {
  const months = [12, 9, 14, 11, 10, 13, 8, 15, 12, 11, 25, 10];
  const chart = xmr(months);
  expect(chart?.centre).toBe(12.5);
  expect(chart?.meanRange).toBeCloseTo(5.454545, 6);
  expect(chart?.upper).toBeCloseTo(27.00909, 5);
  expect(chart?.lower).toBeCloseTo(-2.009091, 6);
  expect(chart?.rangeUpper).toBeCloseTo(17.82545, 5);
  expect(xmr(months.slice(1))).toBeNull();
});

test('a quantile lies between two values in proportion, as numpy and R type 7 say', () => {
  expect(quantile([1, 2, 4, 10], 0.5)).toBe(3);
  expect(quantile([1, 2, 4, 10], 0.9)).toBeCloseTo(8.2, 12);
  expect(quantile([], 0.5)).toBeNull();
});

test('what is there at the end was there at the start or came, and has not gone: in every window', () => {
  const stays = fc.array(
    fc.tuple(fc.nat({ max: 100 }), fc.option(fc.nat({ max: 50 }))).map(([from, lasted]) => ({
      in: from,
      out: lasted === null ? null : from + lasted + 1,
    })),
  );
  fc.assert(
    fc.property(stays, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 60 }), (all, from, length) => {
      const { atStart, atEnd, arrivals, departures, average } = flowOf(all, from, from + length);
      expect(atEnd).toBe(atStart + arrivals - departures);
      expect(average).toBeLessThanOrEqual(atStart + arrivals);
    }),
  );
});

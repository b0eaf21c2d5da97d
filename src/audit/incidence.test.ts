import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lasted, tableOf, type Way } from '../../test/audit/made-cells.ts';
import { aalenJohansen, incidenceAt } from './competing.ts';
import { incidenceOf, incidenceQuantile } from './incidence.ts';
import { kaplanMeier, quantileOf } from './survival.ts';

const anyLasted = (ways: readonly Way[]): fc.Arbitrary<Lasted[]> =>
  fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom(...ways)), { minLength: 1, maxLength: 80 });

describe('the incidence on whole days', () => {
  // survival 3.5.3: ten cases, completed (1), withdrawn (2) or open (0).
  const ways = ['running', 'told', 'otherwise'] as const;
  const days = [1, 2, 2, 3, 4, 5, 5, 6, 7, 8];
  const oracle = [1, 2, 0, 1, 2, 1, 0, 1, 0, 2].map((way, index): Lasted => [days[index]!, ways[way]!]);

  test('is that of R where two endings compete', () => {
    const found = incidenceOf(tableOf(oracle));
    const at = (day: number): string | undefined => found.findLast((each) => each.day <= day)?.share.toFixed(6);
    expect([1, 3, 5, 6].map(at)).toEqual(['0.100000', '0.214286', '0.328571', '0.480952']);
  });

  test('is that of the events one by one, in whatever order they are told', () => {
    fc.assert(
      fc.property(anyLasted(['told', 'otherwise', 'running']), (lasted) => {
        const one = aalenJohansen(lasted.map(([time, how]) => ({ time, how: how === 'running' ? null : how })));
        for (const { day, share } of incidenceOf(tableOf(lasted))) {
          expect(share).toBeCloseTo(incidenceAt(one, 'told', day), 10);
        }
      }),
    );
  });

  test('never falls, lies within its interval, and says how many have ended and how many are left', () => {
    fc.assert(
      fc.property(anyLasted(['told', 'otherwise', 'running']), (lasted) => {
        let before = 0;
        for (const { day, share, lower, upper, told, left } of incidenceOf(tableOf(lasted))) {
          expect(share).toBeGreaterThanOrEqual(before);
          expect(lower).toBeLessThanOrEqual(share + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
          expect(told).toBe(lasted.filter(([each, how]) => each <= day && how === 'told').length);
          expect(left).toBe(lasted.filter(([each]) => each > day).length);
          before = share;
        }
      }),
    );
  });

  test('has the interval of Kaplan-Meier where nothing competes', () => {
    fc.assert(
      fc.property(anyLasted(['told', 'running']), (lasted) => {
        const { steps } = kaplanMeier(lasted.map(([time, how]) => ({ time, ended: how === 'told' })));
        const found = incidenceOf(tableOf(lasted));
        for (const { time, survival, lower, upper } of steps) {
          const own = found.find(({ day }) => day === time);
          expect(own?.share).toBeCloseTo(1 - survival, 8);
          if (lower === null || upper === null) continue;
          expect(own?.upper).toBeCloseTo(1 - lower, 6);
          expect(own?.lower).toBeCloseTo(1 - upper, 6);
        }
      }),
    );
  });

  test('has the variance of a proportion where everything is known', () => {
    const known = [...Array<Lasted>(30).fill([5, 'told']), ...Array<Lasted>(70).fill([3, 'otherwise'])];
    const last = incidenceOf(tableOf(known)).at(-1);
    expect(last?.share).toBeCloseTo(0.3, 12);
    const half = (1.959963984540054 * Math.sqrt((0.3 * 0.7) / 100)) / 0.7;
    expect(last?.upper).toBeCloseTo(1 - 0.7 * Math.exp(-half), 8);
  });
});

describe('a quantile of the incidence', () => {
  test('is the first day by which so many had ended, as Kaplan-Meier says where nothing competes', () => {
    const lasted = Array.from({ length: 41 }, (_, index): Lasted => [index, index % 4 === 0 ? 'running' : 'told']);
    const km = quantileOf(kaplanMeier(lasted.map(([time, how]) => ({ time, ended: how === 'told' }))), 0.5);
    const { value, lower, upper } = incidenceQuantile(incidenceOf(tableOf(lasted)), 0.5);
    expect({ value, lower, upper }).toEqual(km);
  });

  test('is not reached where too many ended otherwise', () => {
    const lasted: Lasted[] = [...Array<Lasted>(4).fill([2, 'told']), ...Array<Lasted>(6).fill([1, 'otherwise'])];
    expect(incidenceQuantile(incidenceOf(tableOf(lasted)), 0.5)).toMatchObject({ value: null, before: 4, after: 0 });
    expect(incidenceQuantile(incidenceOf(tableOf(lasted)), 0.4).value).toBe(2);
  });
});

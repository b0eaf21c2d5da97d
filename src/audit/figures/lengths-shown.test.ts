import { describe, expect, test } from 'vitest';
import { madeCells } from '../../../test/audit/made-cells.ts';
import { lengthsShown, meanDays, spread } from './lengths-shown.ts';

const HIDDEN = { suppressed: true };
type Lasted = readonly [day: number, how: 'told' | 'otherwise' | 'running'];

/** Thirty that ended one a day from day 1, and twelve that still ran on day 40. */
const thirty = Array.from({ length: 30 }, (_, index): Lasted => [index + 1, 'told']);
const lasted = [...thirty, ...Array<Lasted>(12).fill([40, 'running'])];
const counts = { 'keten case': 42, 'keten case.done': 30, 'keten case.running': 12 };

function shown(days: readonly Lasted[], hidden: readonly string[] = []): ReturnType<typeof lengthsShown> {
  const cells = madeCells({ counts, hidden, lengths: { 'keten case gross': days, 'keten case net': days } });
  return lengthsShown(cells, 'keten', 'case', { clock: 'gross' });
}

describe('a quantile', () => {
  test('is the first day by which so many had ended, with its interval', () => {
    expect(shown(lasted).median).toEqual({ value: 21, lower: expect.any(Number), upper: expect.any(Number) });
    expect(shown(lasted).p25).toMatchObject({ value: 11 });
  });

  test('is hidden where fewer than ten ended before it, or fewer than ten remain after it', () => {
    const few: Lasted[] = [...thirty.slice(0, 9), ...Array<Lasted>(9).fill([40, 'running'])];
    expect(shown(few).p25).toEqual(HIDDEN);
    expect(shown([...thirty.slice(0, 20), [20, 'running']]).p90).toEqual(HIDDEN);
    const enough = [...Array<Lasted>(10).fill([3, 'told']), ...Array<Lasted>(10).fill([5, 'told'])];
    expect(shown(enough).median).toMatchObject({ value: 3 });
    expect(shown(enough.slice(1)).median).toEqual(HIDDEN);
    expect(shown(enough.slice(0, -1)).median).toEqual(HIDDEN);
  });

  test('that is not reached is null, and hidden where few are left', () => {
    const most = [...thirty.slice(0, 12), ...Array<Lasted>(30).fill([50, 'running'])];
    expect(shown(most).p90).toEqual(HIDDEN);
    expect(shown([]).median).toEqual(HIDDEN);
  });

  test('is hidden with the count on which it rests', () => {
    const { p25, median, p75, p90, endedBy } = shown(lasted, ['keten case']);
    expect([p25, median, p75, p90, ...Object.values(endedBy)]).toEqual(Array(11).fill(HIDDEN));
  });

  test('of nothing is nothing', () => {
    const none = lengthsShown(madeCells({}), 'keten', 'case', { clock: 'gross' });
    expect(none.median).toEqual({ value: null, lower: null, upper: null });
    expect(none.endedBy['7']).toEqual({ value: null, lower: null, upper: null });
  });
});

describe('the share that had ended by a day', () => {
  test('is told for every day of the list, and rises', () => {
    const { endedBy } = shown(lasted);
    expect(Object.keys(endedBy)).toEqual(['7', '14', '30', '60', '90', '180', '365']);
    expect(endedBy['7']).toMatchObject({ value: expect.closeTo(7 / 42, 10) });
    expect(endedBy['30']).toMatchObject({ value: expect.closeTo(30 / 42, 10) });
  });

  test('is hidden from the day on where the bucket of a day is, and no share before it', () => {
    expect(Object.values(shown(lasted, ['keten case.done.d7']).endedBy)).toEqual(Array(7).fill(HIDDEN));
    const { endedBy } = shown(lasted, ['keten case.done.d14']);
    expect(endedBy['7']).toMatchObject({ value: expect.closeTo(7 / 42, 10) });
    expect([endedBy['14'], endedBy['365']]).toEqual([HIDDEN, HIDDEN]);
  });

  test('is unknown beyond what was followed', () => {
    expect(shown(lasted).endedBy['60']).toEqual({ value: null, lower: null, upper: null });
    expect(shown(thirty).endedBy['60']).toMatchObject({ value: expect.closeTo(1, 10), lower: expect.closeTo(1, 10) });
  });

  test('is not told without pauses: beside the one with pauses it would tell who paused', () => {
    const cells = madeCells({ counts, lengths: { 'keten case net': lasted } });
    const net = lengthsShown(cells, 'keten', 'case', { clock: 'net' });
    expect(net.endedBy).toEqual({});
    expect(net.median).toMatchObject({ value: 21 });
  });

  test('of an offer rests on the buckets of those that were accepted', () => {
    const lengths = { 'keten handoff.a.b gross': lasted };
    const endedBy = (hidden: string): unknown =>
      lengthsShown(
        madeCells({ counts: { 'keten handoff.a.b': 42 }, hidden: [hidden], lengths }),
        'keten',
        'handoff.a.b',
        {
          clock: 'gross',
          told: 'accepted',
        },
      ).endedBy['7'];
    expect(endedBy('keten handoff.a.b.accepted.d7')).toEqual(HIDDEN);
    expect(endedBy('keten handoff.a.b.done.d7')).toMatchObject({ value: expect.closeTo(7 / 42, 10) });
  });
});

describe('ages and means', () => {
  test('are hidden where the lengths behind a count are not there, or too few', () => {
    const cells = madeCells({ counts: { 'keten step.a.waiting': 30, 'keten step.a.due': 12 } });
    expect(spread(cells, 'keten', 'step.a.waiting', 'age')).toEqual({ median: HIDDEN, p90: HIDDEN });
    const few = madeCells({
      counts: { 'keten step.a.due': 9 },
      lengths: { 'keten step.a.due lost': Array<Lasted>(9).fill([4, 'told']) },
    });
    expect(meanDays(few, 'keten', 'step.a.due', 'lost')).toEqual(HIDDEN);
  });

  test('are those of all, also of what still runs', () => {
    const cells = madeCells({
      counts: { 'keten step.a.due': 20 },
      lengths: {
        'keten step.a.due lost': [...Array<Lasted>(15).fill([0, 'told']), ...Array<Lasted>(5).fill([7, 'running'])],
      },
    });
    expect(meanDays(cells, 'keten', 'step.a.due', 'lost')).toBe(1.8);
    expect(meanDays(madeCells({}), 'keten', 'step.a.due', 'lost')).toBeNull();
  });
});

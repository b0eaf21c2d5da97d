import { describe, expect, test } from 'vitest';
import { figuresAsked, figuresQuery, type FiguresQuery } from './figures-query.ts';

/** Where a question is wrong; nothing when it is right. */
function wrongIn(asked: object): readonly string[] {
  const { error } = figuresQuery.safeParse(asked);
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}

const query = (asked: object): FiguresQuery => figuresQuery.parse(asked);

describe('a question for figures', () => {
  test.each([
    { year: '2025' },
    { quarter: '2026-Q3' },
    { month: '2026-09' },
    { week: '2026-W37' },
    { year: '2025', municipality: 'enschede', chain: 'vngg' },
    { quarter: '2026-Q3', municipality: 'enschede', by: 'step' },
    { year: '2025', by: 'week', release: '2026-11-22-2' },
  ])('is one period of the grid: %o', (asked) => {
    expect(wrongIn(asked)).toEqual([]);
  });

  test.each([
    [{}, 'year'],
    [{ chain: 'vngg' }, 'year'],
    [{ year: '2025', quarter: '2025-Q1' }, 'quarter'],
    [{ month: '2026-09', week: '2026-W37' }, 'week'],
  ])('is refused without a period, and with two: %o', (asked, where) => {
    expect(wrongIn(asked)).toEqual([where]);
  });

  test.each([
    ['year', '25'],
    ['year', '2025-01-01'],
    ['quarter', '2026-Q5'],
    ['quarter', '2026q3'],
    ['month', '2026-13'],
    ['month', '2026-9'],
    ['week', '2026-W54'],
    ['week', '2026-W00'],
  ])('is refused with a %s that is written as %s, with an example in Dutch', (kind, value) => {
    const { error } = figuresQuery.safeParse({ [kind]: value });
    expect(error?.issues).toMatchObject([
      { path: [kind], message: expect.stringMatching(/^Schrijf een .+ als .+\.$/) },
    ]);
  });

  test.each([
    { month: '2026-09', municipality: 'borne' },
    { week: '2026-W37', municipality: 'borne' },
    { year: '2025', by: 'month', municipality: 'borne' },
    { quarter: '2025-Q2', by: 'week', municipality: 'borne' },
  ])('is refused for a month or a week of one municipality: %o', (asked) => {
    expect(wrongIn(asked)).toEqual(['municipality']);
  });

  test('is refused with a word that it does not know, as a kern would be', () => {
    expect(figuresQuery.safeParse({ year: '2025', kern: 'glanerbrug' }).success).toBe(false);
    expect(wrongIn({ year: '2025', by: 'municipality' })).toEqual(['by']);
    expect(wrongIn({ year: '2025', municipality: "e'; drop" })).toEqual(['municipality']);
  });
});

describe('the periods that are asked for', () => {
  test.each([
    [{ year: '2025', by: 'quarter' }, ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']],
    [{ quarter: '2025-Q2', by: 'month' }, ['2025-04', '2025-05', '2025-06']],
    [{ month: '2025-09', by: 'week' }, ['2025-W36', '2025-W37', '2025-W38', '2025-W39', '2025-W40']],
    [{ week: '2025-W37' }, ['2025-W37']],
  ])('of %o are those of the grid, in order', (asked, periods) => {
    expect(figuresAsked('flow', query(asked))).toMatchObject({ period: Object.values(asked)[0], by: '', periods });
  });

  test('are twelve months, or every week of which a day lies in the year', () => {
    expect(figuresAsked('flow', query({ year: '2026', by: 'month' }))?.periods).toHaveLength(12);
    const weeks = figuresAsked('flow', query({ year: '2026', by: 'week' }))?.periods ?? [];
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-W01', '2026-W53', 53]);
  });

  test('stay one when lengths are asked by step', () => {
    expect(figuresAsked('durations', query({ year: '2025', by: 'step' }))).toEqual({
      period: '2025',
      by: 'step',
      periods: ['2025'],
    });
  });

  test.each([
    ['durations', { year: '2025', by: 'month' }],
    ['flow', { year: '2025', by: 'step' }],
    ['outcomes', { year: '2025', by: 'quarter' }],
    ['flow', { month: '2025-09', by: 'month' }],
    ['flow', { quarter: '2025-Q1', by: 'quarter' }],
    ['flow', { week: '2025-W37', by: 'week' }],
  ] as const)('are none where %s cannot be split so: %o', (route, asked) => {
    expect(figuresAsked(route, query(asked))).toBeUndefined();
  });
});

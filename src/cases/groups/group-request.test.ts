import { describe, expect, test } from 'vitest';
import { parseLocalDate } from '../../engine/calendar/local-date.ts';
import { chainWithGroups, dateProblems } from './group-request.ts';
import { seatsOf } from './group-view.ts';

const today = parseLocalDate('2026-11-22');
const pointers = (starts: string, ends: string, begun?: string): readonly string[] =>
  dateProblems(starts, ends, today, begun).map(({ pointer }) => pointer);

describe('the dates of a group', () => {
  test('may begin today and take one day, up to two years ahead', () => {
    expect(pointers('2026-11-22', '2026-11-22')).toEqual([]);
    expect(pointers('2026-11-22', '2028-11-22')).toEqual([]);
    expect(pointers('2026-11-22', '2028-11-23')).toEqual(['/endsOn']);
  });

  test('do not begin before today, nor end before they begin', () => {
    expect(pointers('2026-11-21', '2026-12-01')).toEqual(['/startsOn']);
    expect(pointers('2026-12-01', '2026-11-30')).toEqual(['/endsOn']);
  });

  test('of a group that has begun may keep their start, but not end in the past', () => {
    expect(pointers('2026-09-01', '2026-12-24', '2026-09-01')).toEqual([]);
    expect(pointers('2026-09-01', '2026-11-21', '2026-09-01')).toEqual(['/endsOn']);
    expect(pointers('2026-09-02', '2026-12-24', '2026-09-01')).toEqual(['/startsOn']);
  });
});

describe('the chain of a group', () => {
  test('is one that has groups; another is refused with those there are', () => {
    expect(chainWithGroups('valpreventie').rule.leads).toBe('fysio');
    expect(() => chainWithGroups('dansles')).toThrow('niet goed ingevuld');
  });
});

describe('the status of a seat', () => {
  const asked = { group_id: 'groep', case_id: 'traject', knobs: null };
  const refused = { refused: { code: 'ended', detail: 'Dit traject is al beëindigd.' } } as const;

  test.each([
    ['bezet', { answer: { seq: 9 }, seated_in: 'groep' }],
    ['gevraagd', { answer: null, seated_in: null }],
    ['geweigerd', { answer: refused, seated_in: null }],
    ['vrij', { answer: { seq: 9 }, seated_in: null }],
    ['vrij', { answer: { seq: 9 }, seated_in: 'andere-groep' }],
  ])('is %s as the case and its last command say', (status, row) => {
    expect(seatsOf('groep', [{ ...asked, ...row }])).toMatchObject([{ case: 'traject', status }]);
  });

  test('is one line per case: where it sits counts more than a seat that was asked again', () => {
    const rows = [
      { ...asked, answer: { seq: 9 }, seated_in: 'groep' },
      { ...asked, answer: refused, seated_in: 'groep' },
    ];
    expect(seatsOf('groep', rows)).toEqual([{ case: 'traject', status: 'bezet' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { momentReader } from './moment.ts';

const read = (text: string, zone = 'UTC'): string => new Date(momentReader(zone)(text, null)).toISOString();

describe('a moment is read as it is meant', () => {
  test.each([
    ['2026-11-22T14:05:00.123+01:00', '2026-11-22T13:05:00.123Z'],
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
    ['2026-11-22T14:05:00-0330', '2026-11-22T17:35:00.000Z'],
    ['2026-11-22 14:05:00+01', '2026-11-22T13:05:00.000Z'],
    ['2026-11-22T14:05Z', '2026-11-22T14:05:00.000Z'],
    ['2026-11-22 14:05:00 UTC', '2026-11-22T14:05:00.000Z'],
    ['2026-11-22 14:05', '2026-11-22T14:05:00.000Z'],
    ['2026/11/22 14:05:06,5', '2026-11-22T14:05:06.500Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['31-12-2025 14:00', '2025-12-31T14:00:00.000Z'],
    ['1-2-2025 9:05', '2025-02-01T09:05:00.000Z'],
    ['2026-11-22 02:05:00 PM', '2026-11-22T14:05:00.000Z'],
    ['2026-11-22 12:05 a.m.', '2026-11-22T00:05:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  test.each([
    ['the winter', '2026-03-29 01:30', '2026-03-29T00:30:00.000Z'],
    ['an hour that is skipped, as the hour after', '2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
    ['the summer', '2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
    ['an hour that comes twice, as the first of both', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['the winter again', '2026-10-25 03:30', '2026-10-25T02:30:00.000Z'],
    ['a day without a time', '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ])('in Amsterdam: %s', (_what, text, moment) => {
    expect(read(text, 'Europe/Amsterdam')).toBe(moment);
  });
});

test.each([
  ['', 'is no moment'],
  ['1767225600', 'is no moment'],
  ['22:05', 'is no moment'],
  ['2026-11-22T14:05:00+01:00 extra', 'is no moment'],
  ['2026-11-22 14', 'is no moment'],
  ['2025-02-29', 'is a day or hour that does not exist'],
  ['2026-13-01', 'is a day or hour that does not exist'],
  ['2026-01-01 24:00', 'is a day or hour that does not exist'],
  ['2026-01-01 10:60', 'is a day or hour that does not exist'],
  ['2026-01-01 13:05 PM', 'is a day or hour that does not exist'],
  ['12-31-2025', 'is a day or hour that does not exist'],
  ['01/02/2025', 'can be two days'],
])('"%s" is refused: it %s', (text, why) => {
  expect(() => read(text)).toThrow(`"${text}" ${why}`);
});

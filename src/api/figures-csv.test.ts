import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { figuresCsv } from './figures-csv.ts';

const tableOf = (csv: string): unknown => parse(csv, { columns: true });
const hidden = { suppressed: true };

describe('figures as CSV', () => {
  test('have a point for what is suppressed, nothing for what is not known, and 0 for 0', () => {
    const item = { in: 12, out: 0, open: hidden, lower: null };
    expect(figuresCsv([item])).toBe('in,out,open,lower\r\n12,0,.,\r\n');
  });

  test('name what is nested by its path, also where a whole figure is suppressed', () => {
    const items = [
      { chain: 'vngg', gross: { unit: 'days', median: { value: 21, lower: 18.5, upper: null } } },
      { chain: 'kngg', gross: { unit: 'days', median: hidden } },
    ];
    expect(tableOf(figuresCsv(items))).toEqual([
      {
        chain: 'vngg',
        'gross.unit': 'days',
        'gross.median.value': '21',
        'gross.median.lower': '18.5',
        'gross.median.upper': '',
        'gross.median': '',
      },
      {
        chain: 'kngg',
        'gross.unit': 'days',
        'gross.median.value': '',
        'gross.median.lower': '',
        'gross.median.upper': '',
        'gross.median': '.',
      },
    ]);
  });

  test('name each of a list by its code, and not by its place or its label', () => {
    const csv = figuresCsv([
      {
        endings: [
          { ending: 'afgerond', label: 'Afgerond', count: 20 },
          { ending: 'uitval', label: 'Gestopt', count: hidden },
        ],
      },
      { endings: [{ ending: 'uitval', label: 'Gestopt', count: 11 }] },
    ]);
    expect(tableOf(csv)).toEqual([
      { 'endings.afgerond': '20', 'endings.uitval': '.' },
      { 'endings.afgerond': '', 'endings.uitval': '11' },
    ]);
  });

  test('keep a comma, a quote and a line within one cell (RFC 4180)', () => {
    expect(figuresCsv([{ label: 'Wachten, en "werken"\nsamen', n: 10 }])).toBe(
      'label,n\r\n"Wachten, en ""werken""\nsamen",10\r\n',
    );
  });

  test('have every column that any item has, and as many rows as items', () => {
    const table = tableOf(
      figuresCsv([
        { kind: 'link', opened: 12 },
        { kind: 'persons', persons: 40 },
      ]),
    );
    expect(table).toEqual([
      { kind: 'link', opened: '12', persons: '' },
      { kind: 'persons', opened: '', persons: '40' },
    ]);
  });
});

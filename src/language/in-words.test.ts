import { expect, test } from 'vitest';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { knob, sourced } from './define.ts';
import { cell, durationInWords, rangeInWords, roleInWords, targetInWords, valueOfTerm } from './in-words.ts';

test.each([
  ['5wd', '5 werkdagen'],
  ['1wd', '1 werkdag'],
  ['P4W', '4 weken'],
  ['P1W', '1 week'],
  ['P3M', '3 maanden'],
  ['P1M', '1 maand'],
  ['P10D', '10 dagen'],
  ['P1D', '1 dag'],
  ['P1Y', '1 jaar'],
  ['P3Y6M', '3 jaar en 6 maanden'],
  ['P1Y2M3W4D', '1 jaar en 2 maanden en 3 weken en 4 dagen'],
  ['iets', 'iets'],
])('the duration %s is read as %s', (text, words) => {
  expect(durationInWords(text)).toBe(words);
});

test.each([
  ['5wd', '20wd', '5 tot 20 werkdagen'],
  ['P1W', 'P8W', '1 tot 8 weken'],
  ['5wd', 'P4W', '5 werkdagen tot 4 weken'],
  ['P1M', 'P1Y', '1 maand tot 1 jaar'],
  ['P1Y6M', 'P2Y6M', '1 jaar en 6 maanden tot 2 jaar en 6 maanden'],
])('from %s to %s is read as %s', (min, max, words) => {
  expect(rangeInWords(min, max)).toBe(words);
});

test('a role is called as the chain calls it; one that only sends residents has a name too', () => {
  expect(roleInWords(valpreventieV1, 'tester')).toBe('Geschoold tester');
  expect(roleInWords(valpreventieV1, 'inwoner')).toBe('Inwoner');
  expect(roleInWords(valpreventieV1, 'poh')).toMatch(/POH/);
  expect(roleInWords(valpreventieV1, 'eerste-contactpersoon')).toBe('Eerste contactpersoon');
  expect(roleInWords(valpreventieV1, '__proto__')).toBe('__proto__');
});

test('a target is called by the label of its step or ending, and a gap says that something is missing', () => {
  expect(targetInWords(valpreventieV1, 'laag-advies')).toBe('Advies bij laag risico');
  expect(targetInWords(valpreventieV1, { end: 'geen-deelname' })).toBe('einde: Inwoner neemt niet deel');
  expect(targetInWords(valpreventieV1, { gap: 'groep', fallback: 'laag-advies' })).toMatch(
    /^Advies bij laag risico .*ontbreekt hier: groep/,
  );
});

test('a term is an assumption exactly when nothing states it', () => {
  const bounds = { min: '5wd', max: '20wd' } as const;
  expect(valueOfTerm(knob('10wd', bounds))).toEqual({ value: '10wd', source: null });
  expect(valueOfTerm(knob('10wd', { ...bounds, source: 'ALMERE' }))).toEqual({ value: '10wd', source: 'ALMERE' });
  expect(valueOfTerm(sourced('P6W', 'BRON'))).toEqual({ value: 'P6W', source: 'BRON' });
});

test('a cell of a table stays one cell, whatever is in it', () => {
  expect(cell(' a | b \n c <script> \\| ')).toBe('a \\| b c &lt;script> \\\\\\|');
});

import { expect, test } from 'vitest';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { soundChain } from '../../test/language/sound-chain.ts';
import { all, byKnob, end, gap, leave, type Target, to } from './define.ts';
import {
  cell,
  durationInWords,
  holderInWords,
  listInWords,
  nextInWords,
  rangeInWords,
  roleInWords,
  shortRoleInWords,
  shortStepInWords,
} from './in-words.ts';

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

test.each([
  ['huisarts', 'Huisarts'],
  ['poh', 'POH'],
  ['fysio', 'Fysiotherapeut'],
  ['andere-hulpverlener', 'Andere hulpverlener'],
  ['systeem', 'Ketenpad'],
])('in a table the role %s is called %s', (role, words) => {
  expect(shortRoleInWords(valpreventieV1, role)).toBe(words);
});

test('who does a step is one of its roles, for a hand-off also who offers it, and for a rule Ketenpad itself', () => {
  expect(holderInWords(soundChain, soundChain.steps['zij']!)).toBe('Huisarts');
  expect(holderInWords(soundChain, soundChain.steps['overdracht']!)).toBe('Tester aan Coach / Huisarts');
  expect(holderInWords(soundChain, soundChain.steps['beslis']!)).toBe('Ketenpad');
});

test.each<[string, Target, string]>([
  ['a step', 'na', 'Na'],
  ['a step of every chain', 'na-pauze', 'De pauze is voorbij: hoe verder?'],
  ['a step that is not there', 'naa', 'naa'],
  ['an end', end('weg'), 'einde: Weg'],
  ['an end of every chain', end('overleden'), 'einde: Overleden'],
  ['a branch that is done', leave(), 'deze tak is klaar'],
  ['a gap', gap('groep', 'na'), 'Na (de gewone route ontbreekt hier: groep)'],
  ['a variant', to('na', { spoed: 'ja' }), 'Na (spoed: ja)'],
  ['several', all('na', to('zij', { spoed: 'nee' })), 'Na + Ernaast (spoed: nee)'],
  ['a switch', byKnob('route', { aan: 'na', uit: end('weg') }), 'route (aan: Na; uit: einde: Weg)'],
])('%s is read as where the case goes', (_what, target, words) => {
  expect(nextInWords(soundChain, target)).toBe(words);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a of b'],
  [['a', 'b', 'c'], 'a, b of c'],
])('%j is listed as "%s"', (items, words) => {
  expect(listInWords(items, 'of')).toBe(words);
});

test('in a sentence a step is called by what stands before its explanation', () => {
  expect(shortStepInWords(valpreventieV1, 't1')).toBe('T1');
  expect(shortStepInWords(valpreventieV1, 'otago')).toBe('Otago');
});

test('a cell of a table stays one cell, whatever is in it', () => {
  expect(cell(' a | b \n c <script> \\| ')).toBe('a \\| b c &lt;script> \\\\\\|');
});

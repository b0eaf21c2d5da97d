import { describe, expect, test } from 'vitest';
import { soundChain as chain, spoiled } from '../../test/language/sound-chain.ts';
import { after, before, byCode, byVariant, knob, since, sourced, type Term, type Trigger } from './define.ts';
import { asDefined, originInWords, type Telling, termInWords, triggerInWords } from './terms-in-words.ts';
import { valueOf } from './lengths.ts';

const bare: Telling = { value: (length) => valueOf(length), note: () => '', whole: false };
const week = sourced('P1W', 'BRON');
const assumed = knob('10wd', { min: '5wd', max: '20wd' });

describe('a term is read with what it counts from', () => {
  test.each<[string, Term, string]>([
    ['from the opening', assumed, '10 werkdagen'],
    ['since a decision', since('na', sourced('P3M', 'BRON')), '3 maanden na Na'],
    ['after a date', after('dag', sourced('P5D', 'BRON')), '5 dagen na “de dag”'],
    ['before a date', before('eind', sourced('P2W', 'BRON')), '2 weken voor “laatste dag”'],
    ['on a date', before('eind', sourced('P0D', 'BRON')), 'op de dag van “laatste dag”'],
    ['with a last day only', { due: week }, 'uiterlijk 1 week'],
    [
      'a window on one date',
      { notBefore: before('eind', sourced('P3W', 'B')), due: after('eind', week) },
      'vanaf 3 weken voor, uiterlijk 1 week na “laatste dag”',
    ],
    [
      'a window on two things',
      { notBefore: after('dag', week), aim: since('na', week), due: before('eind', week) },
      'vanaf 1 week na “de dag”, liefst 1 week na Na, uiterlijk 1 week voor “laatste dag”',
    ],
    [
      'for a variant',
      byVariant('spoed', { ja: sourced('1wd', 'B') }, assumed),
      'bij ja: 1 werkdag; anders 10 werkdagen',
    ],
    [
      'for a code, with a date',
      byCode('kans', { a: week, b: after('dag', week) }, sourced('P1Y', 'B')),
      'bij a: 1 week; bij b: 1 week na “de dag”; anders 1 jaar',
    ],
  ])('%s', (_what, term, words) => {
    expect(termInWords(chain, 'na', term, bare)).toBe(words);
  });

  test('as it is defined: each value with its source or its bounds, and what holds without a date', () => {
    const term = before('eind', sourced('P2W', 'ALMERE'), { otherwise: assumed });
    expect(termInWords(chain, 'na', term, asDefined)).toBe(
      '2 weken voor “laatste dag” (bron ALMERE); is die dag niet bekend, dan 10 werkdagen (aanname, 5 tot 20 werkdagen)',
    );
    expect(originInWords(knob('P1M', { min: 'P1M', max: 'P2M', source: 'GALA' }))).toBe('bron GALA, 1 tot 2 maanden');
  });

  test('each length is told under the name by which a place may set it', () => {
    const names: string[] = [];
    const telling: Telling = { ...bare, value: (length, name) => (names.push(name), valueOf(length)) };
    const { na, wachten, nabellen } = chain.steps;
    for (const step of [na, wachten, nabellen]) {
      if (step !== undefined && step.kind !== 'rule') termInWords(chain, 'x', step.within, telling);
    }
    triggerInWords(chain, 'x', { after: [week, week], from: 'na' }, telling);
    triggerInWords(chain, 'x', { after: [week], from: 'na' }, telling);
    expect(names).toEqual([
      'x.notBefore',
      'x.aim',
      'x.due',
      'x.within.ja',
      'x.within',
      'x.within',
      'x.opens.1',
      'x.opens.2',
      'x.opens',
    ]);
  });
});

describe('what opens a step is read', () => {
  test.each<[string, Trigger, string]>([
    ['an event', { on: 'geboorte' }, 'bij “Geboorte”'],
    [
      'an event in every case',
      { on: 'geboorte', inEveryOpenCase: true, once: true },
      'bij “Geboorte”, in elk lopend traject, één keer',
    ],
    ['a moment', { at: before('eind', week), opening: 'na' }, '1 week voor “laatste dag”, als Na loopt'],
    [
      'several moments',
      { after: [sourced('P3M', 'B'), sourced('P6M', 'B')], from: 'na' },
      '3 maanden en 6 maanden na Na',
    ],
    ['again and again', { every: sourced('P3M', 'B'), from: 'na' }, 'elke 3 maanden na Na'],
  ])('%s', (_what, trigger, words) => {
    expect(triggerInWords(chain, 'zij', trigger, bare)).toBe(words);
  });

  test('a name without a label stands for itself', () => {
    const unnamed = spoiled({ events: undefined, anchors: undefined });
    expect(triggerInWords(unnamed, 'zij', { on: 'geboorte' }, bare)).toBe('bij “geboorte”');
    expect(termInWords(unnamed, 'zij', after('dag', week), bare)).toBe('1 week na “dag”');
  });
});

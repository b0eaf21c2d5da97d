import { describe, expect, test } from 'vitest';
import { soundChain, spoiled, type Spoils } from '../../test/language/sound-chain.ts';
import { after, before, byCode, byVariant, type Clock, knob, since, sourced, type Term, type When } from './define.ts';
import { clocksOf, daysOf, isMoment, isWindow, lengthOf, lengthsOf, numbersOf, valueOf } from './lengths.ts';

const week = sourced('P1W', 'BRON');
const days = knob('5wd', { min: '2wd', max: '10wd' });

describe('the shape of a term', () => {
  test.each<[string, Term, boolean, boolean]>([
    ['a fixed length', week, false, false],
    ['a knob', days, false, false],
    ['since a decision', since('a', week), true, false],
    ['after a date', after('a', week), true, false],
    ['before a date', before('a', week), true, false],
    ['a window', { due: week }, false, true],
    ['a window on dates', { notBefore: before('a', week), due: after('a', week) }, false, true],
  ])('%s', (_what, term, moment, window) => {
    expect([isMoment(term), isWindow(term)]).toEqual([moment, window]);
  });

  test('one term is one clock; a choice has one per case, and the one for all others last', () => {
    expect(clocksOf(week)).toEqual([{ clock: week }]);
    expect(clocksOf(byVariant('v', { ja: week }, days))).toEqual([{ case: 'ja', clock: week }, { clock: days }]);
    expect(clocksOf(byCode('c', { a: week, b: days }, { due: week }))).toEqual([
      { case: 'a', clock: week },
      { case: 'b', clock: days },
      { clock: { due: week } },
    ]);
  });

  test.each<[string, Clock, object[]]>([
    ['one day', since('a', week), [{ when: since('a', week) }]],
    ['the last of a window', { due: week }, [{ part: 'due', when: week }]],
    [
      'all of a window, in their order',
      { due: week, notBefore: days, aim: days },
      [
        { part: 'notBefore', when: days },
        { part: 'aim', when: days },
        { part: 'due', when: week },
      ],
    ],
  ])('its days are %s', (_what, clock, expected) => {
    expect(daysOf(clock)).toEqual(expected);
  });

  test.each<[When, string]>([
    [week, 'P1W'],
    [days, '5wd'],
    [since('a', week), 'P1W'],
    [before('a', days, { otherwise: week }), '5wd'],
  ])('%j is as long as %s', (when, value) => {
    expect(valueOf(lengthOf(when))).toBe(value);
  });
});

describe('the lengths of a step, under the names by which places set them', () => {
  const namesOf = (id: string, spoils: Spoils = {}): string[] =>
    lengthsOf(id, spoiled(spoils).steps[id]!).map(({ name }) => name);

  test.each<[string, string, Spoils, string[]]>([
    ['a term', 'begin', {}, ['begin.within']],
    ['a hand-off: its term, and the time to accept', 'overdracht', {}, ['overdracht.within', 'overdracht.accept']],
    ['a window', 'na', {}, ['na.notBefore', 'na.aim', 'na.due', 'na.due.otherwise']],
    ['a variant', 'wachten', {}, ['wachten.within.ja', 'wachten.within']],
    ['a code', 'zij', {}, ['zij.within.a', 'zij.within']],
    ['what comes again', 'evaluatie', {}, ['evaluatie.within', 'evaluatie.opens']],
    ['what opens at a moment', 'nabellen', {}, ['nabellen.within', 'nabellen.opens']],
    ['what opens on an event', 'kraam', {}, ['kraam.within']],
    [
      'what opens after one length',
      'nabellen',
      { 'steps/nabellen/opens': { after: [week], from: 'na' } },
      ['nabellen.within', 'nabellen.opens'],
    ],
    [
      'what opens after several',
      'nabellen',
      { 'steps/nabellen/opens': { after: [week, days], from: 'na' } },
      ['nabellen.within', 'nabellen.opens.1', 'nabellen.opens.2'],
    ],
    ['a rule has none', 'beslis', {}, []],
  ])('%s', (_what, id, spoils, names) => {
    expect(namesOf(id, spoils)).toEqual(names);
  });

  test('only a wait for a group has a number', () => {
    const named = Object.entries(soundChain.steps).flatMap(([id, step]) => numbersOf(id, step));
    expect(named.map(({ name, number }) => [name, number.knob])).toEqual([['wachten.n', 8]]);
    expect(numbersOf('wachten', spoiled({ 'steps/wachten/ready': undefined }).steps['wachten']!)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { DAY, MONDAY } from '../../test/journeys/start-case.ts';
import { after, before, byCode, byVariant, knob, since, sourced, type Term } from '../language/define.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { addDays, localDateOfDayNumber, parseLocalDate } from './calendar/local-date.ts';
import type { Span } from './facts.ts';
import { lengthOf, momentOf, type Reading, spanOf } from './span.ts';
import type { CaseState } from './state.ts';

const { state } = new OneCase(smallChain({ begin: step({ klaar }) }), 'begin');
/** Whatever a term may be read against: an earlier decision on Friday 27 February, and two known dates. */
const known: CaseState = {
  ...state,
  decidedAt: { eerder: Date.UTC(2026, 1, 27, 15) },
  anchors: { start: '2026-04-01', eind: '2026-06-15', geboorte: '2026-01-10' },
};

function read(term: Term, differs: Partial<Reading> = {}, name?: string): Span {
  return spanOf(term, { state: known, step: 'stap', variant: {}, openedAt: MONDAY, ...differs }, name);
}

function set(name: string, value: string): Partial<Reading> {
  return { state: { ...known, knobs: { [name]: { value, layer: 'kern' } } } };
}

const day = (at: number | null): string | null => (at === null ? null : localDateOf(at));
const unknown = { state: { ...known, anchors: {}, decidedAt: {} } };
const tenWerkdagen = knob('10wd', { min: '5wd', max: '20wd' });

describe('a term is due on', () => {
  test.each<[string, Term, string]>([
    ['two weeks after the opening', fixed('P2W'), '2026-03-16'],
    ['24 months after the opening', sourced('P24M', 'GLI-INS'), '2028-03-02'],
    ['three and a half years after the opening', fixed('P3Y6M'), '2029-09-02'],
    ['two werkdagen after the opening', fixed('2wd'), '2026-03-04'],
    ['ten werkdagen after the opening, the weekends left out', tenWerkdagen, '2026-03-16'],
    ['a month after an earlier decision', since('eerder', fixed('P1M')), '2026-03-27'],
    ['five werkdagen after an earlier decision', since('eerder', fixed('5wd')), '2026-03-06'],
    ['six weeks after a date of the case', after('start', fixed('P6W')), '2026-05-13'],
    ['three weeks before a date of the case', before('eind', fixed('P3W')), '2026-05-25'],
    ['two werkdagen before a date, with Whit Monday left out', before('pinksteren', fixed('2wd')), '2026-05-21'],
    ['that date itself', before('eind', fixed('P0D')), '2026-06-15'],
    ['the last of a window', { due: fixed('P9D'), aim: fixed('P5D') }, '2026-03-11'],
    [
      'another day where nothing is known yet and a fallback is given',
      after('ooit', fixed('P1W'), { otherwise: fixed('P20D') }),
      '2026-03-22',
    ],
    ['its own length from the opening where nothing is known yet', since('nooit', fixed('P1W')), '2026-03-09'],
  ])('%s', (_name, term, due) => {
    const withWhitsun = { ...known, anchors: { ...known.anchors, pinksteren: '2026-05-26' } };
    const span = read(term, { state: withWhitsun });
    expect(span.dueAt).toBe(endOfLocalDay(parseLocalDate(due)));
  });

  test.each<[string, number, string, string]>([
    ['from a minute before midnight', Date.UTC(2026, 2, 2, 22, 59), 'P1D', '2026-03-03'],
    ['from a minute after midnight', Date.UTC(2026, 2, 2, 23, 1), 'P1D', '2026-03-04'],
    ['over the start of summer time', Date.UTC(2026, 2, 28, 22, 30), 'P1D', '2026-03-29'],
    ['over its end', Date.UTC(2026, 9, 24, 21, 30), 'P2D', '2026-10-26'],
    ['from the 31st to a shorter month', Date.UTC(2026, 0, 31, 12), 'P1M', '2026-02-28'],
    ['over Easter in werkdagen', Date.UTC(2026, 3, 1, 12), '3wd', '2026-04-08'],
  ])('the end of a local day in Amsterdam: %s', (_name, openedAt, length, due) => {
    const { dueAt } = read(fixed(length as 'P1D'), { openedAt });
    expect([day(dueAt), day(dueAt + 1)]).toEqual([due, addDays(parseLocalDate(due), 1)]);
  });
});

describe('what a pause does to a term', () => {
  test.each<[string, Term, boolean, Span['counts']]>([
    ['from the opening', fixed('P2W'), true, 'days'],
    ['from the opening in werkdagen', tenWerkdagen, true, 'werkdagen'],
    ['since a decision', since('eerder', fixed('P1M')), true, 'days'],
    ['after a date', after('start', fixed('P1M')), false, 'days'],
    ['before a date in werkdagen', before('eind', fixed('5wd')), false, 'werkdagen'],
    ['after a date that is not known', after('ooit', fixed('5wd')), true, 'werkdagen'],
    [
      'a window of which the end hangs on a date',
      { notBefore: fixed('P1D'), due: before('eind', fixed('P1D')) },
      false,
      'days',
    ],
  ])('%s', (_name, term, moves, counts) => {
    expect(read(term)).toMatchObject({ moves, counts });
  });
});

describe('a window', () => {
  const window = {
    notBefore: before('eind', fixed('P3W')),
    aim: before('eind', fixed('P17D')),
    due: before('eind', fixed('P2W'), { otherwise: fixed('P30D') }),
  };

  test('has a first day that begins at midnight, a day to aim for and a last day that end at midnight', () => {
    expect(read(window)).toEqual({
      notBefore: startOfLocalDay(parseLocalDate('2026-05-25')),
      aim: endOfLocalDay(parseLocalDate('2026-05-29')),
      dueAt: endOfLocalDay(parseLocalDate('2026-06-01')),
      moves: false,
      counts: 'days',
    });
  });

  test('that hangs on a date not known yet has no first day and no aim: only what must be done has a fallback', () => {
    const span = read(window, unknown);
    expect([span.notBefore, span.aim, day(span.dueAt), span.moves]).toEqual([null, null, '2026-04-01', true]);
  });

  test('whose first day has a fallback of its own has that first day', () => {
    const term = { ...window, notBefore: after('ooit', fixed('P1D'), { otherwise: fixed('P4D') }) };
    expect(day(read(term, unknown).notBefore)).toBe('2026-03-06');
  });

  test('counted from the opening has all its days from there', () => {
    const span = read({ notBefore: fixed('P2D'), aim: fixed('P3D'), due: fixed('P5D') });
    expect([day(span.notBefore), day(span.aim), day(span.dueAt)]).toEqual(['2026-03-04', '2026-03-05', '2026-03-07']);
  });
});

describe('a term of which the last day has passed when the step opens', () => {
  test.each<[string, Term]>([
    ['before a date', before('geboorte', fixed('P1W'))],
    ['after a date', after('geboorte', fixed('P1W'))],
    ['since a decision', since('eerder', fixed('P1D'))],
  ])('%s is due on the day of the opening, and not before it', (_name, term) => {
    expect(read(term).dueAt).toBe(endOfLocalDay(parseLocalDate('2026-03-02')));
  });

  test('is so for every opening and every date', () => {
    const openedAt = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
    const date = fc.integer({ min: 19_000, max: 23_000 }).map(localDateOfDayNumber);
    const length = fc.integer({ min: 0, max: 400 }).map((days) => fixed(`P${days}D`));
    fc.assert(
      fc.property(openedAt, date, length, (at, on, days) => {
        for (const term of [after('dag', days), before('dag', days)]) {
          const { dueAt } = read(term, { openedAt: at, state: { ...known, anchors: { dag: on } } });
          expect(dueAt).toBeGreaterThanOrEqual(at);
          expect(localDateOf(dueAt + 1)).not.toBe(localDateOf(dueAt));
        }
      }),
    );
  });
});

describe('a term that differs', () => {
  const spoed = byVariant('spoed', { ja: fixed('2wd') }, fixed('P4W'));
  const vorm = byCode('vorm', { groep: fixed('P12W') }, fixed('P12M'));

  test('by the variant of the opening', () => {
    expect(day(read(spoed, { variant: { spoed: 'ja' } }).dueAt)).toBe('2026-03-04');
    expect(day(read(spoed, { variant: { spoed: 'nee' } }).dueAt)).toBe('2026-03-30');
    expect(day(read(spoed).dueAt)).toBe('2026-03-30');
  });

  test('by a kept code', () => {
    expect(day(read(vorm, { state: { ...known, kept: { vorm: 'groep' } } }).dueAt)).toBe('2026-05-25');
    expect(day(read(vorm, { state: { ...known, kept: { vorm: 'thuis' } } }).dueAt)).toBe('2027-03-02');
    expect(day(read(vorm).dueAt)).toBe('2027-03-02');
  });

  test('never by a name that every object has', () => {
    expect(day(read(spoed, { variant: { spoed: 'constructor' } }).dueAt)).toBe('2026-03-30');
    expect(day(read(vorm, { state: { ...known, kept: { vorm: 'toString' } } }).dueAt)).toBe('2027-03-02');
  });

  test('may differ in everything: in one variant a window on a date, in the other a plain length', () => {
    const term = byVariant(
      'spoed',
      { ja: { notBefore: fixed('P1D'), due: before('eind', fixed('P1D')) } },
      fixed('P1W'),
    );
    expect(read(term, { variant: { spoed: 'ja' } })).toMatchObject({ moves: false });
    expect(read(term)).toMatchObject({ moves: true, notBefore: null });
  });
});

describe('a place sets', () => {
  const two = knob('P4W', { min: 'P1W', max: 'P8W' });

  test.each<[string, string, Term, Partial<Reading>, string]>([
    ['the term', 'stap.within', two, {}, '2026-03-09'],
    ['the term after a date', 'stap.within', after('start', two), {}, '2026-04-08'],
    [
      'the term of one variant',
      'stap.within.ja',
      byVariant('spoed', { ja: two }, two),
      { variant: { spoed: 'ja' } },
      '2026-03-09',
    ],
    ['the term of the other variants', 'stap.within', byVariant('spoed', { ja: two }, two), {}, '2026-03-09'],
    ['the last day of a window', 'stap.due', { due: two }, {}, '2026-03-09'],
  ])('%s under its own name', (_name, name, term, differs, due) => {
    expect(day(read(term, { ...set(name, 'P1W'), ...differs }).dueAt)).toBe(due);
  });

  test('the first day and the aim of a window under their names', () => {
    const knobs = {
      'stap.notBefore': { value: 'P1D', layer: 'kern' },
      'stap.aim': { value: 'P2D', layer: 'kern' },
    } as const;
    const span = read({ notBefore: two, aim: two, due: two }, { state: { ...known, knobs } });
    expect([day(span.notBefore), day(span.aim), day(span.dueAt)]).toEqual(['2026-03-03', '2026-03-04', '2026-03-30']);
  });

  test('the time to accept under its own name', () => {
    expect(day(read(two, set('stap.accept', 'P1W'), 'accept').dueAt)).toBe('2026-03-09');
  });

  test('nothing of another step, and nothing of the fallback for a date that is not known', () => {
    expect(day(read(two, set('ander.within', 'P1W')).dueAt)).toBe('2026-03-30');
    const term = after('ooit', two, { otherwise: fixed('P20D') });
    expect(day(read(term, set('stap.within', 'P1W')).dueAt)).toBe('2026-03-22');
  });

  test('werkdagen instead of days, and then a pause counts werkdagen', () => {
    expect(read(two, set('stap.within', '5wd'))).toMatchObject({ counts: 'werkdagen' });
  });

  test('what the chain gives when it sets nothing: the assumed or the sourced value', () => {
    expect(lengthOf(two)).toMatchObject({ weeks: 4 });
    expect(lengthOf(sourced('P3M', 'BRON'))).toMatchObject({ months: 3 });
    expect(lengthOf(two, 'P1W')).toMatchObject({ weeks: 1 });
  });
});

describe('the moment of something that time opens', () => {
  const reading: Reading = { state: known, step: 'stap', variant: {}, openedAt: MONDAY };

  test('is the beginning of its local day', () => {
    const at = startOfLocalDay(parseLocalDate('2026-05-25'));
    expect(momentOf(before('eind', fixed('P3W')), reading, 'opens')).toEqual({ at, moves: false });
  });

  test('counts from now when it is a plain length, and moves with a pause', () => {
    const at = startOfLocalDay(parseLocalDate('2026-03-12'));
    expect(momentOf(fixed('P10D'), reading, 'opens')).toEqual({ at, moves: true });
  });

  test('is not known as long as its date is not, also when a term would have a fallback', () => {
    expect(momentOf(before('ooit', fixed('P3W'), { otherwise: fixed('P1D') }), reading, 'opens')).toBeNull();
    expect(momentOf(since('nooit', fixed('P3W')), reading, 'opens')).toBeNull();
  });

  test('may lie in the past: who asks sees to that', () => {
    expect(momentOf(after('geboorte', fixed('P1D')), reading, 'opens')!.at).toBeLessThan(MONDAY - DAY);
  });

  test('is what the place sets', () => {
    const state = { ...known, knobs: { 'stap.opens.2': { value: 'P1W', layer: 'kern' as const } } };
    const at = startOfLocalDay(parseLocalDate('2026-03-09'));
    expect(momentOf(knob('P4W', { min: 'P1W', max: 'P8W' }), { ...reading, state }, 'opens.2')?.at).toBe(at);
  });
});

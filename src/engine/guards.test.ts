import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { atMost, attempts, decided, type Guard, keptIs, oncePer } from '../language/define.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import { obstacleTo } from './guards.ts';
import type { Attempt } from './messages.ts';
import type { CaseState } from './state.ts';

const chain = smallChain(
  {
    begin: step(
      {
        verder: 'begin',
        hoogstens: { label: 'Hoogstens', to: 'begin', when: [atMost(2)] },
        'niet-bereikt': { label: 'Niet bereikt', to: klaar, when: [attempts(3)] },
        otago: { label: 'Otago', to: 'begin', mark: 'otago', when: [oncePer('P12M', 'otago')] },
        daarna: { label: 'Daarna', to: klaar, when: [decided('begin', 'verder', 'hoogstens')] },
        groep: { label: 'Groep', to: klaar, when: [keptIs('vorm', 'groep', 'duo'), decided('begin', 'verder')] },
      },
      { attempts: true, form: 'f', keeps: ['vorm'] },
    ),
  },
  { marks: { otago: 'Otago' } },
);
const begun = (): OneCase => new OneCase(chain, 'begin');
const again = (one: OneCase, outcome = 'verder'): OneCase => one.decide('tester', 'begin', outcome);
const why = (one: OneCase, outcome: string): string | undefined =>
  one.refusal((copy) => copy.decide('tester', 'begin', outcome))?.message;

function tried(one: OneCase, on: string, channel: Attempt['channel'], reached = false): OneCase {
  return one
    .until(on)
    .send({ kind: 'attempt', actor: holder('tester'), openStep: one.open('begin').id, on, channel, reached });
}

describe('at most so often', () => {
  test('counts over all rounds of the step in this case', () => {
    const one = again(again(begun(), 'hoogstens'));
    expect(why(one, 'hoogstens')).toBeUndefined();
    again(one, 'hoogstens');
    expect(why(one, 'hoogstens')).toBe('Deze uitkomst kan hoogstens 2 keer. Kies een andere.');
    expect(why(one, 'verder')).toBeUndefined();
  });
});

describe('so many contact attempts', () => {
  test.each<[string, [string, Attempt['channel'], boolean?][], RegExp | undefined]>([
    ['none', [], /op 3 verschillende dagen. Nu zijn het er 0/],
    [
      'three on two days',
      [
        ['2026-03-02', 'brief'],
        ['2026-03-02', 'telefoon'],
        ['2026-03-03', 'telefoon'],
      ],
      /Nu zijn het er 2/,
    ],
    [
      'three on three days, none in writing',
      [
        ['2026-03-02', 'telefoon'],
        ['2026-03-03', 'huisbezoek'],
        ['2026-03-04', 'telefoon'],
      ],
      /met een brief of een bericht/,
    ],
    [
      'three of which one reached the person',
      [
        ['2026-03-02', 'brief'],
        ['2026-03-03', 'telefoon', true],
        ['2026-03-04', 'telefoon'],
      ],
      /Nu zijn het er 2/,
    ],
    [
      'three on three days, one a letter',
      [
        ['2026-03-02', 'telefoon'],
        ['2026-03-03', 'brief'],
        ['2026-03-04', 'telefoon'],
      ],
      undefined,
    ],
    [
      'three on three days, one a message',
      [
        ['2026-03-02', 'bericht'],
        ['2026-03-03', 'telefoon'],
        ['2026-03-04', 'telefoon'],
      ],
      undefined,
    ],
    [
      'four, one of which reached the person',
      [
        ['2026-03-02', 'bericht'],
        ['2026-03-03', 'telefoon', true],
        ['2026-03-04', 'telefoon'],
        ['2026-03-05', 'telefoon'],
      ],
      undefined,
    ],
  ])('%s', (_name, made, expected) => {
    const one = begun();
    for (const [on, channel, reached] of made) tried(one, on, channel, reached);
    expect(why(one, 'niet-bereikt') ?? 'possible').toMatch(expected ?? /^possible$/);
  });

  test('are of this opening: those of an earlier round do not count', () => {
    const one = tried(tried(tried(begun(), '2026-03-02', 'brief'), '2026-03-03', 'telefoon'), '2026-03-04', 'telefoon');
    expect(why(again(one), 'niet-bereikt')).toMatch(/Nu zijn het er 0/);
  });
});

describe('once in so long', () => {
  test('counts from the day on which it was last counted for this person, to that day a year later', () => {
    const one = again(begun(), 'otago');
    expect(one.state.marks).toEqual({ otago: { count: 1, last: '2026-03-02' } });
    expect(why(one.until('2027-03-01'), 'otago')).toBe('Otago: dat kan pas weer vanaf 2027-03-02.');
    expect(why(one.until('2027-03-02'), 'otago')).toBeUndefined();
    expect(again(one, 'otago').state.marks).toEqual({ otago: { count: 2, last: '2027-03-02' } });
  });

  test('knows what was counted in earlier cases', () => {
    const one = new OneCase(chain, 'begin', { marks: { otago: { count: 1, last: '2025-06-01' } } });
    expect(why(one, 'otago')).toBe('Otago: dat kan pas weer vanaf 2026-06-01.');
  });
});

describe('what was decided before', () => {
  test('is the last decision on that step', () => {
    const one = begun();
    expect(why(one, 'daarna')).toBe('Deze uitkomst past niet bij wat er eerder besloten is.');
    expect(why(again(one), 'daarna')).toBeUndefined();
    expect(why(again(one, 'otago'), 'daarna')).toBeDefined();
  });
});

describe('a kept code', () => {
  test('has one of the values', () => {
    const kept = (vorm: string): OneCase => begun().decide('tester', 'begin', 'verder', { kept: { vorm } });
    expect(why(again(begun()), 'groep')).toBe('Deze uitkomst past niet bij wat er bekend is.');
    expect(why(kept('thuis'), 'groep')).toBeDefined();
    for (const vorm of ['groep', 'duo']) expect(why(kept(vorm), 'groep')).toBeUndefined();
  });

  test('is there together with the other conditions: all must hold', () => {
    const one = begun().decide('tester', 'begin', 'otago', { kept: { vorm: 'groep' } });
    expect(why(one, 'groep')).toBe('Deze uitkomst past niet bij wat er eerder besloten is.');
  });
});

describe('a name that every object has', () => {
  const state: CaseState = { ...begun().state, kept: {}, outcomes: {}, marks: {}, taken: {} };
  test.each<[string, Guard]>([
    ['code', keptIs('constructor', 'x')],
    ['step', decided('constructor', 'x')],
  ])('as a %s is not there', (_name, guard) => {
    const choosing = { chain, state, step: 'begin', outcome: 'x', today: parseLocalDate('2026-03-02') };
    expect(obstacleTo({ when: [guard] }, choosing)).toBeDefined();
  });
});

test('an outcome without conditions has nothing in its way', () => {
  const choosing = {
    chain,
    state: begun().state,
    step: 'begin',
    outcome: 'verder',
    today: parseLocalDate('2026-03-02'),
  };
  expect(obstacleTo({}, choosing)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { DAY, decision, holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { inform, leave } from '../language/define.ts';
import { apply } from './apply.ts';
import { endOfLocalDay, startOfLocalDay } from './calendar/amsterdam.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import type { Fact } from './facts.ts';
import { type CaseState, nextWakeAt } from './state.ts';
import { tick } from './tick.ts';

const chain = smallChain({
  aanmelden: step(
    { gedaan: 'wachten', samen: { all: ['wachten', 'advies', 'melden'] } },
    { within: fixed('5wd'), missed: 'te-laat' },
  ),
  wachten: step({ klaar }, { within: fixed('P3M') }),
  advies: step({ gedaan: leave() }, { within: fixed('10wd') }),
  melden: inform({
    label: 'Melden',
    by: 'tester',
    within: fixed('P1M'),
    tells: 'gezien',
    outcomes: { verder: { label: 'V', to: leave() } },
  }),
});

/** Opened on Monday 2 March 2026 with a term of 5 werkdagen: until Monday 9 March. */
const opened = apply(chain, null, 'c1', referral(chain, 'aanmelden'), MONDAY).state;
const DUE = endOfLocalDay(parseLocalDate('2026-03-09'));

/** Wakes the case at each of its wake-ups up to and including `until`. */
function live(from: CaseState, until: number): { state: CaseState; facts: Fact[] } {
  let state = from;
  const facts: Fact[] = [];
  for (let wake = nextWakeAt(state); wake !== null && wake <= until; wake = nextWakeAt(state)) {
    const result = tick(chain, state, wake);
    facts.push(...result.facts);
    state = result.state;
  }
  return { state, facts };
}

/** The ladder, without what the referrer is told of it. */
function told(facts: readonly Fact[]): [string, number][] {
  return facts.filter(({ fact }) => fact !== 'informed').map(({ fact, at }) => [fact, at]);
}

describe('a step that nobody takes', () => {
  test('reminds, becomes late, escalates and goes on escalating, each at its moment', () => {
    const { facts } = live(opened, endOfLocalDay(parseLocalDate('2026-05-20')));
    expect(told(facts)).toEqual([
      ['reminded', MONDAY + Math.floor((DUE - MONDAY) * 0.75)],
      ['late', startOfLocalDay(parseLocalDate('2026-03-10'))],
      ['escalated', startOfLocalDay(parseLocalDate('2026-03-17'))],
      ['escalated', startOfLocalDay(parseLocalDate('2026-04-16'))],
      ['escalated', startOfLocalDay(parseLocalDate('2026-05-19'))],
    ]);
  });

  test('is marked late and its escalations are counted', () => {
    const at = (date: string): CaseState => live(opened, endOfLocalDay(parseLocalDate(date))).state;
    expect(at('2026-03-09').open).toMatchObject([{ late: false, escalations: 0 }]);
    expect(at('2026-03-10').open).toMatchObject([{ late: true, escalations: 0 }]);
    expect(at('2026-03-17').open).toMatchObject([{ late: true, escalations: 1 }]);
    expect(at('2026-05-19').open).toMatchObject([{ late: true, escalations: 3 }]);
  });

  test('stays open and with the same holder for years', () => {
    const { state, facts } = live(opened, MONDAY + 3 * 365 * DAY);
    expect(state).toMatchObject({ status: 'open', ending: null, open: [{ step: 'aanmelden', dueAt: DUE }] });
    expect(new Set(facts.map(({ fact }) => fact))).toEqual(new Set(['reminded', 'late', 'informed', 'escalated']));
  });
});

describe('a clock that stood still', () => {
  test('does nothing before the next wake-up', () => {
    const { state, facts } = tick(chain, opened, nextWakeAt(opened)! - 1);
    expect(facts).toEqual([]);
    expect(state).toEqual(opened);
  });

  test('past the term sends no stale reminder', () => {
    expect(tick(chain, opened, DUE + 1).facts.map(({ fact }) => fact)).toEqual(['late', 'informed']);
  });

  test('for months makes the step late and escalates it once, not once for every repeat that was missed', () => {
    const { facts } = live(tick(chain, opened, DUE + 300 * DAY).state, DUE + 300 * DAY + 1);
    expect(facts.map(({ fact }) => fact)).toEqual(['escalated']);
  });

  test('writes down when it found the deadline, not when it should have', () => {
    expect(tick(chain, opened, DUE + 5 * DAY).facts).toMatchObject([
      { fact: 'late', at: DUE + 5 * DAY },
      { fact: 'informed', at: DUE + 5 * DAY },
    ]);
  });
});

describe('what the clock writes', () => {
  test('names no command and the step that it is about', () => {
    const { facts } = tick(chain, opened, DUE + 1);
    expect(facts).toMatchObject([
      { fact: 'late', command: null, step: 'aanmelden', openStep: opened.open[0]!.id, seq: 3 },
      { fact: 'informed', command: null, step: 'aanmelden', milestone: 'te-laat', seq: 4 },
    ]);
  });

  test('is the same a second time: a tick that has been done has nothing left to do', () => {
    const once = tick(chain, opened, DUE + 1);
    expect(tick(chain, once.state, DUE + 1)).toEqual({ state: once.state, facts: [] });
  });

  test('is in the order of the deadlines when several steps stand open', () => {
    const one = new OneCase(chain, 'aanmelden').decide('tester', 'aanmelden', 'samen');
    const { facts } = live(one.state, endOfLocalDay(parseLocalDate('2026-04-03')));
    expect(facts.map((fact) => [fact.fact, 'step' in fact ? fact.step : ''])).toEqual([
      ['reminded', 'advies'],
      ['late', 'advies'],
      ['escalated', 'advies'],
      ['reminded', 'melden'],
      ['late', 'melden'],
    ]);
  });
});

describe('several things that are due at once', () => {
  const busy = smallChain({
    begin: step({ verder: 'dan' }),
    dan: step({ klaar }, { within: fixed('P30D') }),
    na: step({ gedaan: leave() }, { opens: { after: [fixed('P10D')], from: 'begin' } }),
  });
  const begun = (): OneCase => new OneCase(busy, 'begin').decide('tester', 'begin', 'verder');

  test('after an outage come in the order of their moments: what opened first, then who is late', () => {
    expect(
      begun()
        .sleepTo('2026-04-20')
        .last.map((fact) => [fact.fact, 'step' in fact ? fact.step : '']),
    ).toEqual([
      ['unscheduled', ''],
      ['opened', 'na'],
      ['late', 'dan'],
    ]);
  });

  test('the end of a pause goes before what it held', () => {
    const one = begun().send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-03-20' });
    expect(one.sleepTo('2026-06-01').kinds).toEqual(['resumed', 'rescheduled', 'scheduled', 'opened']);
    expect(nextWakeAt(one.state)).toBeGreaterThan(one.now);
  });

  test('a clock that is set back does nothing, and forgets nothing', () => {
    const one = begun().sleepTo('2026-03-20');
    expect(tick(busy, one.state, MONDAY)).toEqual({ state: one.state, facts: [] });
  });
});

describe('the referrer', () => {
  test('is told when a first contact is late, once, and not again at every escalation', () => {
    const { facts } = live(opened, MONDAY + 400 * DAY);
    expect(facts.filter(({ fact }) => fact === 'informed')).toMatchObject([{ milestone: 'te-laat' }]);
  });

  test('is told nothing when the chain promises nothing', () => {
    const { facts } = live(new OneCase(chain, 'wachten').state, MONDAY + 400 * DAY);
    expect(facts.filter(({ fact }) => fact === 'informed')).toEqual([]);
  });
});

test('an ended case has no clock', () => {
  const advice = apply(chain, null, 'c1', referral(chain, 'advies'), MONDAY).state;
  const { state } = apply(chain, advice, 'c2', decision('tester', advice.open[0]!.id, 'gedaan'), MONDAY);
  expect(nextWakeAt(state)).toBeNull();
  expect(tick(chain, state, MONDAY + 1000 * DAY)).toEqual({ state, facts: [] });
});

test('a decision stops the ladder of its step and starts that of the next', () => {
  const late = tick(chain, opened, DUE + 1).state;
  const { state } = apply(chain, late, 'c2', decision('tester', late.open[0]!.id, 'gedaan'), DUE + DAY);
  expect(state.open).toMatchObject([{ step: 'wachten', late: false, escalations: 0, rung: { kind: 'reminder' } }]);
});

import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { all, inform, leave, stopReasons } from '../language/define.ts';
import type { Actor } from './messages.ts';

const chain = smallChain({
  begin: step({ verder: 'dan', samen: all('dan', 'melden', 'naast') }),
  dan: step({ klaar }, { by: 'coach' }),
  melden: inform({
    label: 'Melden',
    by: 'tester',
    within: fixed('P10D'),
    tells: 'gezien',
    outcomes: { verder: { label: 'Verder', to: leave() } },
  }),
  naast: step({ gedaan: leave() }),
  aanbod: offer({ gestart: klaar, niet: klaar }),
});
const withdraw = (one: OneCase, actor: Actor, reason = 'ziekte'): OneCase =>
  one.send({ kind: 'withdraw', actor, reason });

describe('a case that is stopped', () => {
  test('ends for its reason, and the referrer hears of it', () => {
    const one = withdraw(new OneCase(chain, 'begin'), holder('tester'));
    expect(one.last).toMatchObject([
      { fact: 'withdrawn', reason: 'ziekte', actor: holder('tester') },
      { fact: 'informed', milestone: 'gestopt', step: 'begin' },
      { fact: 'ended', ending: 'uitval' },
    ]);
    expect(one.state).toMatchObject({ status: 'ended', ending: 'uitval', open: [] });
  });

  test('tells also what still had to be told, and closes every branch', () => {
    const one = withdraw(new OneCase(chain, 'begin').decide('tester', 'begin', 'samen'), holder('coach'));
    expect(one.last.flatMap((fact) => (fact.fact === 'informed' ? [fact.milestone] : []))).toEqual([
      'gestopt',
      'gezien',
    ]);
    expect(one.state.open).toEqual([]);
  });

  test.each([...Object.keys(stopReasons), 'blik'])('may be so for %s', (reason) => {
    expect(withdraw(new OneCase(chain, 'begin'), holder('tester'), reason).state.status).toBe('ended');
  });

  test.each(['zomaar', '', 'toString'])('is not so for a reason that nobody knows: %j', (reason) => {
    const one = new OneCase(chain, 'begin');
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => withdraw(copy, holder('tester'), reason))?.code).toBe('invalid-input');
    expect(one.state).toEqual(before);
  });

  test('cannot be stopped again', () => {
    const one = withdraw(new OneCase(chain, 'begin'), holder('tester'));
    expect(one.refusal((copy) => withdraw(copy, holder('tester')))?.code).toBe('ended');
  });

  test('may be stopped during a pause', () => {
    const one = new OneCase(chain, 'begin').send({
      kind: 'pause',
      actor: holder('tester'),
      reason: 'ziekte',
      until: '2026-05-01',
    });
    expect(withdraw(one, holder('tester')).state.status).toBe('ended');
  });
});

describe('who may stop it', () => {
  const may = (one: OneCase, actor: Actor): boolean => one.refusal((copy) => withdraw(copy, actor)) === undefined;

  test('whoever is accountable at that moment, and no longer who was', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');
    expect([may(one, holder('coach')), may(one, holder('tester'))]).toEqual([true, false]);
  });

  test('the sender of an offer, as long as nobody accepted it', () => {
    const one = new OneCase(chain, 'aanbod');
    expect([may(one, holder('tester')), may(one, holder('coach'))]).toEqual([true, false]);
    one.decide('coach', 'aanbod', 'aanvaard');
    expect([may(one, holder('tester')), may(one, holder('coach'))]).toEqual([false, true]);
  });

  test('the referrer, as long as nobody else has done anything', () => {
    const one = new OneCase(chain, 'begin');
    expect(may(one, holder('huisarts'))).toBe(true);
    expect(may(one.decide('tester', 'begin', 'verder'), holder('huisarts'))).toBe(false);
  });

  test('the referrer no longer once someone else tried to reach the person', () => {
    const calls = smallChain({ begin: step({ verder: klaar }, { attempts: true }) });
    const tried = (one: OneCase, by: Actor): OneCase => {
      const openStep = one.state.open[0]?.id ?? '';
      return one.send({ kind: 'attempt', actor: by, openStep, on: '2026-03-02', channel: 'telefoon', reached: false });
    };
    expect(may(tried(new OneCase(calls, 'begin'), holder('tester')), holder('huisarts'))).toBe(false);
    const parties = { tester: 'organisatie-huisarts' };
    const own = tried(new OneCase(calls, 'begin', { parties }), { ...holder('huisarts'), role: 'tester' });
    expect(may(own, holder('huisarts'))).toBe(true);
  });

  test('the referrer who did the first step also after it', () => {
    const parties = { tester: 'organisatie-huisarts', coach: 'organisatie-coach' };
    const one = new OneCase(chain, 'begin', { parties });
    one.decide('tester', 'begin', 'verder', { actor: { ...holder('huisarts'), role: 'tester' } });
    expect(may(one, holder('huisarts'))).toBe(true);
  });

  test.each<[string, Actor]>([
    ['another role of the same organisation', { ...holder('tester'), role: 'coach' }],
    ['the same role elsewhere', { ...holder('tester'), organisation: 'elders' }],
    ['someone without an organisation', { ...holder('tester'), organisation: null }],
  ])('not %s', (_who, actor) => {
    expect(new OneCase(chain, 'begin').refusal((copy) => withdraw(copy, actor))?.code).toBe('forbidden');
  });
});

import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { after, leave } from '../language/define.ts';
import { accountableOf, actorOf, type CaseState, held, holderOf, nextWakeAt, stopped, suspensionOf } from './state.ts';

const chain = smallChain({
  begin: step({ samen: { all: ['dan', 'vast'] } }),
  dan: step({ klaar }, { within: fixed('P1Y') }),
  vast: step({ gedaan: leave() }, { within: after('start', fixed('P1M')) }),
  later: step({ gedaan: leave() }, { opens: { after: [fixed('P1W')], from: 'begin' } }),
});
const split = (): OneCase =>
  new OneCase(chain, 'begin', { anchors: { start: '2026-06-01' } }).decide('tester', 'begin', 'samen');
const paused = (): OneCase =>
  split().send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-08-01' });

describe('a case wakes at the first of', () => {
  test('the rungs of its open steps', () => {
    const { state } = split();
    const rungs = state.open.map(({ rung }) => rung.at);
    expect(nextWakeAt({ ...state, scheduled: [] })).toBe(Math.min(...rungs));
  });

  test('what time will open', () => {
    const { state } = split();
    expect(nextWakeAt(state)).toBe(state.scheduled[0]!.opensAt);
    const unknown = state.scheduled.map((each) => ({ ...each, opensAt: null }));
    expect(nextWakeAt({ ...state, scheduled: unknown })).toBe(nextWakeAt({ ...state, scheduled: [] }));
  });

  test('the end of a pause, and of what the pause did not stop', () => {
    const { state } = paused();
    expect(nextWakeAt(state)).toBe(state.open.find(({ step: id }) => id === 'vast')!.rung.at);
    const without: CaseState = { ...state, open: state.open.filter(({ step: id }) => id !== 'vast') };
    expect(nextWakeAt(without)).toBe(suspensionOf(state)!.untilAt);
  });

  test('and at none once it has ended', () => {
    expect(nextWakeAt(split().decide('tester', 'dan', 'klaar').state)).toBeNull();
  });
});

describe('a pause', () => {
  test('holds the openings and schedules that it found, and stops the clocks of those that move', () => {
    const { state } = paused();
    const [vast, dan] = [
      state.open.find(({ step: id }) => id === 'vast')!,
      state.open.find(({ step: id }) => id === 'dan')!,
    ];
    expect([held(state, vast.id), stopped(state, vast)]).toEqual([true, false]);
    expect([held(state, dan.id), stopped(state, dan)]).toEqual([true, true]);
    expect(stopped(state, state.scheduled[0]!)).toBe(true);
  });

  test('holds nothing before it begins and after it has ended', () => {
    const one = paused();
    const { id } = one.open('dan');
    expect(held(split().state, id)).toBe(false);
    one.send({ kind: 'resume', actor: holder('tester') });
    expect([held(one.state, id), suspensionOf(one.state)]).toEqual([false, undefined]);
  });
});

describe('who has to act', () => {
  const { state } = split();

  test('is the organisation that fulfils the role, else the sender of an offer, else the referrer', () => {
    const from = { role: 'tester', organisation: 'organisatie-tester' };
    expect(holderOf(state, { role: 'coach', organisation: 'o' })).toEqual({
      role: 'coach',
      organisation: 'o',
      practitioner: null,
    });
    expect(holderOf(state, { role: 'coach', organisation: null, from })).toEqual({ ...from, practitioner: null });
    expect(holderOf(state, { role: 'coach', organisation: null, from: { ...from, organisation: null } })).toEqual(
      state.referrer,
    );
    expect(actorOf(state, { role: 'coach', organisation: null })).toEqual(state.referrer);
  });

  test('for the whole case is of its own branch, whichever opened first', () => {
    expect(state.open.map(({ step: id }) => id)).toEqual(['vast', 'dan']);
    const other = state.open.map((each) => ({ ...each, accountable: { role: each.step, organisation: 'o' } }));
    expect(accountableOf({ ...state, open: other })?.role).toBe('dan');
  });

  test('is found without touching the case', () => {
    const before = structuredClone(state);
    accountableOf(state);
    nextWakeAt(state);
    expect(state).toEqual(before);
  });
});

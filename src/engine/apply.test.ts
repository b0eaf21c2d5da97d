import { describe, expect, test } from 'vitest';
import { DAY, decision, holder, HOUR, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { apply } from './apply.ts';
import { rebuild } from './evolve.ts';
import type { Result } from './draft.ts';
import { Refused } from './refused.ts';
import type { CaseState } from './state.ts';
import { tick } from './tick.ts';

const chain = smallChain(
  {
    signaal: step({ verhoogd: 'begin', nee: klaar }, { by: 'coach' }),
    begin: step({ laag: { label: 'Laag', to: 'advies', inform: 'gezien' }, matig: 'wachten', weer: 'begin' }),
    advies: step({ gedaan: klaar }),
    wachten: step({ vol: klaar }, { by: 'coach' }),
  },
  { knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Route' } } },
);

function start(entry = 'begin', at = MONDAY): Result {
  return apply(chain, null, 'c1', referral(chain, entry), at);
}

function kinds({ facts }: Result): string[] {
  return facts.map(({ fact }) => fact);
}

describe('a referral', () => {
  test('starts the case and opens its entry with the holder of that step', () => {
    const { state, facts } = start();
    expect(kinds({ state, facts })).toEqual(['started', 'opened']);
    expect(state).toMatchObject({ status: 'open', seq: 2, startedAt: MONDAY, ending: null, endedAt: null });
    expect(state.open).toMatchObject([
      { step: 'begin', round: 1, role: 'tester', organisation: 'organisatie-tester', openedAt: MONDAY },
    ]);
  });

  test('keeps who sent it, who fulfils which role, the switches and the consents', () => {
    const command = referral(chain, 'begin', { consents: ['overdracht'], kern: 'glanerbrug' });
    const { state } = apply(chain, null, 'c1', command, MONDAY);
    expect(state).toMatchObject({
      referrer: command.actor,
      parties: command.parties,
      knobs: { route: { value: 'aan', layer: 'chain' } },
      consents: ['overdracht'],
      municipality: 'enschede',
      kern: 'glanerbrug',
    });
  });

  test('can decide its entry in the same command', () => {
    const command = referral(chain, 'signaal', {
      actor: holder('coach'),
      decision: { outcome: 'verhoogd', proposed: 'verhoogd' },
    });
    const result = apply(chain, null, 'c1', command, MONDAY);
    expect(kinds(result)).toEqual(['started', 'opened', 'decided', 'opened']);
    expect(result.state.open.map(({ step }) => step)).toEqual(['begin']);
  });

  test('is refused as a whole when the decision in it is not possible', () => {
    const command = referral(chain, 'signaal', { decision: { outcome: 'verhoogd' } });
    expect(() => apply(chain, null, 'c1', command, MONDAY)).toThrow(Refused);
  });

  test('names its command in every fact', () => {
    const { facts } = start();
    expect(facts.every(({ command, at }) => command === 'c1' && at === MONDAY)).toBe(true);
  });
});

describe('the id of an opening', () => {
  test('derives from case, step and round: the same whenever and by whomever the case is started', () => {
    const early = start('begin', MONDAY).state.open[0];
    const later = apply(chain, null, 'c2', referral(chain, 'begin'), MONDAY + 30 * DAY).state.open[0];
    expect(early!.id).toBe('traject.begin.1');
    expect(later!.id).toBe(early!.id);
    expect(later!.dueAt).not.toBe(early!.dueAt);
  });

  test('differs between cases and between rounds', () => {
    const other = apply(chain, null, 'c1', referral(chain, 'begin', { case: 'ander' }), MONDAY);
    expect(other.state.open[0]!.id).toBe('ander.begin.1');
    const first = start().state;
    const second = apply(chain, first, 'c2', decision('tester', first.open[0]!.id, 'weer'), MONDAY + DAY).state;
    expect(second.open).toMatchObject([{ id: 'traject.begin.2', round: 2, openedAt: MONDAY + DAY }]);
  });
});

describe('a command that comes after a deadline', () => {
  const { state } = start();
  const { id, dueAt, rung } = state.open[0]!;
  const laag = decision('tester', id, 'laag');

  test('finds that deadline handled: late stands before decided', () => {
    const result = apply(chain, state, 'c2', laag, dueAt + 1);
    expect(kinds(result)).toEqual(['late', 'decided', 'informed', 'opened']);
    expect(result.facts.map(({ command }) => command)).toEqual([null, 'c2', 'c2', 'c2']);
  });

  test('finds the reminder sent when only that was due', () => {
    expect(kinds(apply(chain, state, 'c2', laag, rung.at))).toEqual(['reminded', 'decided', 'informed', 'opened']);
  });

  test('finds nothing to handle a millisecond before', () => {
    expect(kinds(apply(chain, state, 'c2', laag, rung.at - 1))).toEqual(['decided', 'informed', 'opened']);
  });

  test('gives the same case as when the clock had come first', () => {
    const ticked = tick(chain, state, dueAt + HOUR);
    const after = apply(chain, ticked.state, 'c2', laag, dueAt + HOUR);
    const atOnce = apply(chain, state, 'c2', laag, dueAt + HOUR);
    expect(atOnce.state).toEqual(after.state);
    expect(atOnce.facts).toEqual([...ticked.facts, ...after.facts]);
  });

  test('numbers the facts of the clock and its own in one row', () => {
    const result = apply(chain, state, 'c2', laag, dueAt + 1);
    expect(result.facts.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
    expect(rebuild([...start().facts, ...result.facts])).toEqual(result.state);
  });
});

test('a refused command leaves the case as it was, also when a deadline was due before it', () => {
  const { state } = start();
  const before = structuredClone(state);
  const at = state.open[0]!.dueAt + 1;
  expect(() => apply(chain, state, 'c2', decision('huisarts', state.open[0]!.id, 'laag'), at)).toThrow(Refused);
  expect(state).toEqual(before);
});

describe('a mistake of the program is no refusal', () => {
  test('when a case is started twice', () => {
    const act = (): Result => apply(chain, start().state, 'c2', referral(chain, 'begin'), MONDAY);
    expect(act).toThrow('a case starts once');
    expect(act).not.toThrow(Refused);
  });
});

test('a decision on a case that has not started is a mistake of the program, not of a user', () => {
  const act = (): Result => apply(chain, null, 'c1', decision('tester', 'traject.begin.1', 'laag'), MONDAY);
  expect(act).toThrow('the first command of a case must be a referral');
  expect(act).not.toThrow(Refused);
});

test('a case goes from referral to its end by decisions alone', () => {
  let state: CaseState = start().state;
  for (const [who, outcome] of [
    ['tester', 'weer'],
    ['tester', 'matig'],
    ['coach', 'vol'],
  ] as const) {
    expect(state.status).toBe('open');
    state = apply(chain, state, outcome, decision(who, state.open[0]!.id, outcome), MONDAY + DAY).state;
  }
  expect(state).toMatchObject({ status: 'ended', ending: 'klaar', endedAt: MONDAY + DAY, open: [] });
});

describe('particulars of the person', () => {
  const amend = (role: string, state: CaseState, organisation = `organisatie-${role}`): Result =>
    apply(
      chain,
      state,
      'c9',
      { kind: 'amend', actor: { ...holder(role), organisation }, fields: ['telefoon', 'adres'] },
      MONDAY,
    );

  test.each(['tester', 'huisarts'])('are put right by the %s: which ones is noted, and not into what', (role) => {
    const { state } = start();
    const { facts, state: after } = amend(role, state);
    expect(facts).toEqual([
      { seq: 3, at: MONDAY, command: 'c9', fact: 'amended', fields: ['telefoon', 'adres'], actor: holder(role) },
    ]);
    expect(after).toEqual({ ...state, seq: 3 });
    expect(amend(role, after).state.seq).toBe(4);
  });

  test('are not those of somebody else in the case, nor of the same role elsewhere', () => {
    const { state } = start();
    for (const act of [() => amend('coach', state), () => amend('tester', state, 'elders')]) {
      expect(act).toThrow(expect.objectContaining({ code: 'forbidden' }));
    }
  });

  test('can be put right in a pause, and not after the end', () => {
    const pause = { kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-05-01' } as const;
    expect(amend('tester', apply(chain, start().state, 'c2', pause, MONDAY).state).state.status).toBe('paused');
    const advice = apply(chain, start('advies').state, 'c2', decision('tester', 'traject.advies.1', 'gedaan'), MONDAY);
    expect(() => amend('tester', advice.state)).toThrow(expect.objectContaining({ code: 'ended' }));
  });
});

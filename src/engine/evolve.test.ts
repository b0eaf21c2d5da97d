import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { DAY, holder, MONDAY } from '../../test/journeys/start-case.ts';
import { evolve, rebuild } from './evolve.ts';
import type { Fact } from './facts.ts';

const chain = smallChain({
  begin: step({ verder: { label: 'Verder', to: 'dan', gives: ['overdracht'] } }, { within: fixed('5wd') }),
  dan: step({ overdragen: 'aanbod', klaar }),
  aanbod: offer({ gestart: klaar, niet: klaar }),
});

/** A case with facts of many kinds: late, decided with consent, paused and resumed, tried to reach. */
function story(): OneCase {
  const one = new OneCase(chain, 'begin', { consents: [] }).until('2026-03-20').decide('tester', 'begin', 'verder');
  one.send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-04-10' }).until('2026-04-10');
  return one.decide('tester', 'na-pauze', 'verder');
}

describe('the facts of a case', () => {
  const { state, facts } = story();

  test('rebuild its state', () => {
    expect(rebuild(facts)).toEqual(state);
  });

  test('rebuild it also after they travelled as JSON', () => {
    expect(rebuild(JSON.parse(JSON.stringify(facts)) as Fact[])).toEqual(state);
  });

  test('rebuild what it was after each of them', () => {
    facts.forEach((fact, index) => {
      expect(rebuild(facts.slice(0, index + 1)).seq).toBe(fact.seq);
    });
  });
});

describe('facts that are not the whole story are not made into a case', () => {
  const { facts } = story();

  test('a fact that is missing', () => {
    const holed = facts.filter(({ seq }) => seq !== 4);
    expect(() => rebuild(holed)).toThrow('fact 5 does not follow 3');
  });

  test('a fact that comes twice', () => {
    expect(() => rebuild([...facts.slice(0, 3), facts[2]!])).toThrow('fact 3 does not follow 3');
  });

  test('a story without its beginning', () => {
    expect(() => rebuild(facts.slice(1))).toThrow('fact 2 (opened) comes before the start');
  });

  test('no facts at all', () => {
    expect(() => rebuild([])).toThrow('a case without facts');
  });
});

describe('one fact more', () => {
  const { state } = story();
  const next = (body: object): Fact => ({ seq: state.seq + 1, at: MONDAY, command: null, ...body }) as Fact;

  test('never changes the state that it is added to', () => {
    const before = structuredClone(state);
    evolve(state, next({ fact: 'ended', ending: 'klaar' }));
    expect(state).toEqual(before);
  });

  test('that only tells something changes nothing but the number', () => {
    for (const body of [
      { fact: 'informed', step: 'begin', milestone: 'gezien' },
      { fact: 'gap', step: 'begin', gap: 'hoge-route' },
      { fact: 'withdrawn', reason: 'ziekte', actor: holder('tester') },
      { fact: 'amended', fields: ['telefoon'], actor: holder('tester') },
      { fact: 'asked', step: 'vraag', openStep: 'x', to: holder('tester'), actor: holder('huisarts') },
    ]) {
      const { last: _last, ...rest } = evolve(state, next(body));
      const { last: _before, ...same } = state;
      expect(rest).toEqual({ ...same, seq: state.seq + 1 });
    }
  });

  test('of an end closes the case at its moment', () => {
    expect(evolve(state, next({ fact: 'ended', ending: 'klaar' }))).toMatchObject({
      status: 'ended',
      ending: 'klaar',
      endedAt: MONDAY,
      open: [],
    });
  });

  test('of the clock touches only the step that it names', () => {
    const rung = { kind: 'escalation', at: MONDAY + DAY, count: 1 };
    const other = evolve(state, next({ fact: 'late', step: 'x', openStep: 'ander.x.1', rung }));
    expect(other.open).toEqual(state.open);
    const own = evolve(state, next({ fact: 'late', step: 'x', openStep: state.open[0]!.id, rung }));
    expect(own.open).toEqual([{ ...state.open[0], late: true, rung }]);
  });

  test('of a decision by someone without an organisation adds no contributor', () => {
    const actor = { role: 'inwoner', organisation: null, practitioner: null };
    const decided = evolve(
      state,
      next({ fact: 'decided', step: 'x', openStep: 'y', stage: 'open', outcome: 'z', actor }),
    );
    expect(decided.contributors).toEqual(state.contributors);
    expect(decided.worked).toEqual([...state.worked, 'inwoner']);
  });

  test('of a decision is counted, and the last one stands', () => {
    const body = { fact: 'decided', step: 'x', openStep: 'y', stage: 'open', actor: holder('tester') };
    const once = evolve(state, next({ ...body, outcome: 'a', kept: { code: '1' } }));
    const twice = evolve(once, {
      ...next({ ...body, outcome: 'a', kept: { code: '2' } }),
      seq: once.seq + 1,
      at: MONDAY + DAY,
    });
    expect(twice).toMatchObject({
      taken: { 'x.a': 2 },
      outcomes: { x: 'a' },
      decidedAt: { x: MONDAY + DAY },
      kept: { code: '2' },
    });
    expect([once.worked, twice.worked]).toEqual([state.worked, state.worked]);
  });

  test('of an answer to an offer is no decision on the step', () => {
    const body = { fact: 'decided', step: 'x', openStep: 'y', actor: holder('tester'), outcome: 'geweigerd' };
    expect(evolve(state, next({ ...body, stage: 'offered' })).outcomes).toEqual(state.outcomes);
    expect(evolve(state, next({ ...body, stage: 'open' })).outcomes).toMatchObject({ x: 'geweigerd' });
  });

  test('of a rule is a decision without an actor', () => {
    const ruled = evolve(state, next({ fact: 'ruled', step: 'x', outcome: 'a', rule: 'r', version: '1' }));
    expect(ruled).toMatchObject({ outcomes: { x: 'a' }, taken: { 'x.a': 1 }, worked: state.worked });
  });

  test('of a new start forgets what was decided and kept, but not how often, nor the decision that started it', () => {
    const body = {
      fact: 'decided',
      step: 'x',
      openStep: 'y',
      stage: 'open',
      actor: holder('tester'),
      outcome: 'a',
      kept: { code: '1' },
    };
    const decided = evolve(state, next(body));
    const restarted = evolve(decided, { ...next({ fact: 'restarted', step: 'x' }), seq: decided.seq + 1 });
    expect(restarted).toMatchObject({ kept: {}, outcomes: {}, decidedAt: { x: MONDAY }, taken: decided.taken });
    expect(restarted.open).toEqual(decided.open);
  });

  test('of consent is kept once', () => {
    const body = { fact: 'consented', step: 'x', purposes: ['overdracht', 'monitoring'] };
    expect(evolve(state, next(body)).consents).toEqual(['overdracht', 'monitoring']);
  });

  test('of an anchor that is empty takes the date away', () => {
    const known = evolve(state, next({ fact: 'anchored', anchors: { start: '2026-04-01', eind: '2026-05-01' } }));
    const less = evolve(known, { ...next({ fact: 'anchored', anchors: { start: '' } }), seq: known.seq + 1 });
    expect(less.anchors).toEqual({ eind: '2026-05-01' });
  });

  test('of a schedule replaces the one of the same key, and one that is gone is gone', () => {
    const first = evolve(state, next({ fact: 'scheduled', key: 'k', step: 'x', opensAt: 1, moves: true, index: 0 }));
    const second = evolve(first, {
      ...next({ fact: 'scheduled', key: 'k', step: 'x', opensAt: 2, moves: true, index: 1 }),
      seq: first.seq + 1,
    });
    expect(second.scheduled).toEqual([{ key: 'k', step: 'x', opensAt: 2, moves: true, index: 1 }]);
    expect(evolve(second, { ...next({ fact: 'unscheduled', key: 'k' }), seq: second.seq + 1 }).scheduled).toEqual([]);
  });

  test('of a pause remembers what it found; when the case goes on it remembers only how long', () => {
    const paused = evolve(
      state,
      next({ fact: 'paused', reason: 'ziekte', until: '2026-09-01', untilAt: 9, actor: holder('tester') }),
    );
    expect(paused).toMatchObject({ status: 'paused' });
    expect(paused.suspensions.at(-1)).toEqual({
      from: MONDAY,
      untilAt: 9,
      reason: 'ziekte',
      to: null,
      holds: state.open.map(({ id }) => id),
    });
    const resumed = evolve(paused, {
      ...next({ fact: 'resumed', actor: { system: 'clock' } }),
      seq: paused.seq + 1,
      at: MONDAY + DAY,
    });
    expect(resumed.status).toBe('open');
    expect(resumed.suspensions.at(-1)).toMatchObject({ from: MONDAY, to: MONDAY + DAY, holds: [] });
  });

  test('that is a mark counts it, with its last day', () => {
    const once = evolve(state, next({ fact: 'marked', step: 'x', mark: 'otago', on: '2026-03-02' }));
    const twice = evolve(once, {
      ...next({ fact: 'marked', step: 'x', mark: 'otago', on: '2027-03-02' }),
      seq: once.seq + 1,
    });
    expect(twice.marks).toEqual({ otago: { count: 2, last: '2027-03-02' } });
  });

  test('that is a link is kept beside those before it', () => {
    const linked = evolve(state, next({ fact: 'linked', step: 'x', type: 'vervolg', chain: 'sociaal-verwijzen' }));
    expect(linked.links).toEqual([{ type: 'vervolg', chain: 'sociaal-verwijzen' }]);
  });

  test('of an escalation counts it on the step that it is about', () => {
    const rung = { kind: 'escalation', at: MONDAY, count: 3 };
    const escalated = evolve(state, next({ fact: 'escalated', step: 'x', openStep: state.open[0]!.id, rung }));
    expect(escalated.open[0]).toMatchObject({ late: true, escalations: 2, rung });
  });
});

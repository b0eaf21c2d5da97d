import { describe, expect, test } from 'vitest';
import { DAY, decision, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 as chain } from '../chains/valpreventie/v1/chain.ts';
import { apply } from './apply.ts';
import { evolve, rebuild } from './evolve.ts';
import type { Fact } from './messages.ts';
import type { CaseState } from './state.ts';

/** A case with a fact of most kinds: a test that was late, consent given, on the waiting list. */
function story(): { state: CaseState; facts: readonly Fact[] } {
  const started = apply(chain, null, 'c1', referral(chain, 'valrisicotest', { consents: [] }), MONDAY);
  const openStep = started.state.open[0]!;
  const tested = apply(chain, started.state, 'c2', decision('tester', openStep.id, 'matig'), openStep.dueAt + 1);
  const agreed = apply(
    chain,
    tested.state,
    'c3',
    decision('tester', tested.state.open[0]!.id, 'ja'),
    openStep.dueAt + DAY,
  );
  return { state: agreed.state, facts: [...started.facts, ...tested.facts, ...agreed.facts] };
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
    evolve(state, next({ fact: 'ended', ending: 'laag' }));
    expect(state).toEqual(before);
  });

  test('that only tells something changes nothing but the number', () => {
    for (const body of [
      { fact: 'informed', step: 'valrisicotest', milestone: 'test-matig' },
      { fact: 'gap', step: 'valrisicotest', gap: 'hoog-route' },
    ]) {
      expect(evolve(state, next(body))).toEqual({ ...state, seq: state.seq + 1 });
    }
  });

  test('of an end closes the case at its moment', () => {
    expect(evolve(state, next({ fact: 'ended', ending: 'laag' }))).toMatchObject({
      status: 'ended',
      ending: 'laag',
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
    const decided = evolve(state, next({ fact: 'decided', step: 'x', openStep: 'y', outcome: 'z', actor }));
    expect(decided.contributors).toEqual(state.contributors);
  });
});

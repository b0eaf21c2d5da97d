import { describe, expect, test } from 'vitest';
import { decision, holder, MONDAY, referral } from '../../../test/journeys/start-case.ts';
import type { Subject } from '../../access/subject.ts';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { apply } from '../../engine/apply.ts';
import type { Fact } from '../../engine/facts.ts';
import type { Command } from '../../engine/messages.ts';
import { accountableOf, type CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { possibleNow, standingActions } from './action-view.ts';
import { type CaseView, viewCase } from './case-view.ts';
import { relationsOf } from './relations.ts';
import { type TrailItem, trailOf } from './trail.ts';

/** A chain in which a pregnancy can end: everything else as in valpreventie. */
const chain: AnyChain = {
  ...valpreventieV1,
  events: { 'zwangerschap-beeindigd': { label: 'De zwangerschap is beëindigd' } },
};
const SECRET = /zwangerschap|persoonlijk-afgezegd|silenced/;

function subject(role: string): Subject {
  const { organisation, practitioner } = holder(role);
  return { sub: role, roles: [role], organisation, practitioner, municipality: null, machine: false, client: 'test' };
}

/** The huisarts, who referred, reports that it ended; the tester has the regie. */
function ended(...more: Command[]): { state: CaseState; facts: readonly Fact[] } {
  const commands: Command[] = [
    referral(chain, 'valrisicotest'),
    { kind: 'event', actor: holder('huisarts'), event: 'zwangerschap-beeindigd', on: '2026-03-02' },
    ...more,
  ];
  let state: CaseState | null = null;
  const facts: Fact[] = [];
  for (const [index, command] of commands.entries()) {
    const result = apply(chain, state, `c${index}`, command, MONDAY);
    state = result.state;
    facts.push(...result.facts);
  }
  if (state === null) throw new Error('nothing happened');
  return { state, facts };
}

function view(state: CaseState, role: string, content: 'whole' | 'status'): CaseView {
  return viewCase(chain, state, subject(role), content, null, { identity: {}, reference: null }, new Map(), MONDAY);
}

function told(items: readonly TrailItem[]): string {
  return JSON.stringify(items);
}

describe('the end of a pregnancy', () => {
  test('exists for who is accountable: one step, to call everything off in person', () => {
    const { state, facts } = ended();
    expect(accountableOf(state)).toMatchObject({ role: 'tester' });
    expect(view(state, 'tester', 'whole').openSteps).toMatchObject([{ step: 'persoonlijk-afgezegd' }]);
    expect(told(trailOf(chain, facts, subject('tester'), 'whole'))).toMatch(SECRET);
    const { now, ...standing } = { chain, state, subject: subject('tester'), now: MONDAY };
    expect(possibleNow({ ...standing, now }).map(({ action }) => action)).toEqual(['decide', 'assign', 'correct']);
  });

  test('exists for who reported it, and for nobody else with a part in the case', () => {
    const { state, facts } = ended();
    expect(trailOf(chain, facts, subject('huisarts'), 'status').at(-1)).toMatchObject({ fact: 'happened' });
    expect(view(state, 'poh', 'status').openSteps).toEqual([]);
    expect(JSON.stringify(view(state, 'poh', 'status'))).not.toMatch(SECRET);
    for (const content of ['status', 'step', 'contribution', 'offer'] as const)
      expect(told(trailOf(chain, facts, subject('poh'), content))).not.toMatch(SECRET);
    const actions = (role: string): object[] =>
      standingActions({ chain, state, subject: subject(role) }).filter(({ action }) => action === 'correct');
    expect([actions('huisarts'), actions('poh')]).toMatchObject([[{ seq: 3 }], []]);
    expect(possibleNow({ chain, state, subject: subject('huisarts'), now: MONDAY })).toMatchObject([
      { action: 'correct', seq: 3 },
    ]);
    expect(relationsOf(chain, state, subject('huisarts'))).toEqual(['referrer']);
    expect(relationsOf(chain, state, subject('fysio'))).toEqual([]);
  });

  test('is told afterwards in neutral words', () => {
    const called = decision('tester', 'traject.persoonlijk-afgezegd.1', 'gedaan');
    const { state, facts } = ended(called);
    expect(state.ending).toBe('zwangerschap-beeindigd');
    expect(view(state, 'huisarts', 'status')).toMatchObject({ status: 'ended', ending: 'beeindigd' });
    expect(trailOf(chain, facts, subject('poh'), 'status').at(-1)).toMatchObject({
      fact: 'ended',
      ending: 'beeindigd',
    });
    expect(told(trailOf(chain, facts, subject('poh'), 'status'))).not.toMatch(SECRET);
    expect(told(trailOf(chain, facts, subject('tester'), 'contribution'))).toContain('persoonlijk-afgezegd');
  });
});

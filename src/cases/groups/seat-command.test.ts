import { describe, expect, test } from 'vitest';
import { decision, holder, MONDAY, referral } from '../../../test/journeys/start-case.ts';
import { definitionOf } from '../../chains/index.ts';
import { apply } from '../../engine/apply.ts';
import type { Command } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import { seatCommand } from './seat-command.ts';

const chain = definitionOf('valpreventie', 1);
const coordinator = holder('valpreventie-coordinator');
const place = { group: 'groep', organisation: 'organisatie-fysio', starts: '2026-04-01', ends: '2026-06-24' };

/** A case on the waiting list in Enschede, and what was decided there since. */
function waiting(...since: readonly [step: string, outcome: string, seat?: typeof place][]): CaseState {
  const refer = referral(chain, 'aanmelden-matig', { actor: holder('tester'), decision: { outcome: 'gedaan' } });
  const started = apply(chain, null, 'verwijzing', refer, MONDAY).state;
  return since.reduce((state, [step, outcome, seat]) => {
    const openStep = `traject.${step}.1`;
    const seated = seat === undefined ? {} : { place: seat };
    const command: Command = decision('valpreventie-coordinator', openStep, outcome, seated);
    return apply(chain, state, `${step}.${outcome}`, command, MONDAY).state;
  }, started);
}

const asked = (state: CaseState, actor = coordinator, area = 'enschede'): ReturnType<typeof seatCommand> =>
  seatCommand(chain, state, actor, area, place);

describe('the command that gives a case a seat', () => {
  test('is the outcome of the waiting list that joins a group, and the case takes it', () => {
    const state = waiting();
    const { command } = asked(state) as { command: Command };
    expect(command).toEqual({
      kind: 'decide',
      actor: coordinator,
      openStep: 'traject.wachtlijst-kern.1',
      outcome: 'groep-vol',
      place,
    });
    expect(apply(chain, state, 'plek', command, MONDAY).state).toMatchObject({ group: 'groep' });
  });

  test('is not made for a group elsewhere, until the waiting has been called too long', () => {
    expect(asked(waiting(), coordinator, 'borne')).toMatchObject({ why: { code: 'not-allowed-now' } });
    for (const area of ['borne', 'enschede']) {
      const state = waiting(['wachtlijst-kern', 'te-lang']);
      expect(asked(state, coordinator, area)).toMatchObject({
        command: { openStep: 'traject.groep-toewijzen.1', outcome: 'gedaan', place },
      });
    }
  });

  test('is refused by the case itself when it has a seat, or has ended', () => {
    const gone = waiting(['wachtlijst-kern', 'trekt-terug']);
    const placed = waiting(['wachtlijst-kern', 'groep-vol', { ...place, group: 'andere-groep' }]);
    for (const state of [gone, placed]) {
      const { command } = asked(state) as { command: Command };
      expect(() => apply(chain, state, 'plek', command, MONDAY)).toThrow(/niet \(meer\) open|beëindigd/);
    }
  });

  test('is not made by another coordinator, nor by another role: for them the case is not there', () => {
    const elsewhere = { ...coordinator, organisation: 'gemeente-elders' };
    for (const actor of [elsewhere, holder('fysio'), holder('tester')]) {
      expect(asked(waiting(), actor)).toMatchObject({ why: { code: 'not-found' } });
    }
  });

  test('is not made for a case that never came to the waiting list', () => {
    const { state } = apply(chain, null, 'verwijzing', referral(chain, 'valrisicotest'), MONDAY);
    expect(asked(state)).toMatchObject({ why: { code: 'not-found' } });
  });
});

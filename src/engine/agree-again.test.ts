import { describe, expect, test } from 'vitest';
import {
  begun,
  consentChain,
  decision,
  given,
  happens,
  huisarts,
  pause,
  pauseBy,
  place,
  tester,
  withdrawn,
} from '../../test/journeys/consent-chain.ts';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { all, leave, wait } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Actor } from './messages.ts';
import { accountableOf } from './state.ts';

describe('when consent for the transfer is given again', () => {
  test('what stopped goes on in its branch with a new term, and nobody is asked any more', () => {
    const one = withdrawn(begun('samen').until('2026-03-09')).until('2026-03-20');
    const before = one.state.withheld.open;
    given(one);
    expect(one.kinds).toEqual(['agreed', 'released', 'opened', 'opened', 'scheduled', 'scheduled', 'lapsed']);
    expect(one.openSteps).toEqual(['eigen', 'naast', 'werk']);
    for (const { step: name, branch, id } of before) {
      const { branch: again, id: other, dueAt, late } = one.open(name);
      expect([again, localDateOf(dueAt), late, other === id]).toEqual([branch, '2026-03-30', false, false]);
    }
    expect(one.state).toMatchObject({ consentLost: false, withheld: { open: [], scheduled: [] } });
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester' });
  });

  test('as the answer to how to go on it does the same', () => {
    const one = withdrawn(begun('samen')).decide('huisarts', 'toestemming-besluit', 'weer-toestemming');
    expect(one.openSteps).toEqual(['eigen', 'naast', 'werk']);
    expect(one.state).toMatchObject({ consentLost: false, consents: ['terugkoppeling', 'overdracht'] });
    expect(one.kinds).toEqual(['decided', 'consented', 'released', 'opened', 'opened', 'scheduled', 'scheduled']);
  });

  test('the opening of before stays closed, and who may do the step does it', () => {
    const one = begun('verder');
    const old = one.open('werk').id;
    given(withdrawn(one));
    expect(decision(one, tester, old, 'klaar')).toBe('not-allowed-now');
    expect(one.decide('tester', 'werk', 'klaar').openSteps).toEqual(['samen']);
  });

  test('what was planned keeps its day, or opens at once when that has passed', () => {
    const one = given(withdrawn(begun('verder')));
    expect(plans(one)).toEqual({ later: '2026-04-02' });
    const late = given(withdrawn(begun('verder')).until('2026-06-01'));
    expect(late.until('2026-06-02').openSteps).toContain('later');
  });

  test('what became needless meanwhile does not come back', () => {
    const one = happens(withdrawn(begun('samen')), 'verandering');
    expect(one.kinds).toEqual(['happened', 'lapsed', 'unscheduled']);
    expect(given(one).openSteps).toEqual(['eigen', 'werk']);
    expect(plans(one)).toEqual({});
  });

  test('an offer goes on where it stood, with its sender accountable', () => {
    const offered = given(withdrawn(begun('aanbieden')));
    expect(offered.open('aanbod')).toMatchObject({
      stage: 'offered',
      organisation: 'organisatie-coach',
      accountable: { role: 'huisarts' },
    });
    const accepted = given(withdrawn(begun('aanbieden').decide('coach', 'aanbod', 'aanvaard')));
    expect(accepted.decide('coach', 'aanbod', 'gestart').state.ending).toBe('klaar');
  });

  test('who lost a seat waits for one again', () => {
    const one = given(withdrawn(begun('groep').decide('tester', 'wachten', 'vol', { place })));
    expect([one.openSteps, one.state.group]).toEqual([['wachten'], null]);
    expect(one.decide('tester', 'wachten', 'vol', { place }).state.group).toBe('g');
  });

  test('who had no seat goes on with the same step', () => {
    const one = new OneCase(consentChain, 'programma');
    expect(given(withdrawn(one)).openSteps).toEqual(['programma']);
  });

  test('what was planned follows the dates that became known meanwhile, and gives way to a later plan', () => {
    const one = withdrawn(begun('verder'));
    one.send({ kind: 'event', actor: huisarts, event: 'geboorte', on: '2026-03-01' });
    expect(plans(given(one))).toEqual({ later: '2026-04-02', gepland: '2026-04-01' });
    const again = withdrawn(begun('alleen')).until('2026-03-20');
    again.decide('huisarts', 'eigen', 'opnieuw').decide('huisarts', 'begin', 'alleen');
    expect(plans(given(again))).toEqual({ later: '2026-04-20' });
  });

  test('what was asked of another by then is not asked twice', () => {
    const one = pauseBy(begun('verder'), tester).until('2026-04-16');
    expect(one.open('na-pauze').organisation).toBe('organisatie-tester');
    pause(withdrawn(one), '2026-05-01').until('2026-05-02');
    expect(one.open('na-pauze').organisation).toBe('organisatie-huisarts');
    expect(given(one).openSteps.filter((name) => name === 'na-pauze')).toHaveLength(1);
  });

  test('it can be withdrawn and given once more, each time with openings of their own', () => {
    const one = given(withdrawn(given(withdrawn(begun('samen')))));
    expect(one.openSteps).toEqual(['eigen', 'naast', 'werk']);
    expect([one.open('werk').round, one.open('naast').round]).toEqual([3, 3]);
    expect(one.facts.filter(({ fact }) => fact === 'released')).toHaveLength(2);
    const ids = one.facts.flatMap((fact) => (fact.fact === 'opened' ? [fact.openStep] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a pause', () => {
  test('that ends meanwhile asks how to go on, and wakes nothing that stopped', () => {
    const one = pause(withdrawn(begun('samen')), '2026-04-15').until('2026-06-01');
    expect(one.openSteps).toEqual(['eigen', 'toestemming-besluit', 'na-pauze']);
    expect(given(one).until('2026-06-02').openSteps).toEqual(['eigen', 'na-pauze', 'naast', 'werk', 'later']);
  });

  test('holds what goes on during it, with the whole of its new term after it', () => {
    const one = withdrawn(begun('samen'));
    given(pause(one, '2026-05-01').until('2026-03-21'));
    expect(decision(one, tester, one.open('werk').id, 'klaar')).toBe('not-allowed-now');
    expect(one.until('2026-04-20').last).toEqual([]);
    one.send({ kind: 'resume', actor: accountable(one) });
    expect(localDateOf(one.open('werk').dueAt)).toBe('2026-04-30');
    expect(one.decide('tester', 'werk', 'klaar').kinds).toContain('decided');
  });

  test('in which it is withdrawn and given again goes on for everything that it found', () => {
    const one = given(withdrawn(pauseBy(begun('samen'), tester)));
    expect(one.state.status).toBe('paused');
    expect(one.until('2026-04-14').last).toEqual([]);
    expect(one.until('2026-04-16').openSteps).toEqual(['eigen', 'naast', 'werk', 'na-pauze']);
  });
});

/** Steps of which a group decides, beside each other; and an offer by whoever tests. */
const beside = smallChain(
  {
    wachten: wait({
      label: 'Wacht',
      by: 'tester',
      within: fixed('P3M'),
      waitsFor: 'groep',
      outcomes: { vol: { label: 'Vol', to: all('programma', 'extra', 'meer'), group: 'joins' } },
    }),
    programma: step({ verder: 'slot' }, { by: 'coach' }),
    extra: step({ gedaan: leave() }, { by: 'coach' }),
    meer: step({ gedaan: 'slot' }, { by: 'coach' }),
    slot: step({ klaar }, { join: ['main', 'meer'] }),
    begin: step({ samen: all('werk', 'aanbod') }),
    werk: step({ klaar }),
    aanbod: offer({ gestart: leave() }),
  },
  {
    group: { waits: 'wachten', during: ['programma', 'extra', 'meer'], starts: 'start', ends: 'eind', leads: 'coach' },
  },
);

describe('branches that', () => {
  test('all lost their seat wait for one seat, and what waited for the others goes on', () => {
    const one = new OneCase(beside, 'wachten').decide('tester', 'wachten', 'vol', { place });
    one.decide('coach', 'programma', 'verder');
    expect(one.state.arrived).toHaveLength(1);
    expect(given(withdrawn(one)).openSteps).toEqual(['wachten', 'slot']);
  });

  test('came back to a sender who has given that role away go to who has it now', () => {
    const one = new OneCase(beside, 'begin').decide('tester', 'begin', 'samen');
    one.decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    one.send({ kind: 'assign', actor: tester, openStep: one.open('werk').id, organisation: 'ander' });
    expect(given(withdrawn(one)).open('aanbod')).toMatchObject({
      stage: 'returned',
      organisation: 'ander',
      from: { organisation: 'ander' },
      accountable: { organisation: 'ander' },
    });
  });
});

function plans({ state }: OneCase): Record<string, string> {
  return Object.fromEntries(
    state.scheduled.flatMap(({ key, opensAt }) => (opensAt === null ? [] : [[key, localDateOf(opensAt)]])),
  );
}

function accountable(one: OneCase): Actor {
  const found = accountableOf(one.state);
  if (found === null) throw new Error('nobody is accountable');
  return found;
}

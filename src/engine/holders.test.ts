import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder, MONDAY } from '../../test/journeys/start-case.ts';
import { all, leave, rule } from '../language/define.ts';
import { heldStepOf, stepOf } from './holders.ts';
import { partyOf, roleAmong } from './parties.ts';
import { accountableOf } from './state.ts';

const chain = smallChain({
  begin: step({ verder: 'samen', aanbod: 'aanbod', beide: { all: ['samen', 'naast'] } }),
  samen: step({ klaar }, { by: ['coach', 'tester', 'huisarts'] }),
  naast: step({ gedaan: leave() }, { by: 'coach' }),
  aanbod: offer({ gestart: klaar, niet: klaar }),
  weging: rule({
    label: 'Weging',
    rule: 'r',
    version: '1',
    decides: [],
    otherwise: 'x',
    outcomes: { x: { label: 'X', to: klaar } },
  }),
});
const roles = (...there: string[]): Record<string, string> =>
  Object.fromEntries(there.map((role) => [role, `organisatie-${role}`]));

describe('of several roles that may hold a step', () => {
  test.each<[string, string, Record<string, string>, string | undefined]>([
    ['the first that somebody fulfils here', 'samen', roles('tester', 'huisarts'), 'tester'],
    ['the first of all where everybody is there', 'samen', roles('coach', 'tester', 'huisarts'), 'coach'],
    ['the first by name where nobody is there, and then it is the referrer’s', 'samen', {}, 'coach'],
  ])('%s', (_name, entry, parties, role) => {
    const one = new OneCase(chain, entry, { parties });
    expect(one.open(entry).role).toBe(role);
  });

  test('the one that was at work in this case before goes first', () => {
    expect(new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').open('samen').role).toBe('tester');
  });
});

describe('who is accountable for an opening', () => {
  test('is its holder, where the chain has no phases', () => {
    expect(new OneCase(chain, 'begin').open('begin').accountable).toEqual({
      role: 'tester',
      organisation: 'organisatie-tester',
    });
  });

  test('is the regiehouder of its phase, whoever holds it', () => {
    const phases = {
      alles: { label: 'Alles', regie: 'huisarts', steps: ['begin', 'samen', 'naast', 'aanbod', 'weging'] },
    };
    const one = new OneCase({ ...chain, phases }, 'begin');
    expect(one.open('begin')).toMatchObject({ role: 'tester', accountable: { role: 'huisarts' } });
    expect(accountableOf(one.state)?.role).toBe('huisarts');
    one.decide('tester', 'begin', 'aanbod');
    expect(one.open('aanbod').accountable.role).toBe('tester');
    expect(one.decide('coach', 'aanbod', 'aanvaard').open('aanbod').accountable.role).toBe('huisarts');
  });

  test('goes over with the phase: the central role is transferable within one case', () => {
    const phases = {
      eerst: { label: 'Eerst', regie: 'tester', steps: ['begin', 'naast', 'weging'] },
      dan: { label: 'Dan', regie: 'coach', steps: ['samen', 'aanbod'] },
    };
    const one = new OneCase({ ...chain, phases }, 'begin');
    expect(accountableOf(one.state)?.role).toBe('tester');
    expect(accountableOf(one.decide('tester', 'begin', 'verder').state)?.role).toBe('coach');
  });

  test('of a step that every chain has is whoever was accountable for the case', () => {
    const one = new OneCase(chain, 'begin').send({
      kind: 'event',
      actor: holder('huisarts'),
      event: 'verhuisd',
      on: '2026-03-02',
    });
    expect(one.open('verhuisd-besluit')).toMatchObject({ role: 'tester', accountable: { role: 'tester' } });
  });

  test('for the case is that of its own branch, before those beside it', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'beide');
    expect(one.openSteps).toEqual(['naast', 'samen']);
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester' });
  });

  test('is the referrer where no organisation fulfils the role, and nobody once the case has ended', () => {
    const one = new OneCase(chain, 'begin', { parties: {} });
    expect(accountableOf(one.state)).toEqual(holder('huisarts'));
    one.send({ kind: 'withdraw', actor: holder('huisarts'), reason: 'ziekte' });
    expect(accountableOf(one.state)).toBeNull();
  });
});

describe('a step for which no organisation fulfils the role', () => {
  test('is counted as a gap, and stands open all the same', () => {
    const one = new OneCase(chain, 'begin', { parties: roles('tester') });
    one.send({ kind: 'decide', actor: holder('tester'), openStep: one.open('begin').id, outcome: 'beide' });
    expect(one.last.slice(1)).toMatchObject([
      { fact: 'gap', step: 'naast', gap: 'geen-organisatie' },
      { fact: 'opened', step: 'naast', role: 'coach', organisation: null },
      { fact: 'opened', step: 'samen', role: 'tester' },
    ]);
    expect(one.decide('huisarts', 'naast', 'gedaan').openSteps).toEqual(['samen']);
  });
});

describe('a step that the chain lacks', () => {
  test('is a mistake of the program, also by a name that every object has', () => {
    for (const name of ['weg', 'constructor'])
      expect(() => stepOf(chain, name)).toThrow(`chain klein version 1 has no step ${name}`);
    expect(() => new OneCase(chain, 'weg', {}, MONDAY)).toThrow('has no step weg');
  });

  test('is one of those that every chain has, where those are named', () => {
    expect(stepOf(chain, 'na-pauze').label).toBe('De pauze is voorbij: hoe verder?');
  });

  test('cannot be held when it is a rule', () => {
    expect(() => heldStepOf(chain, 'weging')).toThrow('step weging is a rule and never open');
  });
});

describe('the role under which someone is one of several parties', () => {
  const parties = [
    { role: 'tester', organisation: 'a' },
    { role: 'coach', organisation: 'b' },
    { role: 'huisarts', organisation: null },
  ];

  test.each<[readonly string[], string | null, string | undefined]>([
    [['tester'], 'a', 'tester'],
    [['coach', 'tester'], 'a', 'tester'],
    [['coach'], 'a', undefined],
    [['huisarts'], null, undefined],
    [[], 'a', undefined],
  ])('%j at %s is %s', (roles, organisation, expected) => {
    expect(roleAmong(parties, { roles, organisation })).toBe(expected);
  });

  test('is that of the actor for an actor', () => {
    expect(partyOf({ role: 'coach', organisation: 'b', practitioner: 'p' })).toEqual({
      roles: ['coach'],
      organisation: 'b',
    });
  });
});

test('an offer that a ketencoordinator gives to another organisation stays with whoever offered it', () => {
  const offering = smallChain({
    begin: step({ samen: all('werk', 'aanbod') }),
    werk: step({ klaar }),
    aanbod: offer({ gestart: klaar, niet: klaar }),
  });
  const tester = holder('tester');
  const one = new OneCase(offering, 'begin').decide('tester', 'begin', 'samen');
  // By now another organisation tests here.
  one.send({ kind: 'assign', actor: tester, openStep: one.open('werk').id, organisation: 'ander' });
  const actor = { ...tester, role: 'ketencoordinator' };
  const openStep = one.until('2026-04-01').open('aanbod').id;
  one.send({ kind: 'assign', actor, openStep, organisation: 'derde', municipality: 'enschede' });
  const { accountable, from, organisation } = one.open('aanbod');
  expect([organisation, accountable]).toEqual(['derde', from]);
});

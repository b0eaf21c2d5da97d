import { describe, expect, test } from 'vitest';
import { everyWay } from '../../test/journeys/every-way.ts';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { deathOf, leave, pauseReasons, PREGNANCY_ENDED, stopReasons } from '../language/define.ts';
import { type Action, actionsFor, actionsOf, mayTake } from './actions.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Command } from './messages.ts';
import { type Party, partyOf } from './parties.ts';

const chain = smallChain(
  {
    begin: step({ verder: 'dan', klaar: { label: 'Klaar', to: klaar, reason: 'required' } }, { attempts: true }),
    dan: step({ klaar, samen: { all: ['begin', 'naast'] } }, { by: ['coach', 'huisarts'] }),
    naast: step({ gedaan: leave() }, { by: 'coach' }),
    aanbod: offer({ gestart: klaar, niet: klaar }),
  },
  { events: { valpartij: { label: 'Gevallen' }, [PREGNANCY_ENDED]: { label: 'Beëindigd' } } },
);
const begun = (entry = 'begin'): OneCase => new OneCase(chain, entry);
const party = (role: string, organisation: string | null = `organisatie-${role}`): Party => ({
  roles: [role],
  organisation,
});
const names = (actions: readonly Action[]): string[] => actions.map(({ action }) => action);

const AT_WORK = ['decide', 'pause', 'withdraw', 'event', 'assign', 'ask', 'consent', 'link'];
const TOGETHER = ['ask', 'consent', 'link'];
const known = (one: OneCase): Parameters<typeof everyWay>[2] => ({ today: localDateOf(one.now), facts: one.facts });

function asked(): OneCase {
  return begun().send({
    kind: 'ask',
    actor: holder('huisarts'),
    to: { role: 'tester', organisation: 'organisatie-tester' },
  });
}

function withdrawn(): OneCase {
  const actor = holder('tester');
  return begun().send({ kind: 'consent', actor, purpose: 'overdracht', given: false, by: 'inwoner', on: '2026-03-02' });
}

function pause(one: OneCase): OneCase {
  return one.send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-05-01' });
}

describe('the actions of a case', () => {
  test('name the step, its stage, its label, who may and what can be chosen', () => {
    expect(actionsOf(chain, begun().state)[0]).toEqual({
      action: 'decide',
      openStep: 'traject.begin.1',
      step: 'begin',
      stage: 'open',
      label: 'Stap',
      parties: [{ role: 'tester', organisation: 'organisatie-tester' }],
      outcomes: [
        { id: 'verder', label: 'verder' },
        { id: 'klaar', label: 'Klaar', reason: 'required' },
      ],
    });
  });

  test.each<[string, OneCase, string[]]>([
    ['open', begun(), ['decide', 'attempt', 'pause', 'withdraw', 'event', 'assign', ...TOGETHER]],
    ['paused', pause(begun()), ['resume', 'withdraw', 'event', 'assign', ...TOGETHER]],
    ['an offer', begun('aanbod'), ['decide', 'decide', 'pause', 'withdraw', 'event', 'assign', ...TOGETHER]],
    [
      'a question',
      asked(),
      ['decide', 'answer', 'attempt', 'pause', 'withdraw', 'event', 'assign', 'assign', ...TOGETHER],
    ],
    ['something done', begun().decide('tester', 'begin', 'verder'), [...AT_WORK, 'correct']],
    [
      'silenced',
      begun().send({ kind: 'event', actor: holder('tester'), event: PREGNANCY_ENDED, on: '2026-03-02' }),
      ['decide', 'assign', 'correct'],
    ],
    ['ended', begun().decide('tester', 'begin', 'klaar', { reason: 'ziekte' }), []],
  ])('%s are those and no others', (_name, one, expected) => {
    expect(names(actionsOf(chain, one.state))).toEqual(expected);
  });

  test('to pause and to stop name their reasons; to tell what happened names the events and of whom', () => {
    const actions = actionsOf(chain, begun().state);
    expect(actions.find(({ action }) => action === 'pause')).toMatchObject({ reasons: pauseReasons });
    expect(actions.find(({ action }) => action === 'withdraw')).toMatchObject({
      reasons: { ...stopReasons, blik: 'Klinische blik' },
    });
    expect(actions.find(({ action }) => action === 'event')).toMatchObject({
      events: [
        { id: 'valpartij', label: 'Gevallen' },
        { id: PREGNANCY_ENDED },
        { id: 'overleden', label: 'Overleden', of: deathOf },
        { id: 'verhuisd' },
        { id: 'veiligheidssignaal' },
      ],
    });
  });
});

describe('an action is there', () => {
  test('for its parties and for nobody else', () => {
    const { state } = begun();
    expect(names(actionsFor(chain, state, party('tester')))).toEqual([
      'decide',
      'attempt',
      'pause',
      'withdraw',
      'event',
      'assign',
      ...TOGETHER,
    ]);
    expect(names(actionsFor(chain, state, party('huisarts')))).toEqual(['withdraw', 'event', 'ask', 'consent']);
    for (const other of [
      party('coach'),
      party('tester', 'elders'),
      party('tester', null),
      party('coach', 'organisatie-tester'),
    ]) {
      expect(actionsFor(chain, state, other)).toEqual([]);
    }
  });

  test('for someone with several roles of which one fits', () => {
    const several = { roles: ['coach', 'tester'], organisation: 'organisatie-tester' };
    expect(names(actionsFor(chain, begun().state, several))).toEqual(
      names(actionsFor(chain, begun().state, party('tester'))),
    );
  });

  test('for every role that may hold the step, at the organisation that holds it', () => {
    const { state } = begun('dan');
    expect(state.open[0]).toMatchObject({ role: 'coach', organisation: 'organisatie-coach' });
    for (const role of ['coach', 'huisarts'])
      expect(names(actionsFor(chain, state, party(role, 'organisatie-coach')))).toContain('decide');
    expect(names(actionsFor(chain, state, party('huisarts')))).not.toContain('decide');
  });

  test('for whoever holds a step beside: telling what happened, and no pause or end of the whole', () => {
    const one = begun('dan').decide('coach', 'dan', 'samen');
    expect(names(actionsFor(chain, one.state, party('coach')))).toEqual([
      'decide',
      'event',
      'assign',
      'ask',
      'consent',
      'correct',
    ]);
  });

  test('for the referrer where no organisation fulfils the role', () => {
    const { state } = new OneCase(chain, 'begin', { parties: {} });
    expect(names(actionsFor(chain, state, party('huisarts')))).toEqual([
      'decide',
      'attempt',
      'pause',
      'withdraw',
      'event',
      'assign',
      // There is nobody else to ask.
      'consent',
      'link',
    ]);
    expect(mayTake(actionsOf(chain, state)[0]!, party('tester'))).toBe(false);
  });
});

const situations: readonly [string, OneCase][] = [
  ['at the start', begun()],
  ['with two steps open', begun('dan').decide('coach', 'dan', 'samen')],
  ['with an offer', begun('aanbod')],
  ['with an offer that came back', begun('aanbod').decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' })],
  ['with an offer that was accepted', begun('aanbod').decide('coach', 'aanbod', 'aanvaard')],
  ['in a pause', pause(begun())],
  ['after a pause', pause(begun()).until('2026-05-01')],
  ['with a question', asked()],
  ['after a decision', begun().decide('tester', 'begin', 'verder')],
  ['where nobody fulfils the role', new OneCase(chain, 'begin', { parties: {} })],
  ['with an offer that nobody can take', new OneCase(chain, 'aanbod', { parties: { tester: 'organisatie-tester' } })],
  ['without consent', withdrawn()],
  ['silenced', begun().send({ kind: 'event', actor: holder('tester'), event: PREGNANCY_ENDED, on: '2026-03-02' })],
];

describe.each(situations)('%s the list holds exactly what succeeds', (name, one) => {
  test('all of it, in every way, for each of its parties', () => {
    if (name === 'after a pause') one.now = Date.UTC(2026, 4, 1, 8);
    for (const action of actionsOf(chain, one.state)) {
      for (const { role, organisation } of action.parties) {
        for (const command of everyWay(action, { role, organisation, practitioner: 'iemand' }, known(one))) {
          expect([command, one.refusal((copy) => copy.send(command))]).toEqual([command, undefined]);
        }
      }
    }
  });

  test('and to everyone else it is refused', () => {
    const people = ['tester', 'coach', 'huisarts'].flatMap((role) => [
      holder(role),
      { ...holder(role), organisation: 'elders' },
    ]);
    for (const action of actionsOf(chain, one.state)) {
      for (const person of people.filter((each) => !mayTake(action, partyOf(each)))) {
        for (const command of everyWay(action, person, known(one))) {
          expect([command, one.refusal((copy) => copy.send(command))?.code]).toEqual([command, 'forbidden']);
        }
      }
    }
  });
});

test('what is not listed for anybody is refused to everybody as not possible now', () => {
  for (const [kind, one] of [
    ['resume', begun()],
    ['pause', pause(begun())],
  ] as const) {
    const command =
      kind === 'pause'
        ? { kind, actor: holder('tester'), reason: 'ziekte', until: '2026-04-01' }
        : { kind, actor: holder('tester') };
    expect(one.refusal((copy) => copy.send(command as Command))?.code).toBe('not-allowed-now');
  }
});

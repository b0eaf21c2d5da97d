import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { deathOf, leave, pauseReasons, PREGNANCY_ENDED, stopReasons } from '../language/define.ts';
import { type Action, actionsFor, actionsOf, mayTake } from './actions.ts';
import type { Actor, Command } from './messages.ts';
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
    ['open', begun(), ['decide', 'attempt', 'pause', 'withdraw', 'event']],
    ['paused', pause(begun()), ['resume', 'withdraw', 'event']],
    ['an offer', begun('aanbod'), ['decide', 'decide', 'pause', 'withdraw', 'event']],
    [
      'silenced',
      begun().send({ kind: 'event', actor: holder('tester'), event: PREGNANCY_ENDED, on: '2026-03-02' }),
      ['decide'],
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
    ]);
    expect(names(actionsFor(chain, state, party('huisarts')))).toEqual(['withdraw', 'event']);
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
    expect(actionsFor(chain, begun().state, several)).toHaveLength(5);
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
    expect(names(actionsFor(chain, one.state, party('coach')))).toEqual(['decide', 'event']);
  });

  test('for the referrer where no organisation fulfils the role', () => {
    const { state } = new OneCase(chain, 'begin', { parties: {} });
    expect(names(actionsFor(chain, state, party('huisarts')))).toEqual([
      'decide',
      'attempt',
      'pause',
      'withdraw',
      'event',
    ]);
    expect(mayTake(actionsOf(chain, state)[0]!, party('tester'))).toBe(false);
  });
});

/** Every way in which one person can take an action. */
function ways(action: Action, actor: Actor): Command[] {
  switch (action.action) {
    case 'assign':
    case 'ask':
    case 'answer':
    case 'consent':
    case 'link':
    case 'correct':
      return [];
    case 'decide':
      return action.outcomes.map(({ id, reason }) => ({
        kind: 'decide',
        actor,
        openStep: action.openStep,
        outcome: id,
        ...(reason === undefined ? {} : { reason: 'ziekte' }),
      }));
    case 'attempt':
      return [
        { kind: 'attempt', actor, openStep: action.openStep, on: '2026-03-02', channel: 'brief', reached: false },
      ];
    case 'pause':
      return Object.keys(action.reasons).map((reason) => ({ kind: 'pause', actor, reason, until: '2026-04-01' }));
    case 'resume':
      return [{ kind: 'resume', actor }];
    case 'withdraw':
      return Object.keys(action.reasons).map((reason) => ({ kind: 'withdraw', actor, reason }));
    case 'event':
      return action.events.flatMap(({ id, of }) =>
        (of ?? [undefined]).map((whom): Command => ({
          kind: 'event',
          actor,
          event: id,
          on: '2026-03-02',
          ...(whom === undefined ? {} : { of: whom }),
        })),
      );
  }
}

const situations: readonly [string, OneCase][] = [
  ['at the start', begun()],
  ['with two steps open', begun('dan').decide('coach', 'dan', 'samen')],
  ['with an offer', begun('aanbod')],
  ['with an offer that came back', begun('aanbod').decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' })],
  ['with an offer that was accepted', begun('aanbod').decide('coach', 'aanbod', 'aanvaard')],
  ['in a pause', pause(begun())],
  ['after a pause', pause(begun()).until('2026-05-01')],
  ['silenced', begun().send({ kind: 'event', actor: holder('tester'), event: PREGNANCY_ENDED, on: '2026-03-02' })],
];

describe.each(situations)('%s the list holds exactly what succeeds', (name, one) => {
  test('all of it, in every way, for each of its parties', () => {
    if (name === 'after a pause') one.now = Date.UTC(2026, 4, 1, 8);
    for (const action of actionsOf(chain, one.state)) {
      for (const { role, organisation } of action.parties) {
        for (const command of ways(action, { role, organisation, practitioner: null })) {
          if (command.kind === 'pause') Object.assign(command, { until: '2026-05-20' });
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
        for (const command of ways(action, person)) {
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

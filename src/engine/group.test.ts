import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { after, all, before, leave, wait, type AnyChain } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Actor, Placement, Regroup } from './messages.ts';

const chain = smallChain(
  {
    wachtlijst: wait({
      label: 'Wachtlijst',
      by: 'tester',
      waitsFor: 'een groep',
      within: fixed('P3M'),
      outcomes: {
        vol: { label: 'Vol', to: 'bellen', group: 'joins' },
        'te-lang': { label: 'Te lang', to: klaar },
      },
    }),
    bellen: step({
      mee: { label: 'Doet mee', to: all('meedoen', 'beweegt'), group: 'joins' },
      terug: { label: 'Terug', to: 'wachtlijst', group: 'leaves' },
    }),
    meedoen: step(
      { gedaan: 'nameting', klaar, uitval: { label: 'Uitval', to: klaar, group: 'leaves' } },
      { by: 'coach', within: before('eind', fixed('P0D')) },
    ),
    nameting: step({ klaar }, { by: 'coach' }),
    beweegt: step({ gedaan: leave() }, { within: after('eind', fixed('P1W'), { otherwise: fixed('P30D') }) }),
  },
  {
    order: [['start', 'eind']],
    group: { waits: 'wachtlijst', during: ['bellen', 'meedoen'], starts: 'start', ends: 'eind', leads: 'coach' },
  },
);

const place: Placement = {
  group: 'groep-1',
  organisation: 'organisatie-groep',
  starts: '2026-04-01',
  ends: '2026-06-15',
};
const leader: Actor = { ...holder('coach'), organisation: 'organisatie-groep' };

const waiting = (): OneCase => new OneCase(chain, 'wachtlijst');
const placed = (): OneCase => waiting().decide('tester', 'wachtlijst', 'vol', { place });
const taking = (): OneCase => placed().decide('tester', 'bellen', 'mee');

function regroup(one: OneCase, change: Partial<Regroup> & Pick<Regroup, 'change'>, actor = holder('tester')): OneCase {
  return one.send({ kind: 'group', actor, group: 'groep-1', ...change } as Regroup);
}

describe('a seat in a group', () => {
  test('is given with the decision: the group, its dates and who leads it', () => {
    const one = placed();
    expect(one.last).toMatchObject([
      { fact: 'decided', outcome: 'vol' },
      { fact: 'grouped', ...place, leads: 'coach' },
      { fact: 'anchored', anchors: { start: '2026-04-01', eind: '2026-06-15' } },
      { fact: 'opened', step: 'bellen' },
    ]);
    expect(one.last[0]).not.toHaveProperty('place');
    expect(one.state).toMatchObject({ group: 'groep-1', parties: { coach: 'organisatie-groep' } });
  });

  test('makes the group’s organisation the holder of what follows, and its dates those of the case', () => {
    const one = taking();
    expect(one.open('meedoen')).toMatchObject({ organisation: 'organisatie-groep', moves: false });
    expect(localDateOf(one.open('meedoen').dueAt)).toBe('2026-06-15');
  });

  test.each<[string, Partial<Placement> | undefined, string, string]>([
    ['without a group', undefined, 'not-allowed-now', 'maak een groep of vul een lege plek'],
    ['in a group that ends before it begins', { ends: '2026-03-31' }, 'invalid-input', 'eindigt voordat zij begint'],
    ['in a group on a day that is none', { starts: '2026-02-30' }, 'invalid-input', 'De datum bij start klopt niet'],
  ])('cannot be given %s', (_name, differs, code, message) => {
    const one = waiting();
    const seat = differs === undefined ? {} : { place: { ...place, ...differs } };
    const refusal = one.refusal((copy) => copy.decide('tester', 'wachtlijst', 'vol', seat));
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(one.state.group).toBeNull();
  });

  test('does not come with an outcome that gives none', () => {
    expect(waiting().refusal((copy) => copy.decide('tester', 'wachtlijst', 'te-lang', { place }))?.code).toBe(
      'invalid-input',
    );
  });

  test('is kept by a later outcome that places in a group, unless it names another', () => {
    expect(taking().state.group).toBe('groep-1');
    const other = { ...place, group: 'groep-2', organisation: 'organisatie-3', ends: '2026-07-01' };
    const one = placed().decide('tester', 'bellen', 'mee', { place: other });
    expect(one.last.slice(1, 4)).toMatchObject([
      { fact: 'ungrouped', group: 'groep-1' },
      { fact: 'grouped', group: 'groep-2' },
      { fact: 'anchored', anchors: { eind: '2026-07-01' } },
    ]);
    expect(one.state).toMatchObject({ group: 'groep-2', parties: { coach: 'organisatie-3' } });
  });

  test('in the same group once more gives no seat back', () => {
    const one = placed().decide('tester', 'bellen', 'mee', { place });
    expect(one.kinds).toEqual(['decided', 'grouped', 'opened', 'opened']);
  });

  test('cannot be given by a chain that has no groups', () => {
    const { group: _group, ...none } = chain;
    const refusal = new OneCase(none as AnyChain, 'wachtlijst').refusal((copy) =>
      copy.decide('tester', 'wachtlijst', 'vol', { place }),
    );
    expect(refusal).toMatchObject({ code: 'invalid-input', message: 'Deze keten kent geen groepen.' });
  });
});

describe('a seat that is given back', () => {
  test('is free, and the dates of the group are no dates of the case any more', () => {
    const one = placed().decide('tester', 'bellen', 'terug');
    expect(one.kinds).toEqual(['decided', 'ungrouped', 'anchored', 'opened']);
    expect(one.state).toMatchObject({ group: null, anchors: {} });
    expect(one.openSteps).toEqual(['wachtlijst']);
  });

  test('leaves terms that hung on those dates with what the chain says for when they are not known', () => {
    const one = taking();
    expect(localDateOf(one.open('beweegt').dueAt)).toBe('2026-06-22');
    regroup(one, { change: 'free' });
    expect(localDateOf(one.open('beweegt').dueAt)).toBe('2026-04-01');
    expect(one.open('beweegt').moves).toBe(true);
  });

  test('does so with the pauses that there have been since', () => {
    const one = taking()
      .send({ kind: 'pause', actor: leader, reason: 'ziekte', until: '2026-05-01' })
      .until('2026-03-12');
    one.send({ kind: 'resume', actor: leader });
    regroup(one, { change: 'free' });
    expect(localDateOf(one.open('beweegt').dueAt)).toBe('2026-04-11');
  });

  test('comes free when the case ends during the programme, and is no fact after it', () => {
    expect(taking().decide('coach', 'meedoen', 'klaar', { actor: leader }).kinds).toEqual(['decided', 'ended']);
    const withdrawn = taking().send({ kind: 'withdraw', actor: leader, reason: 'ziekte' });
    expect(withdrawn.kinds).toEqual(['withdrawn', 'informed', 'ungrouped', 'ended']);
    const after = taking().decide('coach', 'meedoen', 'gedaan', { actor: leader });
    expect(after.send({ kind: 'withdraw', actor: leader, reason: 'ziekte' }).kinds).toEqual([
      'withdrawn',
      'informed',
      'ended',
    ]);
  });

  test('comes free with the outcome that says so, once', () => {
    expect(taking().decide('coach', 'meedoen', 'uitval', { actor: leader }).kinds).toEqual([
      'decided',
      'ungrouped',
      'anchored',
      'rescheduled',
      'ended',
    ]);
  });
});

describe('new dates of a group', () => {
  test('move the terms that hang on them, and nothing else', () => {
    const one = regroup(taking(), { change: 'move', starts: '2026-05-01', ends: '2026-07-10' });
    expect(one.last).toMatchObject([
      { fact: 'anchored', anchors: { start: '2026-05-01', eind: '2026-07-10' } },
      { fact: 'rescheduled', step: 'beweegt' },
      { fact: 'rescheduled', step: 'meedoen' },
    ]);
    expect(localDateOf(one.open('meedoen').dueAt)).toBe('2026-07-10');
  });

  test('that are the old ones change nothing', () => {
    expect(regroup(taking(), { change: 'move', starts: place.starts, ends: place.ends }).last).toEqual([]);
  });

  test.each<[string, Partial<Regroup>, Actor, string]>([
    ['of another group', { group: 'groep-2' }, holder('tester'), 'not-allowed-now'],
    ['by somebody who does not coordinate', {}, leader, 'forbidden'],
    ['by the coordinator of another organisation', {}, { ...holder('tester'), organisation: 'elders' }, 'forbidden'],
    [
      'that end before they begin',
      { change: 'move', starts: '2026-06-01', ends: '2026-05-01' },
      holder('tester'),
      'invalid-input',
    ],
    [
      'on days that are none',
      { change: 'move', starts: '2026-13-01', ends: '2026-13-02' },
      holder('tester'),
      'invalid-input',
    ],
  ])('%s are refused, and change nothing', (_name, differs, actor, code) => {
    const one = taking();
    const before = structuredClone(one.state);
    const change = { change: 'move', starts: '2026-05-01', ends: '2026-07-01', ...differs } as Partial<Regroup> &
      Pick<Regroup, 'change'>;
    expect(one.refusal((copy) => regroup(copy, change, actor))?.code).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('reach no case that has no seat', () => {
    expect(waiting().refusal((copy) => regroup(copy, { change: 'free' }))?.code).toBe('not-allowed-now');
  });
});

describe('a seat that the coordinator takes back', () => {
  test('puts the case on the waiting list again, in the branch where it was', () => {
    const one = regroup(taking(), { change: 'free' });
    expect(one.openSteps).toEqual(['beweegt', 'wachtlijst']);
    expect(one.open('wachtlijst')).toMatchObject({ branch: 'main', round: 2 });
    expect(one.state.group).toBeNull();
  });

  test('is possible in a pause: what it opens then is not held', () => {
    const one = taking().send({ kind: 'pause', actor: leader, reason: 'ziekte', until: '2026-05-01' });
    regroup(one, { change: 'free' });
    expect(one.decide('tester', 'wachtlijst', 'te-lang').state.status).toBe('ended');
  });

  test('is not possible once the programme is done', () => {
    const one = taking().decide('coach', 'meedoen', 'gedaan', { actor: leader });
    expect(one.refusal((copy) => regroup(copy, { change: 'free' }))).toMatchObject({
      code: 'not-allowed-now',
      message: expect.stringContaining('programma is al klaar'),
    });
  });
});

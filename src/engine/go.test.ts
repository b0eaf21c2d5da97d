import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { all, byKnob, gap, inform, keptIs, leave, rule, to, type AnyChain } from '../language/define.ts';
import { resolveTarget } from './go.ts';
import { openStepId } from './open.ts';

const DONE = { gedaan: leave() } as const;

function branches(one: OneCase): [string, string][] {
  return one.state.open.map(({ step: id, branch }) => [id, branch]);
}

describe('a target', () => {
  const chain = smallChain({
    begin: step({
      verder: 'dan',
      spoed: to('dan', { spoed: 'ja' }),
      ontbreekt: gap('hoge-route', 'dan'),
      klaar: { label: 'Klaar', to: klaar, inform: 'klaar' },
    }),
    dan: step({ klaar, terug: 'begin' }),
  });

  test('that is a step opens it in the same branch, after what closed', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');
    expect(one.kinds).toEqual(['decided', 'opened']);
    expect(one.open('dan')).toMatchObject({ branch: 'main', variant: {}, round: 1, stage: 'open' });
  });

  test('may open it in a variant, which the opening keeps', () => {
    expect(new OneCase(chain, 'begin').decide('tester', 'begin', 'spoed').open('dan').variant).toEqual({ spoed: 'ja' });
  });

  test('that does not exist in this place is counted as a gap, and the case goes on at the fallback', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'ontbreekt');
    expect(one.last).toMatchObject([
      {},
      { fact: 'gap', step: 'begin', gap: 'hoge-route' },
      { fact: 'opened', step: 'dan' },
    ]);
  });

  test('that is an end closes the case, and the referrer hears of it before', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'klaar');
    expect(one.kinds).toEqual(['decided', 'informed', 'ended']);
    expect(one.state).toMatchObject({ status: 'ended', ending: 'klaar', endedAt: one.now, open: [] });
  });

  test('that was open before opens a new round, with an id and a term of its own', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').until('2026-03-20');
    const first = one.open('dan');
    one.decide('tester', 'dan', 'terug').decide('tester', 'begin', 'verder');
    expect(one.open('dan')).toMatchObject({ round: 2, openedAt: one.now, late: false });
    expect(one.open('dan').id).not.toBe(first.id);
    expect(one.open('dan').dueAt).toBeGreaterThan(first.dueAt);
  });
});

describe('a switch', () => {
  const live = byKnob('route', { aan: 'dan', uit: gap('route', 'begin') });
  const chain = smallChain(
    { begin: step({ verder: live, klaar }), dan: step({ klaar }) },
    { knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Route' } } },
  );
  const at = (value: string): OneCase =>
    new OneCase(chain, 'begin', { knobs: { route: { value, layer: 'municipality' } } });

  test('leads where its value in this case says', () => {
    expect(at('aan').decide('tester', 'begin', 'verder').openSteps).toEqual(['dan']);
    expect(at('uit').decide('tester', 'begin', 'verder').kinds).toEqual(['decided', 'gap', 'opened']);
  });

  test('never guesses: a value without a target and a switch without a value are mistakes of the program', () => {
    expect(() => resolveTarget(live, at('anders').state)).toThrow('knob route has no target for anders');
    expect(() => resolveTarget(byKnob('weg', { aan: 'dan' }), at('aan').state)).toThrow('knob weg has no target');
  });
});

describe('a step that a place may lack', () => {
  const chain = smallChain(
    {
      begin: step({ verder: to('dan', { spoed: 'ja' }), samen: all('zij', 'dan'), klaar }),
      dan: step({ klaar }),
      anders: step({ terug: 'begin', klaar }),
      zij: step({ klaar: leave() }),
    },
    { mayLack: { dan: { gap: 'geen-dan', fallback: 'anders' } } },
  );
  const at = (value?: string): OneCase =>
    new OneCase(chain, 'begin', {
      knobs: value === undefined ? {} : { 'heeft.dan': { value, layer: 'municipality' } },
    });

  test('is opened where the place has it, or says nothing', () => {
    for (const value of [undefined, 'ja']) {
      expect(at(value).decide('tester', 'begin', 'verder').openSteps).toEqual(['dan']);
    }
  });

  test('is counted as a gap where it is not there, and the case goes on at the fallback, in no variant', () => {
    const one = at('nee').decide('tester', 'begin', 'verder');
    expect(one.last).toMatchObject([
      { fact: 'decided' },
      { fact: 'gap', step: 'dan', gap: 'geen-dan' },
      { fact: 'opened', step: 'anders', branch: 'main', variant: {} },
    ]);
    expect(one.openSteps).toEqual(['anders']);
  });

  test('is counted each time that a case comes to it', () => {
    const one = at('nee').decide('tester', 'begin', 'verder').decide('tester', 'anders', 'terug');
    expect(one.decide('tester', 'begin', 'verder').kinds).toEqual(['decided', 'gap', 'opened']);
  });

  test('leaves its own branch to the fallback', () => {
    expect(branches(at('nee').decide('tester', 'begin', 'samen'))).toEqual([
      ['anders', 'main/dan'],
      ['zij', 'main'],
    ]);
  });

  test('is everywhere in a chain that does not declare it, whatever a place says', () => {
    const { mayLack: _none, ...strict } = chain;
    const knobs = { 'heeft.dan': { value: 'nee', layer: 'municipality' } } as const;
    expect(new OneCase(strict, 'begin', { knobs }).decide('tester', 'begin', 'verder').openSteps).toEqual(['dan']);
  });
});

describe('terugkoppeling', () => {
  const chain = smallChain({
    begin: step({ verder: 'melden', samen: all('melden', 'naast') }),
    melden: inform({
      label: 'Melden',
      by: 'tester',
      within: fixed('P10D'),
      tells: 'gezien',
      outcomes: { verder: { label: 'Verder', to: 'dan' } },
    }),
    naast: step({ gedaan: 'dan' }),
    dan: step({ klaar, terug: 'begin' }, { join: ['main', 'naast'] }),
  });

  test('stands open for its holder, and the case goes on at once', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');
    expect(branches(one)).toEqual([
      ['melden', 'main/melden'],
      ['dan', 'main'],
    ]);
  });

  test('is told when it is done, and then nothing more follows', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').decide('tester', 'melden', 'verder');
    expect(one.last).toMatchObject([{ fact: 'decided' }, { fact: 'informed', step: 'melden', milestone: 'gezien' }]);
    expect(one.openSteps).toEqual(['dan']);
  });

  test('that nobody did is told when the case ends', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').decide('tester', 'dan', 'klaar');
    expect(one.kinds).toEqual(['decided', 'informed', 'ended']);
  });

  test('that was done is not told again', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').decide('tester', 'melden', 'verder');
    expect(one.decide('tester', 'dan', 'klaar').kinds).toEqual(['decided', 'ended']);
  });

  test('never keeps a join waiting', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'samen').decide('tester', 'naast', 'gedaan');
    expect(one.openSteps).toEqual(['melden', 'dan']);
  });

  test('that stands open still is not opened twice, and the case goes on again', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder').decide('tester', 'dan', 'terug');
    expect(one.decide('tester', 'begin', 'verder').openSteps).toEqual(['melden', 'dan']);
  });
});

describe('a rule', () => {
  const chain = smallChain({
    begin: step({ verder: 'weging' }, { form: 'f', keeps: ['klasse', 'spoed'] }),
    weging: rule({
      label: 'Weging',
      rule: 'weging',
      version: '2',
      decides: [
        { when: [keptIs('klasse', 'hoog'), keptIs('spoed', 'ja')], outcome: 'dringend' },
        { when: [keptIs('klasse', 'hoog')], outcome: 'hoog' },
      ],
      otherwise: 'laag',
      outcomes: {
        dringend: { label: 'Dringend', to: klaar, inform: 'klaar' },
        hoog: { label: 'Hoog', to: 'dan', inform: 'gezien' },
        laag: { label: 'Laag', to: 'begin' },
      },
    }),
    dan: step({ klaar, terug: 'begin' }),
  });
  const weighed = (kept: Record<string, string>): OneCase =>
    new OneCase(chain, 'begin').decide('tester', 'begin', 'verder', { kept });

  test.each<[Record<string, string>, string, string[]]>([
    [{ klasse: 'hoog', spoed: 'ja' }, 'dringend', ['decided', 'ruled', 'informed', 'ended']],
    [{ klasse: 'hoog' }, 'hoog', ['decided', 'ruled', 'informed', 'opened']],
    [{ klasse: 'laag', spoed: 'ja' }, 'laag', ['decided', 'ruled', 'opened']],
    [{}, 'laag', ['decided', 'ruled', 'opened']],
  ])('decides at once by the first line that holds: %j is %s', (kept, outcome, kinds) => {
    const one = weighed(kept);
    expect(one.kinds).toEqual(kinds);
    expect(one.last[1]).toMatchObject({ step: 'weging', outcome, rule: 'weging', version: '2' });
  });

  test('is a decision like another: later steps can ask what it was', () => {
    const { state } = weighed({ klasse: 'hoog' });
    expect(state).toMatchObject({ outcomes: { weging: 'hoog' }, taken: { 'weging.hoog': 1 } });
  });

  test('has nobody as its actor: no role worked and no organisation contributed by it', () => {
    expect(weighed({ klasse: 'hoog' }).state).toMatchObject({
      worked: ['tester'],
      contributors: ['organisatie-tester'],
    });
  });

  test('without its own outcome is a mistake of the program', () => {
    const broken = {
      ...chain,
      steps: { ...chain.steps, weging: { ...chain.steps['weging']!, outcomes: {} } },
    } as AnyChain;
    expect(() => new OneCase(broken, 'begin').decide('tester', 'begin', 'verder')).toThrow(
      'rule weging has no outcome laag',
    );
  });
});

describe('a step that makes another needless', () => {
  const chain = smallChain({
    begin: step({ samen: all('eerst', 'naast', 'aanbod') }),
    eerst: step({ verder: 'dan', klaar }),
    naast: step(DONE, { lapsesOn: ['dan'] }),
    aanbod: offer(DONE, { lapsesOn: ['dan'] }),
    dan: step({ klaar }),
  });

  test('closes it as it opens, also an offer that is under way, and nobody is told', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'samen').decide('tester', 'eerst', 'verder');
    expect(one.last.map((fact) => ('step' in fact ? `${fact.fact} ${fact.step}` : fact.fact))).toEqual([
      'decided eerst',
      'lapsed naast',
      'lapsed aanbod',
      'opened dan',
    ]);
    expect(one.openSteps).toEqual(['dan']);
  });

  test('leaves it alone when something else opens', () => {
    expect(new OneCase(chain, 'begin').decide('tester', 'begin', 'samen').openSteps).toEqual([
      'naast',
      'aanbod',
      'eerst',
    ]);
  });
});

test('two openings never share an id: it names case, step and round', () => {
  const ids = [
    openStepId('a', 'stap', 1),
    openStepId('a', 'stap', 2),
    openStepId('a', 'stap-twee', 1),
    openStepId('b', 'stap', 1),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

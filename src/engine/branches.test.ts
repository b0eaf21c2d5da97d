import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { all, leave, to, type AnyChain } from '../language/define.ts';

const DONE = { gedaan: leave() } as const;

function branches(one: OneCase): [string, string][] {
  return one.state.open.map(({ step: id, branch }) => [id, branch]);
}

describe('several steps at once', () => {
  const chain = smallChain({
    begin: step({ samen: all('eerst', to('naast', { spoed: 'ja' }), 'ernaast'), klaar }),
    eerst: step({ klaar, samen: all('begin', 'naast') }),
    naast: step(DONE),
    ernaast: step({ verder: 'dieper' }),
    dieper: step(DONE),
  });
  const split = (): OneCase => new OneCase(chain, 'begin').decide('tester', 'begin', 'samen');

  test('go on in this branch with the first, and in branches of their own with the others', () => {
    expect(branches(split())).toEqual([
      ['naast', 'main/naast'],
      ['ernaast', 'main/ernaast'],
      ['eerst', 'main'],
    ]);
    expect(split().open('naast').variant).toEqual({ spoed: 'ja' });
  });

  test('are each other’s equals: each may be decided first, and a branch keeps its name as it goes on', () => {
    const one = split().decide('tester', 'ernaast', 'verder');
    expect(branches(one)).toContainEqual(['dieper', 'main/ernaast']);
    expect(one.decide('tester', 'naast', 'gedaan').openSteps).toEqual(['eerst', 'dieper']);
  });

  test('a branch that leaves is done, and the rest of the case goes on', () => {
    const one = split().decide('tester', 'naast', 'gedaan');
    expect([one.kinds, one.state.status]).toEqual([['decided'], 'open']);
  });

  test('one that stands open already is not opened twice', () => {
    const one = split().decide('tester', 'eerst', 'samen');
    expect(one.openSteps.filter((name) => name === 'naast')).toEqual(['naast']);
    expect(one.open('naast').round).toBe(1);
  });

  test('an end in any of them ends them all', () => {
    expect(split().decide('tester', 'eerst', 'klaar').state).toMatchObject({ status: 'ended', open: [] });
  });
});

describe('a join', () => {
  const chain = smallChain({
    begin: step({ samen: all('eerst', 'naast', 'vrij') }),
    eerst: step({ klaar: 'daarna', weg: { label: 'Weg', to: klaar } }),
    naast: step({ klaar: 'daarna', weg: leave() }),
    vrij: step(DONE),
    daarna: step({ klaar }, { join: ['main', 'naast'] }),
  });
  const split = (): OneCase => new OneCase(chain, 'begin').decide('tester', 'begin', 'samen');

  test('waits for the branch beside it, and goes on in the case’s own branch', () => {
    const one = split().decide('tester', 'eerst', 'klaar');
    expect([one.kinds, one.state.arrived]).toEqual([
      ['decided', 'arrived'],
      [{ step: 'daarna', branch: 'main', variant: {} }],
    ]);
    one.decide('tester', 'naast', 'klaar');
    expect(one.kinds).toEqual(['decided', 'joined', 'opened']);
    expect([one.open('daarna').branch, one.state.arrived]).toEqual(['main', []]);
  });

  test('waits the same when the branch beside it comes first', () => {
    const one = split().decide('tester', 'naast', 'klaar');
    expect(one.state.arrived).toMatchObject([{ branch: 'main/naast' }]);
    one.decide('tester', 'eerst', 'klaar');
    expect([one.open('daarna').branch, one.state.arrived]).toEqual(['main', []]);
  });

  test('waits no longer when the other branch leaves without coming there', () => {
    const one = split().decide('tester', 'eerst', 'klaar').decide('tester', 'naast', 'weg');
    expect(one.openSteps).toEqual(['vrij', 'daarna']);
  });

  test('does not wait for branches that it does not name', () => {
    const one = split().decide('tester', 'naast', 'weg').decide('tester', 'eerst', 'klaar');
    expect(one.openSteps).toEqual(['vrij', 'daarna']);
  });

  test('keeps the accountable party: while its own branch waits, the holder of the other sees to the case', () => {
    const one = split().decide('tester', 'vrij', 'gedaan').decide('tester', 'eerst', 'klaar');
    expect(one.openSteps).toEqual(['naast']);
    expect(one.state.status).toBe('open');
  });

  test('is closed with the case', () => {
    const one = split().decide('tester', 'naast', 'klaar').decide('tester', 'eerst', 'weg');
    expect(one.state).toMatchObject({ status: 'ended', arrived: [] });
  });

  test('that nobody is left to wait for is no wait', () => {
    expect(new OneCase(chain, 'daarna').openSteps).toEqual(['daarna']);
  });

  test('goes on when what it waits for lapses', () => {
    const lapsing: AnyChain = {
      ...chain,
      steps: { ...chain.steps, naast: step(DONE, { lapsesOn: ['verandering'] }) },
      events: { verandering: { label: 'Verandering' } },
    };
    const one = new OneCase(lapsing, 'begin').decide('tester', 'begin', 'samen').decide('tester', 'eerst', 'klaar');
    one.send({ kind: 'event', actor: one.state.referrer, event: 'verandering', on: '2026-03-02' });
    expect(one.kinds).toEqual(['happened', 'lapsed', 'joined', 'opened']);
  });
});

describe('a step that stands once per item', () => {
  const chain = smallChain({
    begin: step({ samen: all('eerst', 'per-stuk') }, { form: 'f', keeps: ['lijst'] }),
    eerst: step({ klaar: 'daarna', opnieuw: all('begin', 'per-stuk') }),
    'per-stuk': step({ klaar: 'daarna' }, { each: 'lijst' }),
    daarna: step({ klaar }, { join: ['main', 'per-stuk'] }),
  });
  const split = (lijst: string): OneCase =>
    new OneCase(chain, 'begin').decide('tester', 'begin', 'samen', { kept: { lijst } });

  test('opens for every item, each in a branch of its own', () => {
    const one = split('visus,voeten');
    expect(one.state.open.map(({ item, branch, round }) => [item, branch, round])).toEqual([
      ['visus', 'main/per-stuk#visus', 1],
      ['voeten', 'main/per-stuk#voeten', 2],
      [undefined, 'main', 1],
    ]);
  });

  test('opens for none where there are no items, and the case goes on', () => {
    for (const lijst of ['', ',']) expect(split(lijst).openSteps).toEqual(['eerst']);
  });

  test('opens for new items beside those that stand open', () => {
    const one = split('visus')
      .decide('tester', 'eerst', 'opnieuw')
      .decide('tester', 'begin', 'samen', { kept: { lijst: 'visus,woning' } });
    expect(one.state.open.flatMap(({ item }) => item ?? [])).toEqual(['visus', 'woning']);
  });

  test('is waited for until the last item is done', () => {
    const one = split('visus,voeten').decide('tester', 'eerst', 'klaar');
    one.send({
      kind: 'decide',
      actor: { role: 'tester', organisation: 'organisatie-tester', practitioner: null },
      openStep: one.open('per-stuk', 'voeten').id,
      outcome: 'klaar',
    });
    expect(one.openSteps).toEqual(['per-stuk']);
    expect(one.decide('tester', 'per-stuk', 'klaar').openSteps).toEqual(['daarna']);
    expect(one.open('daarna').branch).toBe('main');
  });
});

test('a branch that came to a join by mistake is taken back from it: the others are not waited for in its name', () => {
  const joined = smallChain({
    begin: step({ samen: all('een', 'ander') }),
    een: step({ verder: 'slot', klaar }),
    ander: step({ verder: 'slot' }),
    slot: step({ klaar }, { join: ['main', 'ander'] }),
  });
  const one = new OneCase(joined, 'begin').decide('tester', 'begin', 'samen');
  one.decide('tester', 'een', 'verder');
  expect(one.state.arrived).toHaveLength(1);
  const { seq } = one.state.last!;
  one.send({ kind: 'correct', actor: holder('tester'), seq, reason: 'vergissing', facts: one.facts });
  expect(one.state.arrived).toEqual([]);
  expect(one.decide('tester', 'ander', 'verder').openSteps).toEqual(['een']);
});

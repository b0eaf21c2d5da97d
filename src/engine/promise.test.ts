import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { leave, type Outcome, SHARES_INTAKE } from '../language/define.ts';
import type { Couple } from './messages.ts';
import { sharedIntakeDay } from './promise.ts';

const vervolg: Outcome['link'] = { type: 'vervolg', chain: 'ander', asks: 'koppeling' };
const chain = smallChain({
  begin: step({
    elders: { label: 'Elders', to: 'dan', link: vervolg },
    'elders-oud': { label: 'Elders', to: 'dan', link: { type: 'vervolg', chain: 'ander' } },
    verder: 'dan',
  }),
  dan: step({
    klaar,
    weer: { label: 'Weer elders', to: 'dan', link: vervolg },
    hergebruikt: { label: 'Hergebruikt', to: 'dan', reuses: 'intake' },
  }),
  naast: step({ weg: leave() }),
});
const tester = holder('tester');
const begun = (): OneCase => new OneCase(chain, 'begin');
const promised = (): OneCase => begun().decide('tester', 'begin', 'elders');
const couple = (one: OneCase, differs: Partial<Couple> = {}): OneCase =>
  one.send({ kind: 'link', actor: tester, type: 'vervolg', chain: 'ander', case: 'ander-traject', ...differs });

describe('an outcome that promises a case elsewhere', () => {
  test('stays open with whoever is accountable, beside what goes on, with a term', () => {
    const one = promised();
    expect(one.state.links).toEqual([{ type: 'vervolg', chain: 'ander' }]);
    expect(one.openSteps).toEqual(['dan', 'koppeling']);
    const { organisation } = one.open('dan').accountable;
    expect(one.open('koppeling')).toMatchObject({ item: 'ander', role: 'tester', organisation });
    one.until('2026-03-20');
    expect(one.kinds).toEqual(expect.arrayContaining(['reminded', 'late']));
  });

  test('without the step that asks, as in version 1 of valpreventie, only says so', () => {
    const one = begun().decide('tester', 'begin', 'elders-oud');
    expect(one.openSteps).toEqual(['dan']);
    expect(one.state.links).toEqual([{ type: 'vervolg', chain: 'ander' }]);
  });

  test('twice is one promise, with one step', () => {
    const one = promised().decide('tester', 'dan', 'weer');
    expect(one.openSteps).toEqual(['koppeling', 'dan']);
    expect(one.state.links).toHaveLength(1);
  });

  test('is kept by the case that is coupled: the step lapses, and nothing else does', () => {
    const one = couple(promised());
    expect(one.kinds).toEqual(['linked', 'lapsed']);
    expect(one.openSteps).toEqual(['dan']);
    expect(one.state.links).toMatchObject([{ type: 'vervolg', chain: 'ander', case: 'ander-traject' }]);
  });

  test('is not kept by a case in another chain, or of another type', () => {
    const one = couple(couple(promised(), { chain: 'derde', case: 'x' }), { type: 'parallel' });
    expect(one.openSteps).toEqual(['dan', 'koppeling']);
    expect(one.state.links).toHaveLength(3);
  });

  test('can only be called started when a case in that chain is coupled in some way', () => {
    const one = promised();
    expect(one.refusal((copy) => copy.decide('tester', 'koppeling', 'gestart'))).toEqual({
      code: 'not-allowed-now',
      message: 'Koppel eerst het andere traject. Gaat het niet door? Leg dat dan vast.',
    });
    couple(one, { type: 'parallel' }).decide('tester', 'koppeling', 'gestart');
    expect(one.openSteps).toEqual(['dan']);
    expect(one.state.links).toMatchObject([{ type: 'parallel', case: 'ander-traject' }]);
  });

  test('is given up with a reason, and cannot be taken back from there', () => {
    const one = promised();
    expect(one.refusal((copy) => copy.decide('tester', 'koppeling', 'niet-nodig'))?.code).toBe('reason-required');
    one.decide('tester', 'koppeling', 'niet-nodig', { reason: 'ziekte' });
    expect(one.openSteps).toEqual(['dan']);
    expect(one.state.links).toEqual([]);
    expect(one.state.last).toBeNull();
  });

  test('holds the end of the case, but not when the person stops or has died', () => {
    const one = promised();
    expect(one.refusal((copy) => copy.decide('tester', 'dan', 'klaar'))?.message).toMatch(/Start het eerst/);
    const stopped = promised().send({ kind: 'withdraw', actor: tester, reason: 'ziekte' });
    expect(stopped.state.status).toBe('ended');
    const died = promised().send({ kind: 'event', actor: tester, event: 'overleden', on: '2026-03-02', of: 'inwoner' });
    expect(died.state.status).toBe('ended');
    one.decide('tester', 'koppeling', 'niet-nodig', { reason: 'ziekte' }).decide('tester', 'dan', 'klaar');
    expect(one.state.status).toBe('ended');
  });

  test('opened in the same decision is coupled at once, and nobody is asked', () => {
    const one = begun().decide('tester', 'begin', 'elders', { link: { case: 'nieuw-traject' } });
    expect(one.openSteps).toEqual(['dan']);
    expect(one.state.links).toMatchObject([{ type: 'vervolg', chain: 'ander', case: 'nieuw-traject' }]);
    expect(one.kinds).toEqual(['decided', 'opened', 'linked']);
  });

  test('is the only one with which a case comes along', () => {
    const refused = begun().refusal((copy) =>
      copy.decide('tester', 'begin', 'verder', { link: { case: 'nieuw-traject' } }),
    );
    expect(refused?.code).toBe('invalid-input');
  });
});

describe('an intake of a coupled case', () => {
  const shares = (intake: string | undefined, type = 'deel-intake'): OneCase =>
    couple(begun().decide('tester', 'begin', 'verder'), {
      type,
      mirrored: true,
      side: 'second',
      ...(intake === undefined ? {} : { intake }),
    });
  const reuse = (one: OneCase): string | undefined =>
    one.refusal((copy) => copy.decide('tester', 'dan', 'hergebruikt'))?.message;

  test.each([
    ['of exactly six months ago serves', '2025-09-02', undefined],
    [
      'of a day longer does not',
      '2025-09-01',
      'De intake is van 2025-09-01, en dus ouder dan zes maanden. Doe een nieuwe intake.',
    ],
    ['of which the case does not know the day is the professional’s to judge', undefined, undefined],
  ])('%s', (_what, day, refused) => {
    expect(reuse(shares(day))).toBe(refused);
  });

  test('counts for the links that share one only', () => {
    expect(reuse(shares('2020-01-01', 'parallel'))).toBeUndefined();
  });
});

describe('someone who comes back', () => {
  const back = new OneCase(chain, 'begin', { previous: { case: 'eerder', intake: '2025-09-01' } });

  test('is told apart from the first fact on, and the case knows the earlier one', () => {
    expect(back.facts.slice(0, 2)).toMatchObject([
      { fact: 'started', herinstroom: true },
      { fact: 'linked', type: 'vorig-traject', chain: chain.id, case: 'eerder' },
    ]);
    expect(begun().facts[0]).not.toHaveProperty('herinstroom');
  });

  test('has an intake that is too old done again', () => {
    back.decide('tester', 'begin', 'verder');
    expect(back.refusal((copy) => copy.decide('tester', 'dan', 'hergebruikt'))?.message).toMatch(/2025-09-01/);
  });
});

describe('the day of a shared intake', () => {
  const [shares = ''] = SHARES_INTAKE;
  const link = (type: string, intake?: string) => ({
    type,
    chain: 'vngg',
    ...(intake === undefined ? {} : { intake }),
  });

  test('is that of the last intake, in whatever order the cases were coupled, of links that share one', () => {
    expect(sharedIntakeDay([link(shares, '2026-09-03'), link(shares, '2026-03-02')])).toBe('2026-09-03');
    expect(sharedIntakeDay([link(shares, '2026-03-02'), link(shares, '2026-09-03')])).toBe('2026-09-03');
    expect(sharedIntakeDay([link(shares, '2026-03-02'), link('geen-deler', '2026-09-03')])).toBe('2026-03-02');
    expect(sharedIntakeDay([link(shares)])).toBeUndefined();
  });
});

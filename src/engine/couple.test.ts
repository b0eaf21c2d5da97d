import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { PREGNANCY_ENDED } from '../language/define.ts';
import type { Couple } from './messages.ts';

const chain = smallChain(
  {
    begin: step({ klaar, elders: { label: 'Elders', to: 'dan', link: { type: 'vervolg', chain: 'ander' } } }),
    dan: step({ klaar }),
  },
  { events: { [PREGNANCY_ENDED]: { label: 'Beëindigd' } } },
);
const tester = holder('tester');
const begun = (): OneCase => new OneCase(chain, 'begin');
const couples = (one: OneCase, differs: Partial<Couple> = {}): OneCase =>
  one.send({ kind: 'link', actor: tester, type: 'parallel', chain: 'ander', case: 'ander-traject', ...differs });

describe('two cases that are coupled', () => {
  test('know of each other that the other is there, and nothing else changes', () => {
    const one = begun();
    const { seq: _seq, links: _links, ...before } = one.state;
    couples(one);
    expect(one.last).toMatchObject([{ fact: 'linked', type: 'parallel', case: 'ander-traject', actor: tester }]);
    const { seq: _after, links, ...rest } = one.state;
    expect(links).toEqual([{ type: 'parallel', chain: 'ander', case: 'ander-traject' }]);
    expect(rest).toEqual(before);
  });

  test('take the place of the request that an outcome made, once', () => {
    const one = begun().decide('tester', 'begin', 'elders');
    expect(one.state.links).toEqual([{ type: 'vervolg', chain: 'ander' }]);
    couples(one, { type: 'vervolg' });
    expect(one.state.links).toEqual([{ type: 'vervolg', chain: 'ander', case: 'ander-traject' }]);
    expect(couples(one, { type: 'vervolg', case: 'nog-een' }).state.links).toHaveLength(2);
  });

  test('of another type or chain leave that request standing', () => {
    const one = couples(begun().decide('tester', 'begin', 'elders'));
    expect(one.state.links).toHaveLength(2);
    expect(couples(one, { type: 'vervolg', chain: 'derde', case: 'x' }).state.links).toHaveLength(3);
  });

  test.each<[string, Partial<Couple>, string]>([
    ['by who is not accountable', { actor: holder('huisarts') }, 'forbidden'],
    ['by somebody outside', { actor: { ...tester, organisation: 'elders' } }, 'forbidden'],
    ['in a way that is not known', { type: 'samen' }, 'invalid-input'],
    ['in a way that every object has', { type: 'toString' }, 'invalid-input'],
    ['with itself', { case: 'traject' }, 'invalid-input'],
  ])('%s is refused, and nothing changes', (_what, differs, code) => {
    const one = begun();
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => couples(copy, differs))?.code).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('are so once in the same way, and may be in another way too', () => {
    const one = couples(begun());
    expect(one.refusal(couples)?.code).toBe('not-allowed-now');
    expect(couples(one, { type: 'eerst' }).state.links).toHaveLength(2);
  });

  test('from the other side take it over, whoever is accountable here', () => {
    const one = couples(begun(), { actor: { ...tester, organisation: 'elders' }, mirrored: true });
    expect(one.state.links).toHaveLength(1);
    expect(one.refusal((copy) => couples(copy, { mirrored: true }))?.code).toBe('not-allowed-now');
  });

  test('can be in a pause, not after the end, and after a silence only from the other side', () => {
    const paused = begun().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-05-01' });
    expect(couples(paused).state).toMatchObject({ status: 'paused', links: [{ case: 'ander-traject' }] });
    expect(begun().decide('tester', 'begin', 'klaar').refusal(couples)?.code).toBe('ended');
    const silenced = begun().send({ kind: 'event', actor: tester, event: PREGNANCY_ENDED, on: '2026-03-02' });
    expect(silenced.refusal(couples)?.code).toBe('not-allowed-now');
    expect(couples(silenced, { mirrored: true }).kinds).toEqual(['linked']);
  });
});

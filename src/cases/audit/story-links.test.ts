import { describe, expect, test } from 'vitest';
import { MONDAY } from '../../../test/journeys/start-case.ts';
import type { Fact } from '../../engine/facts.ts';
import { linksAfter, withoutPromise } from './story-links.ts';

type Linked = Extract<Fact, { fact: 'linked' }>;

const HOUR = 3_600_000;
const linked = (differs: Partial<Linked>): Linked => ({
  fact: 'linked',
  seq: 5,
  command: 'c',
  at: MONDAY + HOUR,
  type: 'vervolg',
  chain: 'vngg',
  ...differs,
});
const after = (facts: readonly Linked[]): ReturnType<typeof linksAfter> =>
  facts.reduce<ReturnType<typeof linksAfter>>((links, fact) => linksAfter(links, fact, MONDAY), []);

describe('a promise', () => {
  const promise = linked({ step: 'aanbod' });

  test('is a link without a case, until the case that was promised takes its place', () => {
    expect(after([promise])).toMatchObject([{ case: null, first: true }]);
    expect(after([promise, linked({ case: 'ander' })])).toMatchObject([{ case: 'ander', first: true }]);
  });

  test('of another chain or type stays beside it', () => {
    expect(after([promise, linked({ case: 'ander', chain: 'kngg' })])).toHaveLength(2);
    expect(after([promise, linked({ case: 'ander', type: 'parallel' })])).toHaveLength(2);
  });

  test('is gone once it was said that it does not go on', () => {
    expect(withoutPromise(after([promise]), 'vervolg', 'vngg')).toEqual([]);
    expect(withoutPromise(after([promise]), 'vervolg', 'kngg')).toHaveLength(1);
    expect(withoutPromise(after([linked({ case: 'ander' })]), 'vervolg', 'vngg')).toHaveLength(1);
  });
});

describe('the side that sends', () => {
  const isFirst = (differs: Partial<Linked>): boolean | undefined =>
    after([linked({ case: 'ander', ...differs })])[0]?.first;

  test('is the one that is named so', () => {
    expect([isFirst({ side: 'first' }), isFirst({ side: 'second' })]).toEqual([true, false]);
  });

  test('is, where none is named, the case that ran already; a case that began with the link was opened by it', () => {
    expect([isFirst({}), isFirst({ at: MONDAY })]).toEqual([true, false]);
  });

  test('is never the later of two cases of one person in one chain', () => {
    expect(isFirst({ type: 'vorig-traject', side: 'first' })).toBe(false);
  });
});

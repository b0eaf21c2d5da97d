import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { kansrijkeStartV1 } from '../chains/kansrijke-start/v1/chain.ts';
import type { AnyChain } from '../language/define.ts';
import { outOfBounds, withoutDay } from './bounds.ts';
import { Refused } from './refused.ts';

const chain: AnyChain = kansrijkeStartV1;
const today = '2026-03-02' as Parameters<typeof outOfBounds>[3]['today'];
const actor = holder('verloskundige');

describe('a date of a pregnancy', () => {
  test.each<[string, string, string, Record<string, string>, string | undefined]>([
    ['a due date 300 days ahead', 'aterme', '2026-12-27', {}, undefined],
    ['a due date further ahead', 'aterme', '2026-12-28', {}, 'op zijn laatst op 2026-12-27'],
    ['a due date six weeks ago', 'aterme', '2026-01-19', {}, undefined],
    ['a due date before that', 'aterme', '2026-01-18', {}, 'op zijn vroegst op 2026-01-19'],
    ['a due date long ago of a child that was born', 'aterme', '2025-06-01', { geboorte: '2025-06-03' }, undefined],
    ['a birth today', 'geboorte', '2026-03-02', {}, undefined],
    ['a birth tomorrow', 'geboorte', '2026-03-03', {}, 'op zijn laatst op 2026-03-02'],
    ['a birth at 22 weeks', 'geboorte', '2026-02-01', { aterme: '2026-06-07' }, undefined],
    ['a birth before that', 'geboorte', '2026-01-31', { aterme: '2026-06-07' }, 'op zijn vroegst op 2026-02-01'],
    ['a birth six weeks late', 'geboorte', '2026-03-01', { aterme: '2026-01-18' }, undefined],
    ['a birth later still', 'geboorte', '2026-03-02', { aterme: '2026-01-18' }, 'op zijn laatst op 2026-03-01'],
    ['a birth, when no due date is known', 'geboorte', '2024-01-01', {}, undefined],
  ])('%s: %s on %s', (_name, anchor, date, known, says) => {
    const problem = outOfBounds(chain, anchor, date, { today, known: { ...known, [anchor]: date }, fixed: false });
    expect(problem ?? 'kan').toContain(says ?? 'kan');
    expect(problem === undefined).toBe(says === undefined);
  });

  test('says what to do when it contradicts the other date', () => {
    const known = { aterme: '2026-06-07', geboorte: '2026-01-01' };
    expect(outOfBounds(chain, 'geboorte', '2026-01-01', { today, known, fixed: true })).toBe(
      'De geboorte kan niet op 2026-01-01 zijn: op zijn vroegst op 2026-02-01. Controleer de datum. Of pas eerst de uitgerekende datum (2026-06-07) aan.',
    );
  });
});

describe('an event for which no day is left', () => {
  test.each<[string, string, Record<string, string>, boolean, boolean]>([
    ['a birth long before the due date', 'geboorte', { aterme: '2026-12-01' }, false, true],
    ['a birth near the due date', 'geboorte', { aterme: '2026-05-01' }, false, false],
    ['a birth that is told late', 'geboorte', { aterme: '2025-11-01' }, false, false],
    ['a due date', 'aterme', {}, true, false],
    ['a due date after the birth', 'aterme', { geboorte: '2026-03-01' }, true, true],
  ])('%s', (_name, anchor, known, planned, never) => {
    expect(withoutDay(chain, anchor, { today, known, planned }) !== undefined).toBe(never);
  });
});

describe('a case', () => {
  const begun = (): OneCase => new OneCase(chain, 'aanmelden-phb', { actor, anchors: { aterme: '2026-03-20' } });
  const report = (one: OneCase, event: string, on: string): OneCase => one.send({ kind: 'event', actor, event, on });

  test('does not begin with a date that cannot be', () => {
    expect(() => new OneCase(chain, 'aanmelden-phb', { actor, anchors: { aterme: '2027-03-20' } })).toThrow(Refused);
  });

  test('takes no due date any more once the child is born, and stays as it was', () => {
    const one = report(begun(), 'geboorte', '2026-03-01');
    const before = structuredClone(one.state);
    const refusal = one.refusal((copy) => report(copy, 'aterme', '2026-03-22'));
    expect(refusal).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('verandert niet meer') });
    expect(one.state).toEqual(before);
  });

  test('takes a due date that is looked at again before the birth', () => {
    expect(report(begun(), 'aterme', '2026-04-02').state.anchors).toEqual({ aterme: '2026-04-02' });
  });

  test('takes the true day of birth when the first one was wrong', () => {
    const one = report(report(begun(), 'geboorte', '2026-03-01'), 'geboorte', '2026-03-02');
    expect(one.state.anchors['geboorte']).toBe('2026-03-02');
  });
});

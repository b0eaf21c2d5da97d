import { describe, expect, test } from 'vitest';
import { sociaalVerwijzenV1 } from '../../src/chains/sociaal-verwijzen/v1/chain.ts';
import { tableA1 } from '../../src/chains/sociaal-verwijzen/v1/rows.ts';
import { vnggV1 } from '../../src/chains/vngg/v1/chain.ts';
import { tableA2 } from '../../src/chains/vngg/v1/rows.ts';
import { type AnyChain, commonEvents } from '../../src/language/define.ts';
import type { Journey } from './journey.ts';
import { sociaalVerwijzenJourneys } from './sociaal-verwijzen.ts';
import { vnggJourneys } from './vngg.ts';

interface Table {
  readonly chain: AnyChain;
  readonly rows: readonly { readonly row: string; readonly steps: readonly string[] }[];
  readonly journeys: readonly Journey[];
}

const tables: readonly (readonly [string, Table])[] = [
  ['a.1', { chain: sociaalVerwijzenV1, rows: tableA1, journeys: sociaalVerwijzenJourneys }],
  ['a.2', { chain: vnggV1, rows: tableA2, journeys: vnggJourneys }],
];

/** `step: outcome` for whatever people decide in journeys, in the referral too. */
function decidedIn(journeys: readonly Journey[]): ReadonlySet<string> {
  return new Set(
    journeys.flatMap(({ referral: { entry, outcome }, steps }) => [
      ...(entry === undefined || outcome === undefined ? [] : [`${entry}: ${outcome}`]),
      ...steps.flatMap((step) =>
        'decides' in step && step.refused === undefined ? [`${step.decides}: ${step.outcome}`] : [],
      ),
    ]),
  );
}

describe.each(tables)('table %s', (_name, { chain, rows, journeys }) => {
  const decided = decidedIn(journeys);
  const people = Object.entries(chain.steps).filter(([, { kind }]) => kind !== 'rule');

  test.each(rows.map(({ row, steps }) => [row, steps] as const))(
    'row %s is played: in some journey its steps come to each of their outcomes',
    (_row, steps) => {
      const asked = people
        .filter(([id]) => steps.includes(id))
        .flatMap(([id, { outcomes }]) => Object.keys(outcomes).map((outcome) => `${id}: ${outcome}`));
      // A referral comes to the one outcome of its entry by itself.
      const alone = new Set(['signaleren: bespreken']);
      expect(asked.filter((each) => !decided.has(each) && !alone.has(each))).toEqual([]);
    },
  );

  test('every ending that people come to is the ending of some journey', () => {
    const ends = new Set(journeys.flatMap(({ ending }) => ending ?? []));
    expect(Object.keys(chain.endings).filter((ending) => !ends.has(ending))).toEqual([]);
  });

  test('everything that life may bring happens in some journey, and so do a pause and a withdrawal', () => {
    const steps = journeys.flatMap((journey) => journey.steps);
    const happens = new Set(steps.flatMap((step) => ('happens' in step ? step.happens : [])));
    expect([...happens].sort()).toEqual(Object.keys(commonEvents).sort());
    expect(steps.some((step) => 'pauses' in step && step.refused === undefined)).toBe(true);
    expect(steps.some((step) => 'withdraws' in step && step.refused === undefined)).toBe(true);
  });

  test('every journey has a name of its own', () => {
    const names = journeys.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

import { expect, test } from 'vitest';
import type { AnyChain } from '../../../language/define.ts';
import { knggV1 } from './chain.ts';
import { tableA3 } from './rows.ts';

const carried: readonly string[] = tableA3.flatMap(({ steps }) => [...steps]);
const steps: AnyChain['steps'] = knggV1.steps;

test('the table of the region has its 23 rows, each once', () => {
  expect(tableA3).toHaveLength(23);
  expect(new Set(tableA3.map(({ row }) => row)).size).toBe(23);
});

test('every row is carried by steps of this version, the first under its own name', () => {
  expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
  expect(tableA3.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
});

test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
  expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
});

test('a row names at least the documents that its steps name', () => {
  const unnamed = tableA3.flatMap(({ row, steps: ids, source }) =>
    ids.flatMap((id) => {
      const own = steps[id]?.source;
      return own === undefined || source.includes(own) ? [] : [`${row}: ${own}`];
    }),
  );
  expect(unnamed).toEqual([]);
});

import { expect, test } from 'vitest';
import type { AnyChain } from '../../../language/define.ts';
import { kansrijkeStartV1 } from './chain.ts';
import { tableA5 } from './rows.ts';

const carried: readonly string[] = tableA5.flatMap(({ steps }) => [...steps]);
const steps: AnyChain['steps'] = kansrijkeStartV1.steps;

test('the table of the region has its 24 rows, each once', () => {
  expect(tableA5).toHaveLength(24);
  expect(new Set(tableA5.map(({ row }) => row)).size).toBe(24);
});

test('every row is carried by steps of this version, the first under its own name', () => {
  expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
  expect(tableA5.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
});

test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
  expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
});

test('a row names at least the documents that its steps name', () => {
  const unnamed = tableA5.flatMap(({ row, steps: ids, source }) =>
    ids.flatMap((id) => {
      const own = steps[id]?.source;
      return own === undefined || source.includes(own) ? [] : [`${row}: ${own}`];
    }),
  );
  expect(unnamed).toEqual([]);
});

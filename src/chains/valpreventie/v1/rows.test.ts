import { expect, test } from 'vitest';
import type { AnyChain } from '../../../language/define.ts';
import { valpreventieV1 } from './chain.ts';
import { tableA4 } from './rows.ts';

const carried: readonly string[] = tableA4.flatMap(({ steps }) => [...steps]);
const steps: AnyChain['steps'] = valpreventieV1.steps;

test('the table of the region has its 27 rows, each once', () => {
  expect(tableA4).toHaveLength(27);
  expect(new Set(tableA4.map(({ row }) => row)).size).toBe(27);
});

test('every row is carried by steps of this version, the first under its own name', () => {
  expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
  expect(tableA4.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
});

test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
  expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
});

test('a row names at least the documents that its steps name', () => {
  const unnamed = tableA4.flatMap(({ row, steps: ids, source }) =>
    ids.flatMap((id) => {
      const own = steps[id]?.source;
      return own === undefined || source.includes(own) ? [] : [`${row}: ${own}`];
    }),
  );
  expect(unnamed).toEqual([]);
});

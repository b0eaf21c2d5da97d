import { describe, expect, test } from 'vitest';
import type { AnyChain } from '../../../language/define.ts';
import { sociaalVerwijzenV1 } from './chain.ts';
import { tableA1 } from './rows.ts';

const carried: readonly string[] = tableA1.flatMap(({ steps }) => [...steps]);
const steps: AnyChain['steps'] = sociaalVerwijzenV1.steps;

test('the table of the region has its 21 rows, each once', () => {
  expect(tableA1).toHaveLength(21);
  expect(new Set(tableA1.map(({ row }) => row)).size).toBe(21);
});

test('every row is carried by steps of this version, the first under its own name', () => {
  expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
  expect(tableA1.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
});

test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
  expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
});

test('a row names at least the documents that its steps name', () => {
  const unnamed = tableA1.flatMap(({ row, steps: ids, source }) =>
    ids.flatMap((id) => {
      const own = steps[id]?.source;
      return own === undefined || source.includes(own) ? [] : [`${row}: ${own}`];
    }),
  );
  expect(unnamed).toEqual([]);
});

/** Every value with a source under this part of the chain, with the step it is said in. */
function sourcedUnder(part: unknown): { fixed: string; source: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('fixed' in part && 'source' in part) return [{ fixed: String(part.fixed), source: String(part.source) }];
  return Object.values(part).flatMap(sourcedUnder);
}

describe('what a document states is fixed, and everything else is a knob', () => {
  const stated = Object.entries(steps).flatMap(([id, step]) =>
    sourcedUnder(step).map(({ fixed, source }) => `${id}: ${fixed} (${source})`),
  );

  test.each(['eerste-contact: P14D (WOR-NL)', 'terugkoppeling-3mnd: P3M (AMSTELLAND)', 'nameting: P3M (WOR-APP)'])(
    '%s',
    (line) => expect(stated).toContain(line),
  );

  test('and nothing else is called stated', () => expect(new Set(stated).size).toBe(3));
});

import { describe, expect, test } from 'vitest';
import type { AnyChain } from '../../../language/define.ts';
import { vnggV1 } from './chain.ts';
import { tableA2 } from './rows.ts';

const carried: readonly string[] = tableA2.flatMap(({ steps }) => [...steps]);
const steps: AnyChain['steps'] = vnggV1.steps;

test('the table of the region has its 23 rows, each once', () => {
  expect(tableA2).toHaveLength(23);
  expect(new Set(tableA2.map(({ row }) => row)).size).toBe(23);
});

test('every row is carried by steps of this version, the first under its own name', () => {
  expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
  expect(tableA2.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
});

test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
  expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
});

test('a row names at least the documents that its steps name', () => {
  const unnamed = tableA2.flatMap(({ row, steps: ids, source }) =>
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

  test.each([
    'gli-behandelfase: P8M (GLI-COOL)',
    'gli-behandelfase: P12M (GLI-INS)',
    'gli-onderhoudsfase: P24M (GLI-COOL)',
  ])('%s', (line) => expect(stated).toContain(line));

  test('and nothing else is called stated', () => expect(new Set(stated).size).toBe(3));
});

test('the GLI is there from a moderate risk on (GLI-INS): to the plan and to who pays', () => {
  const { gli, combinatie } = vnggV1.steps.plan.outcomes;
  const vanafMatig = [{ code: 'ggr', in: ['matig', 'sterk', 'extreem'] }];
  expect([gli.when, combinatie.when]).toEqual([vanafMatig, vanafMatig]);
  const zvw = vnggV1.payers.rules.filter(({ payer }) => payer === 'zvw');
  expect(zvw.map(({ when }) => when)).toEqual([[{ step: 'gli-verwijzing', outcome: ['indicatie-ok'] }]]);
});

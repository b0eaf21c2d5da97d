import { describe, expect, test } from 'vitest';
import type { AnyChain } from '../../src/language/define.ts';

interface Row {
  readonly row: string;
  readonly steps: readonly string[];
  readonly source: string;
}

/** Every row of the region's table is in a version of a chain, and nothing else is. */
export function rowsAreCarried({ steps }: Pick<AnyChain, 'steps'>, table: readonly Row[], rows: number): void {
  const carried = table.flatMap(({ steps: ids }) => [...ids]);

  test(`the table of the region has its ${rows} rows, each once`, () => {
    expect(table).toHaveLength(rows);
    expect(new Set(table.map(({ row }) => row)).size).toBe(rows);
  });

  test('every row is carried by steps of this version, the first under its own name', () => {
    expect(carried.filter((step) => !Object.hasOwn(steps, step))).toEqual([]);
    expect(table.filter(({ row, steps: [first] }) => row !== first)).toEqual([]);
  });

  test('every step of this version carries one row: there is nothing that the region did not ask for', () => {
    expect(carried.toSorted()).toEqual(Object.keys(steps).toSorted());
  });

  test('a row names at least the documents that its steps name', () => {
    const unnamed = table.flatMap(({ row, steps: ids, source }) =>
      ids.flatMap((id) => {
        const own = steps[id]?.source;
        return own === undefined || source.includes(own) ? [] : [`${row}: ${own}`];
      }),
    );
    expect(unnamed).toEqual([]);
  });
}

/** These lengths are stated by a document, each as 'step: length (source)', and no others. */
export function onlyTheseAreStated({ steps }: Pick<AnyChain, 'steps'>, lines: readonly string[]): void {
  describe('what a document states is fixed, and everything else is a knob', () => {
    const stated = Object.entries(steps).flatMap(([id, step]) =>
      sourcedUnder(step).map(({ fixed, source }) => `${id}: ${fixed} (${source})`),
    );

    test.each(lines)('%s', (line) => expect(stated).toContain(line));

    test('and nothing else is called stated', () => expect(new Set(stated).size).toBe(lines.length));
  });
}

/** Every value with a source under this part of the chain. */
function sourcedUnder(part: unknown): { fixed: string; source: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('fixed' in part && 'source' in part) return [{ fixed: String(part.fixed), source: String(part.source) }];
  return Object.values(part).flatMap(sourcedUnder);
}

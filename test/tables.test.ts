import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentDefinition, definitions } from '../src/chains/definitions.ts';
import { stageOutcomes } from '../src/engine/facts.ts';
import { commonEndings, commonEvents, PREGNANCY_ENDED } from '../src/language/define.ts';
import { type Regional, regionalTables, takenIn } from './journeys/regional-tables.ts';

/** How many outcomes the region's tables name, row by row; each is somewhere in its chain. */
const OUTCOMES: Readonly<Record<string, number>> = {
  'Tabel a.1': 46,
  'Tabel a.2': 47,
  'Tabel a.3': 45,
  'Tabel a.4': 50,
  'Tabel a.5': 51,
};

test('every chain of the region has its table, and every table its chain', () => {
  expect(regionalTables.map(({ chain }) => chain).toSorted()).toEqual(Object.keys(definitions).toSorted());
});

describe.each(regionalTables.map((table) => [table.title, table] as const))('%s', (title, table) => {
  const { chain: id, rows, journeys } = table;
  const chain = currentDefinition(id)!;
  const taken = takenIn(journeys);
  const lines = linesOf(table);

  test('names every outcome that its rows have', () => {
    const all = rows.flatMap(({ outcomes }) => Object.keys(outcomes));
    expect(all).toHaveLength(OUTCOMES[title] ?? 0);
  });

  describe.each(rows.map((row) => [row.row, row] as const))(
    'row %s',
    (_name, { row, says, steps, source, outcomes }) => {
      test('stands on the page of the chain, with its steps and its source', () => {
        const line = lines.find((each) => each.startsWith(`| \`${row}\` | ${says} |`)) ?? '';
        expect(line).toContain(`| ${steps.map((step) => `\`${step}\``).join('<br>')} |`);
        expect(line).toContain(`| ${source} |`);
      });

      test('has outcomes that are outcomes of its own steps, or answers to their offers', () => {
        const strange = Object.values(outcomes).filter((here) => {
          const [step = '', outcome = ''] = here.split('.');
          const known = { ...chain.steps[step]?.outcomes, ...stageOutcomes };
          // The region says at the performance of the plan that its monitoring runs; that is a row of its own.
          const own = steps.includes(step) || rows.some((other) => other.steps.includes(step));
          return !own || !Object.hasOwn(known, outcome);
        });
        expect(strange).toEqual([]);
      });

      test('is played: some journey takes each outcome of each of its steps, and the page names it', () => {
        const own = steps.flatMap((step) =>
          Object.keys(chain.steps[step]!.outcomes).map((outcome) => `${step}.${outcome}`),
        );
        for (const here of new Set([...Object.values(outcomes), ...own])) {
          const [step = '', outcome = ''] = here.split('.');
          const [journey] = taken.get(here) ?? [];
          expect(journey, `${here} is taken`).toBeDefined();
          const line = lines.find((each) => each.includes(`| \`${step}\` | \`${outcome}\` |`)) ?? '';
          expect(line).toMatch(/“.+”( and \d+ more)? \|$/);
        }
      });
    },
  );

  test('every ending of the chain is the ending of some journey', () => {
    const ends = new Set(journeys.flatMap(({ ending }) => ending ?? []));
    expect(Object.keys(chain.endings).filter((ending) => !ends.has(ending))).toEqual([]);
    expect([...ends].filter((ending) => !Object.hasOwn({ ...chain.endings, ...commonEndings }, ending))).toEqual([]);
  });

  test('everything that life may bring happens in some journey, and so do a pause and a withdrawal', () => {
    const steps = journeys.flatMap((journey) => journey.steps);
    const happens = new Set(steps.flatMap((step) => ('happens' in step ? step.happens : [])));
    const asked = [...Object.keys(commonEvents), ...Object.keys(chain.events ?? {})];
    expect(asked.filter((event) => !happens.has(event))).toEqual([]);
    expect(Object.hasOwn(chain.events ?? {}, PREGNANCY_ENDED)).toBe(id === 'kansrijke-start');
    expect(steps.some((step) => 'pauses' in step && step.refused === undefined)).toBe(true);
    expect(steps.some((step) => 'withdraws' in step && step.refused === undefined)).toBe(true);
  });

  test('every document that its rows, steps, terms and limits name is explained in the README of the chain', () => {
    const readme = readFileSync(join(import.meta.dirname, '../src/chains', id, 'README.md'), 'utf8');
    const named = [...rows.map(({ source }) => source), ...sourcesUnder([chain.steps, chain.limits])];
    const keys = new Set(named.flatMap((source) => source.split(/, ?/)));
    expect(keys.size).toBeGreaterThan(3);
    expect([...keys].filter((key) => !readme.includes(key))).toEqual([]);
  });

  test('every journey has a name of its own', () => {
    const names = journeys.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Every `source` under this part of a chain. */
function sourcesUnder(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'source' in part && typeof part.source === 'string' ? [part.source] : [];
  return [...own, ...Object.values(part).flatMap(sourcesUnder)];
}

/** The lines of the region's table on the generated page of its chain. */
function linesOf({ chain, title }: Regional): readonly string[] {
  const page = readFileSync(join(import.meta.dirname, '../docs/chains', `${chain}.md`), 'utf8');
  const [, section = ''] = page.split(`\n## ${title}\n`);
  return section.split('\n## ')[0]!.split('\n');
}

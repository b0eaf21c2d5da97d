import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kansrijkeStartV1 } from '../src/chains/kansrijke-start/v1/chain.ts';
import { tableA5 } from '../src/chains/kansrijke-start/v1/rows.ts';
import { kansrijkeStartJourneys } from './journeys/kansrijke-start.ts';
import { playInEngine } from './journeys/play-in-engine.ts';
import { MONDAY } from './journeys/start-case.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/chains/kansrijke-start.md'), 'utf8');
const [, section = ''] = page.split('\n## Tabel a.5\n');
const lineOf = (row: string): string => section.split('\n').find((line) => line.startsWith(`| \`${row}\` | `)) ?? '';

/** What the journeys come to, step by step: what people decided, and what a rule did. */
const taken = new Set(
  kansrijkeStartJourneys.flatMap((journey) =>
    playInEngine(journey, MONDAY).facts.flatMap((fact) =>
      fact.fact === 'decided' || fact.fact === 'ruled' ? [`${fact.step}: ${fact.outcome}`] : [],
    ),
  ),
);

describe.each(tableA5.map((row) => [row.row, row] as const))('row %s of table a.5', (_name, { says, row, steps }) => {
  test('stands on the page of the chain, with its steps and a journey for each that somebody decides', () => {
    const line = lineOf(row);
    expect(line).toContain(`| ${says} |`);
    const people = steps.filter((step) => kansrijkeStartV1.steps[step].kind !== 'rule');
    for (const step of people) expect(line).toMatch(new RegExp(`\`${step}\`: “`));
  });

  test.each(steps)('is played: in some journey %s comes to each of its outcomes', (step) => {
    const outcomes = Object.keys(kansrijkeStartV1.steps[step].outcomes);
    expect(outcomes.filter((outcome) => !taken.has(`${step}: ${outcome}`))).toEqual([]);
  });
});

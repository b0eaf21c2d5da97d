import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { valpreventieV1 } from '../src/chains/valpreventie/v1/chain.ts';
import { tableA4 } from '../src/chains/valpreventie/v1/rows.ts';
import { valpreventieJourneys } from './journeys/valpreventie.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/chains/valpreventie.md'), 'utf8');
const [, section = ''] = page.split('\n## Tabel a.4\n');
const lineOf = (row: string): string => section.split('\n').find((line) => line.startsWith(`| \`${row}\` | `)) ?? '';

/** What journeys decide, without the item of a step that stands open several times. */
const decided = new Map<string, Set<string>>();
for (const { referral, steps } of valpreventieJourneys) {
  if (referral.outcome !== undefined) note(referral.entry ?? 'valrisicotest', referral.outcome);
  for (const step of steps) {
    if ('decides' in step && step.refused === undefined) note(step.decides, step.outcome);
    if ('places' in step && step.refused === undefined) note(step.places, step.outcome);
  }
}

function note(step: string, outcome: string): void {
  const [id = step] = step.split('#');
  decided.set(id, (decided.get(id) ?? new Set()).add(outcome));
}

describe.each(tableA4.map((row) => [row.row, row] as const))('row %s of table a.4', (_name, { row, says, steps }) => {
  test('stands on the page of the chain, with its steps and a journey for each of them', () => {
    const line = lineOf(row);
    expect(line).toContain(`| ${says} |`);
    for (const step of steps) expect(line).toMatch(new RegExp(`\`${step}\`: “`));
  });

  test.each(steps)('is played: in some journey %s comes to each of its outcomes', (step) => {
    const outcomes = Object.keys(valpreventieV1.steps[step].outcomes);
    expect(outcomes.filter((outcome) => decided.get(step)?.has(outcome) !== true)).toEqual([]);
  });
});

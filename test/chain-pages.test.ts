import { describe, expect, test } from 'vitest';
import { currentDefinition } from '../src/chains/definitions.ts';
import { chainPageOf } from '../src/language/chain-page.ts';
import { problemsOf } from '../src/language/check.ts';
import { diagramOf } from '../src/language/diagram.ts';
import { praktijkkaartOf } from '../src/language/praktijkkaart.ts';
import { regionalTables } from './journeys/regional-tables.ts';

const chains = regionalTables.map((table) => {
  const chain = currentDefinition(table.chain)!;
  return [chain.label, chain, table] as const;
});

describe.each(chains)('%s', (_name, chain, { title, rows, file }) => {
  test('has no problems', () => {
    expect(problemsOf(chain)).toEqual([]);
  });

  test('has a diagram with every step and every ending, by its label', () => {
    const diagram = diagramOf(chain);
    const labels = [...Object.values(chain.steps).map(({ label }) => label), ...Object.values(chain.endings)];
    expect(labels.filter((label) => !diagram.includes(label))).toEqual([]);
    expect(diagram).not.toMatch(/undefined|\[object/);
  });

  test('has a praktijkkaart of one page: at most 950 words and 75 lines with text', () => {
    const card = praktijkkaartOf(chain, { municipality: 'Enschede' });
    expect(card.split(/\s+|<br>/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(950);
    expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(75);
    expect(card.match(/^\| .+ \| \d+\. /gm)).toHaveLength(Object.keys(chain.steps).length);
    expect(card).not.toMatch(/undefined|\[object/);
  });

  test('has a page with every step, and every row of the region’s table', () => {
    const page = chainPageOf(chain, { title, rows, file, takenIn: () => ['Een traject'] });
    for (const id of Object.keys(chain.steps)) expect(page).toContain(`\n| \`${id}\` | `);
    for (const { says } of rows) expect(page).toContain(`| ${says} |`);
    expect(page).not.toMatch(/undefined|\[object/);
  });

  test('says nothing about weight, health or the outcome of care in its neutral words', () => {
    for (const { neutral } of Object.values(chain.milestones)) {
      expect(neutral).not.toMatch(/\b(risico|laag|matig|hoog|advies|groep|gewicht|GLI|verwijzen|coördinator)\b/i);
    }
  });
});

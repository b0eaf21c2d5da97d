import { describe, expect, test } from 'vitest';
import { sociaalVerwijzenV1 } from '../src/chains/sociaal-verwijzen/v1/chain.ts';
import { tableA1 } from '../src/chains/sociaal-verwijzen/v1/rows.ts';
import { vnggV1 } from '../src/chains/vngg/v1/chain.ts';
import { tableA2 } from '../src/chains/vngg/v1/rows.ts';
import { chainPageOf } from '../src/language/chain-page.ts';
import type { RegionalRow } from '../src/language/chain-page-rows.ts';
import { problemsOf } from '../src/language/check.ts';
import type { AnyChain } from '../src/language/define.ts';
import { diagramOf } from '../src/language/diagram.ts';
import { praktijkkaartOf } from '../src/language/praktijkkaart.ts';

const chains: readonly (readonly [string, AnyChain, readonly RegionalRow[]])[] = [
  ['Sociaal Verwijzen', sociaalVerwijzenV1, tableA1],
  ['VnGG', vnggV1, tableA2],
];

describe.each(chains)('%s', (_name, chain, rows) => {
  test('has no problems', () => {
    expect(problemsOf(chain)).toEqual([]);
  });

  test('has a diagram with every step and every ending, by its label', () => {
    const diagram = diagramOf(chain);
    const labels = [...Object.values(chain.steps).map(({ label }) => label), ...Object.values(chain.endings)];
    expect(labels.filter((label) => !diagram.includes(label))).toEqual([]);
    expect(diagram).not.toMatch(/undefined|\[object/);
  });

  test('has a praktijkkaart of one page: at most 900 words and 65 lines with text', () => {
    const card = praktijkkaartOf(chain, { municipality: 'Enschede' });
    expect(card.split(/\s+|<br>/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(900);
    expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(65);
    expect(card.match(/^\| .+ \| \d+\. /gm)).toHaveLength(Object.keys(chain.steps).length);
    expect(card).not.toMatch(/undefined|\[object/);
  });

  test('has a page with every step, and every row of the region’s table', () => {
    const table = { title: 'Tabel', rows, file: 'test/journeys', playedIn: () => ['Een traject'] };
    const page = chainPageOf(chain, table);
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

import { expect, test } from 'vitest';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { chainPageOf, GENERATED } from './chain-page.ts';
import { diagramOf } from './diagram.ts';

const page = chainPageOf(valpreventieV1);

test('the page says first that it is generated, and holds the diagram as Mermaid', () => {
  expect(page.startsWith(`${GENERATED}\n`)).toBe(true);
  expect(page).toContain(`\`\`\`mermaid\n${diagramOf(valpreventieV1)}\`\`\`\n`);
});

test('every step has a row with id, label, role, term, source or aanname, and where its outcomes lead', () => {
  for (const [id, step] of Object.entries(valpreventieV1.steps)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` | `)) ?? '';
    expect(row).toContain(
      `| ${step.label} | ${step.kind} | ${valpreventieV1.roles[step.by]} | \`${step.within.knob}\` |`,
    );
    expect(row).toContain('source' in step.within ? '| ALMERE |' : '| aanname |');
    for (const [outcome, { label }] of Object.entries(step.outcomes))
      expect(row).toContain(`\`${outcome}\` ${label} → `);
  }
  expect(page).toMatch(/`hoog` Hoog risico → by hoogRoute \(live: .*; pilot: .*; niet-beschikbaar: .*ontbreekt/);
});

test('endings, milestones, reasons, entries and knobs are all there', () => {
  const { endings, milestones, reasons, entries, knobs } = valpreventieV1;
  for (const names of [endings, milestones, reasons, entries, knobs]) {
    for (const name of Object.keys(names)) expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'));
  }
  expect(page).toContain('| `wachtlijst-kern.within` | Term of Wachtlijst van de kern | `P3M` | `P1M` to `P6M` |');
});

test('a table without rows says so', () => {
  expect(chainPageOf({ ...valpreventieV1, reasons: {} })).toContain('## Reasons\n\nNone.\n');
});

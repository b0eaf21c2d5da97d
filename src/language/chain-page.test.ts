import { describe, expect, test } from 'vitest';
import { soundChain } from '../../test/language/sound-chain.ts';
import { tableA4 } from '../chains/valpreventie/v1/rows.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { chainPageOf, GENERATED } from './chain-page.ts';
import type { AnyChain } from './define.ts';
import { diagramOf } from './diagram.ts';
import { holderInWords } from './in-words.ts';
import { knobsOf } from './knobs.ts';

const chain: AnyChain = valpreventieV1;
const page = chainPageOf(chain);
const rowOf = (text: string, id: string): string =>
  text.split('\n').find((line) => line.startsWith(`| \`${id}\` | `)) ?? '';
const sectionOf = (text: string, title: string): string => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

test('the page says first that it is generated, and holds the diagram as Mermaid', () => {
  expect(page.startsWith(`${GENERATED}\n`)).toBe(true);
  expect(page).toContain(`\`\`\`mermaid\n${diagramOf(chain)}\`\`\`\n`);
});

describe('every step has a row', () => {
  test('with id, label, kind, who, and where each of its outcomes leads', () => {
    for (const [id, step] of Object.entries(chain.steps)) {
      const row = rowOf(sectionOf(page, 'Steps'), id);
      expect(row).toContain(`| ${step.label} | ${step.kind} | ${holderInWords(chain, step)} |`);
      for (const [outcome, { label }] of Object.entries(step.outcomes))
        expect(row).toContain(`\`${outcome}\` ${label}`);
    }
    expect(page).toMatch(/`hoog` Hoog risico → hoogRoute \(live: .*; pilot: .*; niet-beschikbaar: .*ontbreekt/);
  });

  test.each([
    ['valrisicotest', '| 4 weken (aanname, 1 tot 8 weken) |'],
    ['verslag-valrisicobeoordeling', '| 1 week (bron ALMERE) |'],
    [
      't0',
      'op de dag van “eerste bijeenkomst van de groep” (bron ALMERE); is die dag niet bekend, dan 4 weken (aanname',
    ],
    ['voorlichting-regulier', 'uiterlijk 2 weken voor “geplande laatste bijeenkomst” (bron ALMERE)'],
    ['voorlichting-regulier', 'vervalt bij Wachtlijst van de kern of Warme overdracht'],
    ['otago', '| bij groep: 12 weken (bron LGL-VAL); anders 12 maanden (bron LGL-VAL) |'],
    ['otago-verwijzing', 'aannemen binnen 5 werkdagen (aanname, 2 tot 10 werkdagen)'],
    ['otago-evaluatie', 'begint 2 maanden (bron INS-VAL) na Telefonisch contact en intake'],
    ['doorverwijzing', 'één keer voor elk van: doorverwijzingen'],
    ['structureel-aanbod', 'wacht op Voorlichting over beweegaanbod in de buurt'],
    ['t2-3', '| 3 maanden na T1 (bron ALMERE) |'],
    ['nabellen-tester', '(na 3 contactpogingen, op verschillende dagen en één keer schriftelijk)'],
    ['onderliggend-lijden', '(één keer per 12 maanden (Otago op verwijzing van de huisarts))'],
    ['otago-verwijzing', '(door de afzender; met reden)'],
    ['sv-koppeling', '(koppelt sociaal-verwijzen (parallel))'],
  ])('%s: %s', (id, words) => {
    expect(rowOf(sectionOf(page, 'Steps'), id)).toContain(words);
  });

  test('a rule has no term but its name and version', () => {
    expect(rowOf(chainPageOf(soundChain), 'beslis')).toContain('| rule | Ketenpad | rule `regel`, version 1 |');
  });
});

describe('what holds over all steps is there', () => {
  test('endings, milestones, reasons, entries, dates', () => {
    const { endings, milestones, reasons, entries, anchors = {} } = chain;
    for (const names of [endings, milestones, reasons, entries, anchors]) {
      for (const name of Object.keys(names)) expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'));
    }
  });

  test('every knob, with its default, its bounds and where it comes from', () => {
    const knobs = sectionOf(page, 'Knobs');
    for (const { name } of knobsOf(chain)) expect(rowOf(knobs, name)).not.toBe('');
    expect(rowOf(knobs, 'wachtlijst-kern.within')).toContain('| `P3M` (3 maanden) | `P1M` to `P6M` | aanname |');
    expect(rowOf(knobs, 'wachtlijst-kern.n')).toContain('| `8` | `8` to `12` | ALMERE, LELYSTAD |');
    expect(rowOf(knobs, 'hoogRoute')).toContain('`live`, `pilot`, `niet-beschikbaar`');
  });

  test('phases with their regiehouder, for whom it is, who pays, and groups', () => {
    expect(sectionOf(page, 'Phases')).toContain('| Hoog risico: de huisarts | Huisarts | `huisarts-beeld`, ');
    expect(sectionOf(page, 'For whom')).toContain('De inwoner is 65 jaar of ouder.');
    expect(
      sectionOf(page, 'Who pays')
        .split('\n')
        .filter((line) => line.startsWith('| `')),
    ).toHaveLength(chain.payers!.rules.length);
    expect(sectionOf(page, 'Groups')).toContain('Residents wait in `wachtlijst-kern`.');
  });

  test('events and limits, where a chain has them', () => {
    const other = chainPageOf(soundChain);
    expect(sectionOf(other, 'Events')).toContain('| `geboorte` | Geboorte | dag |');
    expect(sectionOf(other, 'Limits')).toContain(
      '| Plafond | Begin | 3 jaar en 6 maanden (bron BRON) | Evaluatie | Na |',
    );
    expect(page).not.toContain('## Limits');
  });

  test('a table without rows says so', () => {
    expect(chainPageOf({ ...chain, reasons: {} })).toContain('## Reasons\n\nNone.\n');
  });
});

describe('the table of the region', () => {
  const takenIn = (step: string, outcome: string): string[] =>
    step === 'otago' ? ['a | b', 'c', 'd'] : step === 't1' ? [] : [`een reis naar ${outcome}`];
  const table = { title: 'Tabel a.4', rows: tableA4, takenIn, file: 'test/journeys/valpreventie.ts' };
  const section = sectionOf(chainPageOf(chain, table), 'Tabel a.4');
  const outcomeLine = (row: string, says: string, step: string): string =>
    section.split('\n').find((line) => line.startsWith(`| \`${row}\` | ${says} | \`${step}\` | `)) ?? '';

  test('has every row, with what it asks, its steps, their terms, and its source', () => {
    for (const { row, says, steps, source } of tableA4) {
      const line = rowOf(section, row);
      expect(line).toContain(`| ${says} | ${steps.map((id) => `\`${id}\``).join('<br>')} |`);
      expect(line).toContain(`| ${source} |`);
    }
    expect(rowOf(section, 't2-3')).toContain('3 maanden na T1 (bron ALMERE)');
  });

  test('has every outcome as the region words it, with what it is here, where it leads, and its source', () => {
    for (const { row, outcomes } of tableA4) {
      for (const [says, here] of Object.entries(outcomes)) {
        const [step = '', outcome = ''] = here.split('.');
        expect(outcomeLine(row, says, step)).toContain(`| \`${outcome}\` | `);
      }
    }
    expect(outcomeLine('t2-6', 'duurzaam', 't2-6')).toMatch(
      /\| `duurzaam` \| .+ \| ALMERE \| “een reis naar duurzaam” \|/,
    );
  });

  test('has what the region does not ask, and says so by an empty cell', () => {
    expect(outcomeLine('mdo-nodig', '', 'mdo-nodig')).toContain('| `niet-nodig` |');
  });

  test('names the journeys that take each outcome, and says where there is none', () => {
    expect(outcomeLine('otago', 'afgerond', 'otago')).toContain('“a \\| b” and 2 more');
    expect(outcomeLine('t1', 'naar structureel-aanbod', 't1')).toContain('| none |');
  });

  test('is left out of the page of a chain that has none', () => {
    expect(page).not.toContain('Tabel');
  });
});

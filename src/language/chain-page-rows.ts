import type { AnyChain, Outcome } from './define.ts';
import { cell, nextInWords } from './in-words.ts';
import { code, tableOf } from './markdown-table.ts';
import { isHeld } from './targets.ts';
import { asDefined, termInWords } from './terms-in-words.ts';

/** One row of the region's table: what it asks, the steps that carry it, and the document that it comes from. */
export interface RegionalRow {
  readonly row: string;
  readonly says: string;
  readonly steps: readonly string[];
  /** Every outcome as the region words it, with the `step.outcome` that it is here. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly source: string;
}

/** The table of the region that a chain was made from, and the names of the journeys that take an outcome. */
export interface RegionalTable {
  readonly title: string;
  readonly rows: readonly RegionalRow[];
  readonly takenIn: (step: string, outcome: string) => readonly string[];
  /** Where those journeys stand. */
  readonly file: string;
}

/** Every row with its steps and their terms, and its source; and below it every outcome. */
export function regionalTable(chain: AnyChain, table: RegionalTable): string {
  const rows = table.rows.map(({ row, says, steps, source }) => [
    code(row),
    cell(says),
    steps.map(code).join('<br>'),
    steps.map((id) => termOf(chain, id)).join('<br>'),
    cell(source),
  ]);
  const outcomes = table.rows.flatMap((row) => outcomesOf(chain, table, row));
  return [
    'Every row of the region’s table, and the steps that carry it.',
    tableOf(['Row', 'What it asks', 'Steps', 'Terms', 'Source'], rows),
    `Every outcome of those rows as the region words it, the step and the outcome that it is here, and a journey in \`${table.file}\` that takes it. Where the region says nothing, the outcome was added here.`,
    tableOf(['Row', 'In the region’s table', 'Step', 'Outcome', 'Leads to', 'Source', 'Journey'], outcomes),
  ].join('\n\n');
}

function termOf(chain: AnyChain, id: string): string {
  const step = chain.steps[id];
  return step !== undefined && isHeld(step) ? cell(termInWords(chain, id, step.within, asDefined)) : '';
}

/** First what the region asks, in its order; then what was added. */
function outcomesOf(chain: AnyChain, table: RegionalTable, row: RegionalRow): string[][] {
  const asked = Object.entries(row.outcomes).map(([says, here]) => [says, here] as const);
  const added = row.steps.flatMap((step) =>
    Object.keys(chain.steps[step]?.outcomes ?? {})
      .map((outcome) => `${step}.${outcome}`)
      .filter((here) => !Object.values(row.outcomes).includes(here))
      .map((here) => ['', here] as const),
  );
  return [...asked, ...added].map(([says, here]) => {
    const [step = '', outcome = ''] = here.split('.');
    return [
      code(row.row),
      cell(says),
      code(step),
      code(outcome),
      cell(leadsTo(chain, chain.steps[step]?.outcomes[outcome])),
      cell(chain.steps[step]?.source ?? row.source),
      journeyOf(table.takenIn(step, outcome)),
    ];
  });
}

/** What is answered to an offer leads back to who offered it. */
function leadsTo(chain: AnyChain, outcome: Outcome | undefined): string {
  return outcome === undefined ? 'terug naar wie het aanbood' : nextInWords(chain, outcome.to);
}

function journeyOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'none';
  return `“${cell(first)}”${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

import type { AnyChain } from './define.ts';
import { cell } from './in-words.ts';
import { code, tableOf } from './markdown-table.ts';
import { isHeld } from './targets.ts';
import { asDefined, termInWords } from './terms-in-words.ts';

/** One row of the region's table: what it asks, the steps that carry it, and the document that it comes from. */
export interface RegionalRow {
  readonly row: string;
  readonly says: string;
  readonly steps: readonly string[];
  readonly source: string;
}

/** The table of the region that a chain was made from, and the names of the journeys that play a step. */
export interface RegionalTable {
  readonly title: string;
  readonly rows: readonly RegionalRow[];
  readonly playedIn: (step: string) => readonly string[];
  /** Where those journeys stand. */
  readonly file: string;
}

const NAMED = 2;

/** Every row with its steps and their terms, its source, and the journeys that decide on those steps. */
export function regionalTable(chain: AnyChain, { rows, playedIn, file }: RegionalTable): string {
  const made = rows.map(({ row, says, steps, source }) => [
    code(row),
    cell(says),
    steps.map(code).join('<br>'),
    steps.map((id) => termOf(chain, id)).join('<br>'),
    cell(source),
    steps.map((id) => journeysOf(id, playedIn(id))).join('<br>'),
  ]);
  const heading = `Every row of the region’s table, the steps that carry it, and the journeys in \`${file}\` that play them.`;
  return `${heading}\n\n${tableOf(['Row', 'What it asks', 'Steps', 'Terms', 'Source', 'Journeys'], made)}`;
}

function termOf(chain: AnyChain, id: string): string {
  const step = chain.steps[id];
  return step !== undefined && isHeld(step) ? cell(termInWords(chain, id, step.within, asDefined)) : '';
}

function journeysOf(step: string, names: readonly string[]): string {
  if (names.length === 0) return `${code(step)}: none`;
  const named = names.slice(0, NAMED).map((name) => `“${cell(name)}”`);
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${code(step)}: ${named.join(', ')}${more}`;
}

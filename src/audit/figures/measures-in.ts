import type { Cells } from './cells.ts';

/** The different names that stand at one place of the measures with this prefix: of `step.intake.due` place 1 is `intake`. */
export function namesAt(cells: Cells, chain: string, prefix: string, place: number): readonly string[] {
  const found = cells.measures(chain, prefix).flatMap((measure) => measure.split('.')[place] ?? []);
  return [...new Set(found)].sort();
}

import type { Lasting } from '../emission.ts';
import type { LengthTable } from '../figures/cells.ts';

type Row = { told: number; otherwise: number; running: number };
type Table = Map<number, Row>;
/** By measure, clock and chain, per municipality and month, or moment. */
type Tables = Map<string, Map<string, Map<string, Map<string, Table>>>>;

/** How long things lasted, per measure and clock, as fine as any node asks for; grows with every case. */
export class Lengths {
  readonly #tables: Tables = new Map();

  add(cell: string, chain: string, { measure, clock, days, how }: Lasting): void {
    const table = within(within(within(within(this.#tables, measure), clock), chain), cell);
    let row = table.get(days);
    if (row === undefined) table.set(days, (row = { told: 0, otherwise: 0, running: 0 }));
    row[how] += 1;
  }

  /** Of these cells together. */
  of(cells: readonly string[], chain: string, measure: string, clock: string): LengthTable {
    const ofCells = this.#tables.get(measure)?.get(clock)?.get(chain);
    const sum: Table = new Map();
    for (const cell of ofCells === undefined ? [] : cells) addTo(sum, ofCells?.get(cell));
    return sum;
  }
}

function addTo(sum: Table, table: Table | undefined): void {
  for (const [days, { told, otherwise, running }] of table ?? []) {
    const row = sum.get(days) ?? { told: 0, otherwise: 0, running: 0 };
    sum.set(days, { told: row.told + told, otherwise: row.otherwise + otherwise, running: row.running + running });
  }
}

function within<Key, Inner>(outer: Map<string, Map<Key, Inner>>, key: string): Map<Key, Inner> {
  let inner = outer.get(key);
  if (inner === undefined) outer.set(key, (inner = new Map()));
  return inner;
}

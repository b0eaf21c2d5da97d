import type { Lasting } from '../emission.ts';
import type { LengthTable } from '../figures/cells.ts';

type Row = { told: number; otherwise: number; running: number };
type Table = Map<number, Row>;
/** By measure, clock and chain, per node. */
type Tables = Map<string, Map<string, Map<string, Map<string, Table>>>>;

/** How long things lasted, per node, measure and clock; grows with every case. */
export class Lengths {
  readonly #tables: Tables = new Map();

  add(nodes: readonly string[], chain: string, { measure, clock, days, how }: Lasting): void {
    const ofNodes = within(within(within(this.#tables, measure), clock), chain);
    for (const node of nodes) {
      const table = within(ofNodes, node);
      let row = table.get(days);
      if (row === undefined) table.set(days, (row = { told: 0, otherwise: 0, running: 0 }));
      row[how] += 1;
    }
  }

  of(node: string, chain: string, measure: string, clock: string): LengthTable {
    return this.#tables.get(measure)?.get(clock)?.get(chain)?.get(node) ?? NONE;
  }
}

const NONE: LengthTable = new Map();

function within<Key, Inner>(outer: Map<string, Map<Key, Inner>>, key: string): Map<Key, Inner> {
  let inner = outer.get(key);
  if (inner === undefined) outer.set(key, (inner = new Map()));
  return inner;
}

export interface Row {
  /** Known to be the sum of these classes. */
  readonly plus: readonly number[];
  /** Minus these: two ways to add up the same. */
  readonly minus: readonly number[];
  /** The node that tells it; null for a row that follows from the grid. */
  readonly node: number | null;
}

/** A number that is not known: with the known nodes that it is a part of, and a row of the grid in which it stands. */
interface Cell {
  readonly label: string;
  readonly weight: number;
  readonly nodes: readonly number[];
  readonly link: Link;
}

/** The sum of what stands on the one side is the sum of what stands on the other. */
export type Link = { readonly name: string; readonly side: 'plus' | 'minus' } | null;

/** Classes by what tells of them. */
export class Classes {
  readonly weights: number[] = [];
  readonly cells: number[] = [];
  /** The first cell of each. */
  readonly labels: string[] = [];
  readonly rows = new Map<string, { plus: number[]; minus: number[]; node: number | null }>();
  readonly #bySignature = new Map<string, number>();

  /** The class of a cell about which these nodes tell, and which is on one side of a link. */
  put({ label, weight, nodes, link }: Cell): number {
    const signature = `${link?.side ?? ''}${nodes.join()}|${link?.name ?? ''}`;
    let found = this.#bySignature.get(signature);
    if (found === undefined) {
      found = this.weights.length;
      this.#bySignature.set(signature, found);
      this.weights.push(0);
      this.cells.push(0);
      this.labels.push(label);
      for (const node of nodes) this.#row(`${node}`, node).plus.push(found);
      if (link !== null) this.#row(link.name, null)[link.side].push(found);
    }
    this.weights[found] = (this.weights[found] ?? 0) + weight;
    this.cells[found] = (this.cells[found] ?? 0) + 1;
    return found;
  }

  #row(key: string, node: number | null): { plus: number[]; minus: number[]; node: number | null } {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = { plus: [], minus: [], node }));
    return row;
  }
}

export interface Row {
  /** Known to be the sum of these classes. */
  readonly plus: readonly number[];
  /** Minus these: two ways to add up the same. */
  readonly minus: readonly number[];
  /** The nodes that tell it; none for what follows from the grid. */
  readonly nodes: readonly number[];
}

/** A number that is not known: with the known nodes that it is a part of, and a row of the grid in which it stands. */
interface Cell {
  readonly label: string;
  readonly weight: number;
  readonly nodes: readonly number[];
  readonly link: Link;
}

/** The sum of what stands on the one side is the sum of what stands on the other. */
export type Link = { readonly name: string; readonly side: 'plus' | 'minus'; readonly nodes: readonly number[] } | null;

/** Classes by what tells of them. */
export class Classes {
  readonly weights: number[] = [];
  readonly cells: number[] = [];
  /** The first cell of each. */
  readonly labels: string[] = [];
  readonly rows = new Map<string, { plus: number[]; minus: number[]; nodes: readonly number[] }>();
  readonly #bySignature = new Map<string, number>();
  readonly #tellersOf: (node: number) => readonly number[];

  /** A known node tells of what is in none of the known nodes below it: together they do. */
  constructor(tellersOf: (node: number) => readonly number[]) {
    this.#tellersOf = tellersOf;
  }

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
      for (const node of nodes) this.#row(`${node}`, () => this.#tellersOf(node)).plus.push(found);
      if (link !== null) this.#row(link.name, () => link.nodes)[link.side].push(found);
    }
    this.weights[found] = (this.weights[found] ?? 0) + weight;
    this.cells[found] = (this.cells[found] ?? 0) + 1;
    return found;
  }

  #row(key: string, nodes: () => readonly number[]): { plus: number[]; minus: number[]; nodes: readonly number[] } {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = { plus: [], minus: [], nodes: nodes() }));
    return row;
  }
}

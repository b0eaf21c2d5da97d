/** The figures of a picture as a table, in Dutch; every row has a cell for each head. */
export interface PictureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture and what says the same without it. */
export interface Picture {
  /** A whole SVG document that needs nothing from outside. */
  readonly svg: string;
  readonly title: string;
  /** Whole Dutch sentences with the numbers, for who does not see the picture. */
  readonly description: string;
  readonly table: PictureTable;
}

/** Where the figures come from; said in the description of every picture. */
export interface Source {
  /** A municipality, or the region. */
  readonly place: string;
  /** ISO 8601, the moment up to which the figures know the cases. */
  readonly asOf: string;
  readonly release: string;
}

/** How many people live in a place, by whom that was counted, and on which day (`YYYY-MM-DD`). */
export interface Population {
  readonly inhabitants: number;
  /** Of these 65 and older; null: nobody said. */
  readonly over65: number | null;
  readonly source: string;
  readonly date: string;
}

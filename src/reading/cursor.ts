import { z } from 'zod';

/** Where a page ended: the list it belongs to and the keys of its last row. Opaque to callers. */
function cursorOf(list: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');
}

/** @returns the keys after which to go on; undefined when this is no cursor of this list. */
export function keysOfCursor(list: string, cursor: string): readonly (string | number)[] | undefined {
  try {
    const parsed = z
      .tuple([z.literal(list)], z.union([z.string(), z.number()]))
      .safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? parsed.data.slice(1) : undefined;
  } catch {
    return undefined;
  }
}

/** A list as its filters narrow it: a cursor of other filters is one of another list. */
export function narrowed(list: string, filters: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return [list, ...set.map(([name, value]) => `${name}=${value}`).toSorted()].join('&');
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Cuts one row more than asked for into a page and the cursor of the next. */
export function pageOf<Row, Item>(
  list: string,
  rows: readonly Row[],
  limit: number,
  keys: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > limit && last !== undefined ? cursorOf(list, keys(last)) : null,
  };
}

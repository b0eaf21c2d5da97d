import type { Database } from '../../src/platform/db/database.ts';

/** The same database, which also says when a statement of this name is asked for. */
export function watched(db: Database, name: string): { readonly db: Database; readonly asked: Promise<string> } {
  let ask = (_name: string): void => {};
  const asked = new Promise<string>((resolve) => (ask = resolve));
  return {
    asked,
    db: {
      ...db,
      query: (statement, values) => {
        if (statement.name === name) ask(name);
        return db.query(statement, values);
      },
    },
  };
}

import type { KeyRing } from '../platform/crypto/keyring.ts';
import { rewrapPersonKey } from '../platform/crypto/person-key.ts';
import { SealError } from '../platform/crypto/seal.ts';
import type { Database, Statement } from '../platform/db/database.ts';

/** A sealed value begins with its version, the length of the key's id, and that id. */
const KEY_ID = 'substring(wrapped_key from 3 for get_byte(wrapped_key, 1))';
const NEXT: Statement = {
  name: 'persons_under_other_keys',
  text: `select id, wrapped_key from residents
         where wrapped_key is not null and id > $1 and ${KEY_ID} <> $2 order by id limit $3`,
};
/** Only what is still as it was read: meanwhile a person may have been erased, or another rotation may be at work. */
const REPLACE: Statement = {
  name: 'replace_wrapped_keys',
  text: `update residents r set wrapped_key = n.after
         from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as n(id, before, after)
         where r.id = n.id and r.wrapped_key = n.before`,
};
const UNDER: Statement = {
  name: 'persons_per_key',
  text: `select encode(${KEY_ID}, 'escape') as key, count(*)::int as persons from residents
         where wrapped_key is not null group by 1 order by 1`,
};
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface Rotation {
  readonly current: string;
  /** Wrapped anew by this run. */
  readonly rewrapped: number;
  /** Wrapped under a key that is not in the ring: nobody can open these. */
  readonly unreadable: number;
  /** How many persons' keys are wrapped under each key now. */
  readonly persons: Readonly<Record<string, number>>;
  /** Keys of the ring that wrap nothing any more. */
  readonly unused: readonly string[];
  readonly ok: boolean;
}

/**
 * Wraps every person's key under the current identity key, batch by batch. What was done stays done: whoever dies begins
 * again and goes on with the rest. Readers see a key under the old or the new one, and both open.
 */
export async function rotateIdentityKeys(
  db: Database,
  ring: KeyRing,
  progress: (rewrapped: number) => void = () => {},
  batch = 200,
): Promise<Rotation> {
  const { current, ids } = ring.identity;
  let [rewrapped, unreadable, after] = [0, 0, NOBODY];
  for (;;) {
    const rows = await db.query<{ id: string; wrapped_key: Buffer }>(NEXT, [after, Buffer.from(current.id), batch]);
    const last = rows.at(-1);
    if (last === undefined) break;
    const anew = rows.flatMap(({ id, wrapped_key: before }) => {
      const wrapped = wrappedAnew(ring, id, before);
      return wrapped === null ? [] : [{ id, before, wrapped }];
    });
    await db.query(REPLACE, [
      anew.map(({ id }) => id),
      anew.map(({ before }) => before),
      anew.map(({ wrapped }) => wrapped),
    ]);
    rewrapped += anew.length;
    unreadable += rows.length - anew.length;
    after = last.id;
    progress(rewrapped);
  }
  const found = await db.query<{ key: string; persons: number }>(UNDER);
  const persons = Object.fromEntries(found.map(({ key, persons: count }) => [key, count]));
  const unused = ids.filter((id) => id !== current.id && persons[id] === undefined);
  return {
    current: current.id,
    rewrapped,
    unreadable,
    persons,
    unused,
    ok: found.every(({ key }) => key === current.id),
  };
}

function wrappedAnew(ring: KeyRing, id: string, wrapped: Buffer): Buffer | null {
  try {
    return rewrapPersonKey(ring, id, wrapped);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

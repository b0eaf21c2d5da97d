import type { Querying, Statement } from '../../platform/db/database.ts';
import { type NamedKey } from '../../platform/crypto/keyring.ts';
import { newPersonKey, unwrapPersonKey } from '../../platform/crypto/person-key.ts';
import { seal } from '../../platform/crypto/seal.ts';
import type { CaseContext } from '../context.ts';
import { keysOf, type ResidentKey } from './hashes.ts';
import type { Identity } from './identity.ts';

const LOCK: Statement = { name: 'lock_resident', text: 'select pg_advisory_xact_lock($1)' };
const MATCH: Statement = {
  name: 'match_resident',
  text: `select h.resident, h.kind, r.circle,
           exists (select 1 from resident_hashes b where b.resident = h.resident and b.kind = 'bsn') as has_bsn
         from resident_hashes h join residents r on r.id = h.resident
         join unnest($1::text[], $2::bytea[]) as k(kind, hash) on k.kind = h.kind and k.hash = h.hash
         where r.circle is not distinct from $3 or r.circle like $4
         order by h.resident`,
};
const LOCK_KNOWN: Statement = {
  name: 'lock_known_resident',
  text: 'select wrapped_key from residents where id = $1 for no key update',
};
const ADD: Statement = {
  name: 'add_resident',
  text: 'insert into residents (id, wrapped_key, identity, circle) values ($1, $2, $3, $4)',
};
const ADD_HASHES: Statement = {
  name: 'add_resident_hashes',
  text: `insert into resident_hashes (resident, kind, hash)
         select $1, k.kind, k.hash from unnest($2::text[], $3::bytea[]) as k(kind, hash) on conflict do nothing`,
};

interface Match {
  readonly resident: string;
  readonly kind: string;
  readonly has_bsn: boolean;
  readonly circle: string | null;
}

/**
 * Where a person is known. In a chain whose existence is confidential every practice has a dossier of its own: what one
 * of them wrote or changed about the person must not show that there is another.
 */
export interface Circle {
  readonly chain: string;
  readonly practice: string;
}

export interface Found {
  readonly id: string;
  readonly key: NamedKey;
  /** The same person in the dossiers of other practices, for this chain. */
  readonly elsewhere: readonly string[];
}

/**
 * Finds this person, or adds them, under locks on every key by which they can be found: of two at the same time one
 * waits. Call within a transaction.
 */
export async function findOrAddResident(
  context: Pick<CaseContext, 'ring'>,
  tx: Querying,
  identity: Identity,
  newId: string,
  within: Circle | null,
): Promise<Found> {
  const keys = keysOf(context.ring, identity);
  // Sorted, so that two referrals of one person never wait for each other.
  const locks = keys.map(({ hash }) => hash.readBigInt64BE(0)).toSorted((a, b) => (a < b ? -1 : 1));
  for (const lock of locks) await tx.query(LOCK, [lock.toString()]);
  const columns = [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)];
  const own = within === null ? null : `${within.chain}/${within.practice}`;
  // Nothing is like '' but '' itself, which no circle is called.
  const others = within === null ? '' : `${within.chain}/%`;
  const matches = await tx.query<Match & Record<string, unknown>>(MATCH, [...columns, own, others]);
  const known = matching(keys, matches).find(({ circle }) => circle === own);
  const elsewhere = matching(keys, matches).flatMap(({ circle, resident }) => (circle === own ? [] : [resident]));
  // Two referrals can name this person by different keys, and so hold different locks. Who was erased since is not known.
  const [held] =
    known === undefined ? [] : await tx.query<{ wrapped_key: Buffer | null }>(LOCK_KNOWN, [known.resident]);
  if (known !== undefined && held !== undefined && held.wrapped_key !== null) {
    await tx.query(ADD_HASHES, [known.resident, ...columns]);
    return { id: known.resident, key: unwrapPersonKey(context.ring, known.resident, held.wrapped_key), elsewhere };
  }
  const { key, wrapped } = newPersonKey(context.ring, newId);
  await tx.query(ADD, [newId, wrapped, seal(Buffer.from(JSON.stringify(identity)), key, 'identity'), own]);
  await tx.query(ADD_HASHES, [newId, ...columns]);
  return { id: newId, key, elsewhere };
}

/** The BSN decides; without it name, birth date and address or phone do; two different BSNs never match. */
function matching(keys: readonly ResidentKey[], matches: readonly Match[]): readonly Match[] {
  const hasBsn = keys.some(({ kind }) => kind === 'bsn');
  const byBsn = matches.filter(({ kind }) => kind === 'bsn');
  return [...byBsn, ...matches.filter((match) => match.kind !== 'bsn' && !(hasBsn && match.has_bsn))];
}

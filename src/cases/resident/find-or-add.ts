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
  text: `select h.resident, h.kind, r.wrapped_key,
           exists (select 1 from resident_hashes b where b.resident = h.resident and b.kind = 'bsn') as has_bsn
         from resident_hashes h join residents r on r.id = h.resident
         join unnest($1::text[], $2::bytea[]) as k(kind, hash) on k.kind = h.kind and k.hash = h.hash
         order by h.resident`,
};
const LOCK_KNOWN: Statement = {
  name: 'lock_known_resident',
  text: 'select wrapped_key from residents where id = $1 for no key update',
};
const ADD: Statement = {
  name: 'add_resident',
  text: 'insert into residents (id, wrapped_key, identity) values ($1, $2, $3)',
};
const ADD_HASHES: Statement = {
  name: 'add_resident_hashes',
  text: `insert into resident_hashes (resident, kind, hash)
         select $1, k.kind, k.hash from unnest($2::text[], $3::bytea[]) as k(kind, hash) on conflict do nothing`,
};

interface Match {
  readonly resident: string;
  readonly kind: string;
  readonly wrapped_key: Buffer | null;
  readonly has_bsn: boolean;
}

/**
 * Finds this person, or adds them, under locks on every key by which they can be found: of two at the same time one
 * waits. Call within a transaction. @returns the resident's id and data key.
 */
export async function findOrAddResident(
  context: Pick<CaseContext, 'ring'>,
  tx: Querying,
  identity: Identity,
  newId: string,
): Promise<{ readonly id: string; readonly key: NamedKey }> {
  const keys = keysOf(context.ring, identity);
  // Sorted, so that two referrals of one person never wait for each other.
  const locks = keys.map(({ hash }) => hash.readBigInt64BE(0)).toSorted((a, b) => (a < b ? -1 : 1));
  for (const lock of locks) await tx.query(LOCK, [lock.toString()]);
  const columns = [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)];
  const known = chooseMatch(keys, await tx.query<Match & Record<string, unknown>>(MATCH, columns));
  if (known !== undefined && known.wrapped_key !== null) {
    // Two referrals can name this person by different keys, and so hold different locks.
    await tx.query(LOCK_KNOWN, [known.resident]);
    await tx.query(ADD_HASHES, [known.resident, ...columns]);
    return { id: known.resident, key: unwrapPersonKey(context.ring, known.resident, known.wrapped_key) };
  }
  const { key, wrapped } = newPersonKey(context.ring, newId);
  await tx.query(ADD, [newId, wrapped, seal(Buffer.from(JSON.stringify(identity)), key, 'identity')]);
  await tx.query(ADD_HASHES, [newId, ...columns]);
  return { id: newId, key };
}

/** The BSN decides; without it name, birth date and address or phone do; two different BSNs never match. */
function chooseMatch(keys: readonly ResidentKey[], matches: readonly Match[]): Match | undefined {
  const byBsn = matches.find(({ kind }) => kind === 'bsn');
  if (byBsn !== undefined) return byBsn;
  const hasBsn = keys.some(({ kind }) => kind === 'bsn');
  return matches.find((match) => !(hasBsn && match.has_bsn));
}

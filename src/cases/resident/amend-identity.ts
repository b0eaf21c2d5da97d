import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';
import { canonicalJson } from '../../platform/crypto/canonical-json.ts';
import { seal } from '../../platform/crypto/seal.ts';
import type { Statement } from '../../platform/db/database.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { isPossibleBirthDate } from '../referral-request.ts';
import { keysOf, type ResidentKey } from './hashes.ts';
import { type Identity, identitySchema } from './identity.ts';

const { name, birthDate, sex, bsn, postalCode, houseNumber, phone, email, contacts } = identitySchema.shape;

/** What may change of who a person is. null takes away what is known. */
export const amendmentSchema = z.strictObject({
  name: name.optional(),
  birthDate: birthDate.optional(),
  sex,
  bsn,
  postalCode: postalCode.nullable(),
  houseNumber: houseNumber.nullable(),
  phone: phone.nullable(),
  email: email.nullable(),
  contacts,
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** By these a person is told apart from others: a mistake here makes one person into another. */
const WHO = ['birthDate', 'bsn'] as const;

const SAME_KEYS: Statement = {
  name: 'others_with_these_keys',
  text: `select k.kind, exists (select 1 from resident_hashes b where b.resident = o.id and b.kind = 'bsn') as has_bsn
         from unnest($2::text[], $3::bytea[]) as k(kind, hash)
         join resident_hashes h on h.kind = k.kind and h.hash = k.hash and h.resident <> $1
         join residents o on o.id = h.resident join residents r on r.id = $1
         where o.wrapped_key is not null and o.circle is not distinct from r.circle`,
};
const ANNOUNCE: Statement = {
  name: 'announce_hashes',
  text: `insert into coming_hashes (identity, kind, hash, resident)
         select $1, k.kind, k.hash, $2 from unnest($3::text[], $4::bytea[]) as k(kind, hash)`,
};

export interface Amended {
  /** Which fields really differ. */
  readonly fields: readonly string[];
  /** As it was and is from now on (YYYY-MM-DD); for the case only what follows from it. */
  readonly born: { readonly was: string; readonly is: string };
  /** The whole identity, sealed with the person's key in the context 'identity'. */
  readonly sealedIdentity: Buffer;
  readonly newHashes: readonly ResidentKey[];
}

/** The sealed identity as it stands, with the key that opens it. */
export interface Standing {
  readonly resident: string;
  readonly identity: Buffer;
  readonly key: NamedKey;
}

/**
 * Checks and seals a change of who a person is. `mayTell`: the caller has the regie and may have the BSN.
 * @throws CaseError `forbidden` for what only they may change, `invalid-input` when nothing changes or when the person
 * would become somebody who is known already: two persons never become one.
 */
export async function amendIdentity(
  context: Pick<CaseContext, 'db' | 'ring' | 'clock'>,
  standing: Standing,
  changes: Amendment,
  mayTell: boolean,
): Promise<Amended> {
  const known = identitySchema.parse(JSON.parse(openForPerson(standing.identity, standing.key, 'identity').toString()));
  const next = identitySchema.parse(merged(known, changes));
  const fields = Object.keys(changes).filter((field) => differs(field, known, next));
  const wrong = WHO.filter((field) => fields.includes(field));
  if (wrong.length > 0 && !mayTell) {
    throw new CaseError(
      'forbidden',
      'Geboortedatum en BSN wijzigt alleen wie de regie heeft en het BSN mag gebruiken.',
      {
        errors: wrong.map((field) => ({ pointer: `/${field}`, detail: 'Dit mag u niet wijzigen.' })),
      },
    );
  }
  if (!isPossibleBirthDate(next.birthDate, localDateOf(context.clock.now()))) {
    throw new CaseError('invalid-input', 'Deze geboortedatum kan niet.', {
      errors: [{ pointer: '/birthDate', detail: 'Controleer het jaar.' }],
    });
  }
  if (fields.length === 0) {
    const same = Object.keys(changes).map((field) => ({ pointer: `/${field}`, detail: 'Dit staat er al.' }));
    const errors = same.length === 0 ? [{ pointer: '', detail: 'Noem ten minste één gegeven.' }] : same;
    throw new CaseError('invalid-input', 'Zo verandert er niets.', { errors });
  }
  const newHashes = keysOf(context.ring, next);
  await refuseSomeoneElse(context, standing.resident, newHashes);
  const sealedIdentity = seal(Buffer.from(JSON.stringify(next)), standing.key, 'identity');
  const born = { was: known.birthDate, is: next.birthDate };
  return { fields, born, sealedIdentity, newHashes };
}

/** Keeps the new keys ready: they take effect when this very identity does, and not at all when the case refuses. */
export async function announceHashes(
  { db }: Pick<CaseContext, 'db'>,
  resident: string,
  { sealedIdentity, newHashes }: Amended,
): Promise<void> {
  const digest = createHash('sha256').update(sealedIdentity).digest();
  await db.query(ANNOUNCE, [digest, resident, newHashes.map(({ kind }) => kind), newHashes.map(({ hash }) => hash)]);
}

function merged(known: Identity, changes: Amendment): Record<string, unknown> {
  const kept = Object.entries({ ...known, ...changes }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept);
}

function differs(field: string, before: Identity, after: Identity): boolean {
  const [was, is] = [before, after].map((identity) => Reflect.get(identity, field) as unknown);
  return canonicalJson(was ?? null) !== canonicalJson(is ?? null);
}

/** @throws CaseError `invalid-input`. Two different BSNs never match, whatever else is the same. */
async function refuseSomeoneElse(
  { db }: Pick<CaseContext, 'db'>,
  resident: string,
  keys: readonly ResidentKey[],
): Promise<void> {
  const columns = [keys.map(({ kind }) => kind), keys.map(({ hash }) => hash)];
  const found = await db.query<{ kind: ResidentKey['kind']; has_bsn: boolean }>(SAME_KEYS, [resident, ...columns]);
  const hasBsn = keys.some(({ kind }) => kind === 'bsn');
  const same = found.find(({ kind, has_bsn: other }) => kind === 'bsn' || !(hasBsn && other));
  if (same === undefined) return;
  const pointer = { bsn: '/bsn', address: '/postalCode', phone: '/phone' }[same.kind];
  throw new CaseError('invalid-input', 'Deze gegevens horen bij een andere inwoner.', {
    errors: [{ pointer, detail: 'Controleer of u de juiste inwoner voor u hebt.' }],
  });
}

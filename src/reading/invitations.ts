import type { Querying, Statement } from '../platform/db/database.ts';

interface InvitationGiven {
  readonly id: string;
  readonly codeHash: Buffer;
  readonly chain: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly organisation: string;
  readonly role: string;
  /** RFC 3339. */
  readonly givenAt: string;
  readonly validUntil: string;
  readonly request: Buffer | null;
  readonly digest: Buffer;
}

interface GivenRow {
  readonly id: string;
  readonly valid_until: number;
  readonly digest: Buffer;
}

/** Who handed a code out, and in which role. */
export interface InviterRow {
  readonly organisation: string;
  readonly role: string;
}

export interface GivenCount {
  readonly chain: string;
  readonly municipality: string;
  readonly given: number;
  /** Of the oldest whose time is over, in whole tens: how many, and how many of these were used. */
  readonly closed: number;
  readonly used: number;
}

const ADD: Statement = {
  name: 'add_invitation',
  text: `insert into invitations (id, code_hash, chain, municipality, kern, organisation, role, given_at, valid_until, request, digest)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (request) do nothing returning id, valid_until, digest`,
};
const GIVEN: Statement = {
  name: 'given_invitation',
  text: 'select id, valid_until, digest from invitations where request = $1',
};
const INVITER: Statement = {
  name: 'inviter',
  text: `select organisation, role from invitations
         where code_hash = $1 and chain = $2 and municipality = $3 and not used and valid_until >= $4`,
};
const USE: Statement = {
  name: 'use_invitation',
  text: 'update invitations set used = true where code_hash = $1 and not used returning 1 as done',
};
const COUNTS: Statement = {
  name: 'invitation_counts',
  text: `select chain, municipality, count(*)::int as given,
           (count(*) filter (where over and nth <= tens))::int as closed,
           (count(*) filter (where over and nth <= tens and used))::int as used
         from (select *, row_number() over (partition by chain, municipality, over order by given_at, id) as nth,
                 10 * (count(*) over (partition by chain, municipality, over) / 10) as tens
               from (select id, chain, municipality, given_at, used, valid_until < $2 as over
                     from invitations where organisation = $1) mine) numbered
         group by chain, municipality order by chain, municipality`,
};

/** @returns undefined when the same request gave one before. */
export async function addInvitation(db: Querying, given: InvitationGiven): Promise<GivenRow | undefined> {
  const { id, codeHash, chain, municipality, kern, organisation, role, givenAt, validUntil, request, digest } = given;
  const values = [id, codeHash, chain, municipality, kern, organisation, role, givenAt, validUntil, request, digest];
  const [row] = await db.query<GivenRow & Record<string, unknown>>(ADD, values);
  return row;
}

export async function findGiven(db: Querying, request: Buffer): Promise<GivenRow | undefined> {
  const [row] = await db.query<GivenRow & Record<string, unknown>>(GIVEN, [request]);
  return row;
}

/** Who handed out this code for a chain in a municipality; undefined when it is none, was used, or is too old. */
export async function findInviter(
  db: Querying,
  codeHash: Buffer,
  { chain, municipality }: { readonly chain: string; readonly municipality: string },
  now: string,
): Promise<InviterRow | undefined> {
  const [row] = await db.query<InviterRow & Record<string, unknown>>(INVITER, [codeHash, chain, municipality, now]);
  return row;
}

/** Uses a code up. @returns whether it was still there; of two at once one waits, and hears no. */
export async function useInvitation(tx: Querying, codeHash: Buffer): Promise<boolean> {
  return (await tx.query(USE, [codeHash])).length > 0;
}

/** What an organisation gave, per chain and municipality. `now`: RFC 3339. */
export function countInvitations(db: Querying, organisation: string, now: string): Promise<readonly GivenCount[]> {
  return db.query<GivenCount & Record<string, unknown>>(COUNTS, [organisation, now]);
}

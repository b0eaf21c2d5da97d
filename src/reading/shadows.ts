import type { Querying, Statement } from '../platform/db/database.ts';

/** A live case of the same person in the same chain, referred by another practice. */
export interface Shadow {
  readonly case: string;
  readonly chain: string;
  readonly status: string;
  /** The role that referred; null while the case has only just begun. */
  readonly role: string | null;
}

const SHADOWS: Statement = {
  name: 'shadows_of_case',
  text: `select s.id as case, s.chain, case s.status when 'starting' then 'open' else s.status end as status,
           s.state->'referrer'->>'role' as role, s.shadow_of = $1 as later
         from cases s
         where s.status <> 'ended' and (s.shadow_of = $1 or s.id = (select shadow_of from cases where id = $1))
         order by s.started_at nulls last, s.id`,
};

/**
 * What only who has the regie of the first case may learn (`shadows`: other practices referred this person too), and
 * what nobody may learn from the later ones (`first`).
 */
export async function readShadows(
  db: Querying,
  caseId: string,
): Promise<{ readonly shadows: readonly Shadow[]; readonly first: Shadow | null }> {
  const rows = await db.query<Shadow & { readonly later: boolean | null }>(SHADOWS, [caseId]);
  const plain = ({ case: id, chain, status, role }: Shadow): Shadow => ({ case: id, chain, status, role });
  const first = rows.find(({ later }) => later !== true);
  return { shadows: rows.filter(({ later }) => later === true).map(plain), first: first ? plain(first) : null };
}

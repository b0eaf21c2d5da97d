import type { Querying, Statement } from '../platform/db/database.ts';

/** An organisation that can fulfil a role, found by its own AGB code or that of someone who works there. */
export interface PartyFound {
  readonly role: string;
  readonly organisation: string;
}

/**
 * A practice need not take on everyone in a municipality to be someone's own: it is of the kind of those that fulfil
 * the role in this chain.
 */
const BY_AGB: Statement = {
  name: 'parties_by_agb',
  text: `select g.role, o.id as organisation
         from unnest($2::text[], $3::text[]) as g(role, agb)
         join organisations o on o.agb = g.agb
           or exists (select 1 from practitioners p where p.organisation = o.id and p.agb = g.agb)
         where exists (select 1 from directory d join organisations f on f.id = d.organisation
                       where d.chain = $1 and d.role = g.role and f.kind = o.kind)
         order by g.role, o.id`,
};

/** Who can fulfil these roles for a chain, each named by an AGB code. */
export async function readPartiesByAgb(
  db: Querying,
  chain: string,
  named: readonly { readonly role: string; readonly agb: string }[],
): Promise<readonly PartyFound[]> {
  if (named.length === 0) return [];
  const columns = [named.map(({ role }) => role), named.map(({ agb }) => agb)];
  return db.query<PartyFound & Record<string, unknown>>(BY_AGB, [chain, ...columns]);
}

import type { Fact } from '../engine/facts.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { instant } from './instant.ts';

export interface ExportCase {
  readonly id: string;
  readonly resident: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
}

/** Which cases: of these chains, begun from the first moment to the last (milliseconds). */
export interface ExportOf {
  readonly chains: readonly string[];
  readonly from: number;
  readonly until: number;
}

const PAGE = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const COLUMNS = 'c.id, c.resident, c.chain, c.version, c.municipality';
/** Who was erased is in no log, and a second referral that nobody may know of neither. */
const FITS = `c.chain = any($2) and c.started_at between $3 and $4 and c.shadow_of is null and r.wrapped_key is not null`;

/** Every case is passed, in pages of one size, so that no statement takes longer where few of them fit. */
const PASSED: Statement = {
  name: 'export_page',
  text: `select ${COLUMNS}, coalesce(${FITS}, false) as fits
         from (select * from cases where id > $1 order by id limit ${PAGE}) c join residents r on r.id = c.resident
         order by c.id`,
};
const NAMED: Statement = {
  name: 'export_named',
  text: `select ${COLUMNS} from cases c join residents r on r.id = c.resident where c.id = any($1::uuid[]) and ${FITS}`,
};
/** What a log tells, and what is needed to know what still holds, what is secret and what was consented to. */
const KINDS = [
  'started',
  'elsewhere',
  'opened',
  'decided',
  'ruled',
  'lapsed',
  'linked',
  'moved',
  'ended',
  'consented',
  'agreed',
  'corrected',
  'happened',
  'silenced',
] as const satisfies readonly Fact['fact'][];
const FACTS: Statement = {
  name: 'export_facts',
  text: `select case_id, codes from facts where case_id = any($1::uuid[]) and fact = any($2) order by case_id, seq`,
};

/** The cases that fit, with how many were looked at so far; in order of their ids, 500 looked at per page. */
export async function* exportPages(
  db: Querying,
  of: ExportOf,
): AsyncGenerator<{ readonly seen: number; readonly cases: readonly ExportCase[] }> {
  let after = NOBODY;
  for (let seen = 0; ;) {
    const rows = await db.query<ExportCase & { readonly fits: boolean } & Record<string, unknown>>(PASSED, [
      after,
      ...valuesOf(of),
    ]);
    seen += rows.length;
    yield { seen, cases: rows.filter(({ fits }) => fits) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

/** Those of these cases that fit. */
export async function exportCasesNamed(
  db: Querying,
  of: ExportOf,
  ids: readonly string[],
): Promise<readonly ExportCase[]> {
  return ids.length === 0 ? [] : db.query<ExportCase & Record<string, unknown>>(NAMED, [ids, ...valuesOf(of)]);
}

/** The facts of these cases that matter for a log, in order. */
export async function exportFacts(db: Querying, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const facts = new Map<string, Fact[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return facts;
  for (const { case_id: id, codes } of await db.query<{ case_id: string; codes: Fact }>(FACTS, [ids, KINDS])) {
    facts.get(id)?.push(codes);
  }
  return facts;
}

/** The organisation that is called exactly so, if there is one. */
export async function organisationCalled(db: Querying, name: string): Promise<string | null> {
  const rows = await db.query<{ id: string }>(
    { name: 'organisation_called', text: 'select id from organisations where lower(name) = lower($1)' },
    [name],
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

function valuesOf({ chains, from, until }: ExportOf): readonly unknown[] {
  return [chains, instant(from), instant(until)];
}

import type { LogCase } from '../../audit/export/log-shape.ts';
import type { Querying } from '../../platform/db/database.ts';
import {
  type ExportCase,
  exportCasesNamed,
  exportFacts,
  type ExportOf,
  exportPages,
} from '../../reading/export-facts.ts';
import { type Exported, exportedCase } from './export-case.ts';
import type { ExportNames } from './export-names.ts';
import type { ExportBasis, ExportPeriod } from './export-request.ts';

export interface ExportSource {
  readonly tx: Querying;
  readonly of: ExportOf;
  readonly names: ExportNames;
  readonly request: ExportPeriod & { readonly basis: ExportBasis };
  /** Told after every page how many cases were looked at. */
  readonly onPage: (seen: number) => void;
  /** Told of everybody whose case is in the log, once per case. */
  readonly onResident: (resident: string) => void;
}

/** The cases of a log of persons, page by page. Links are told between cases of one person that are both in the log. */
export async function* exportedCases(source: ExportSource): AsyncGenerator<LogCase> {
  const { tx, of, names, onPage, onResident } = source;
  for await (const { seen, cases } of exportPages(tx, of)) {
    const found = await told(source, cases);
    const linked = [...found.values()].flatMap(({ links }) => links.map((link) => link.case));
    const others = await exportCasesNamed(tx, of, [...new Set(linked)]);
    const inLog = await told(source, others);
    const residentOf = new Map(others.flatMap(({ id, resident }) => (inLog.has(id) ? [[id, resident] as const] : [])));
    for (const { id, resident } of cases) {
      const own = found.get(id);
      if (own === undefined) continue;
      onResident(resident);
      const links = own.links.filter((link) => residentOf.get(link.case) === resident);
      yield { ...own.told, linked: links.map((link) => ({ type: link.type, case: names.case(link.case) })) };
    }
    onPage(seen);
  }
}

async function told(
  { tx, names, request }: ExportSource,
  cases: readonly ExportCase[],
): Promise<ReadonlyMap<string, Exported>> {
  const facts = await exportFacts(
    tx,
    cases.map(({ id }) => id),
  );
  return new Map(
    cases.flatMap((row) => {
      const own = exportedCase(row, facts.get(row.id) ?? [], names, request);
      return own === undefined ? [] : [[row.id, own] as const];
    }),
  );
}

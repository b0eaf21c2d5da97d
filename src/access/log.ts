import type { Querying, Statement } from '../platform/db/database.ts';
import type { Subject } from './subject.ts';

/** One line of the access log, after NEN 7513: who, for whom, did what to what, on which ground, with which outcome. */
export interface AccessEntry {
  readonly subject: Subject | null;
  /** Create, read, update, delete or execute. */
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  /** The route, such as 'GET /cases/{id}'. */
  readonly event: string;
  /** The case; null for a list or a search. */
  readonly object: string | null;
  readonly relation?: string | undefined;
  readonly policy?: string | undefined;
  /** 0 done, 4 refused to the caller, 8 failed on our side. */
  readonly outcome: 0 | 4 | 8;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const APPEND: Statement = { name: 'append_access', text: 'select append_access($1::jsonb)' };

/** Appends a line. A look that cannot be recorded must not be given: callers await this before they answer. */
export async function appendAccess(on: Querying, entry: AccessEntry): Promise<void> {
  await on.query(APPEND, [accessLine(entry)]);
}

/** The line as the database's own functions take it. */
export function accessLine(entry: AccessEntry): string {
  const { subject, ...rest } = entry;
  return JSON.stringify({
    ...rest,
    subject: subject?.sub ?? 'onbekend',
    organisation: subject?.organisation ?? null,
    roles: subject?.roles ?? [],
    client: subject?.client ?? 'onbekend',
  });
}

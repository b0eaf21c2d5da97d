import type { Querying, Statement } from '../platform/db/database.ts';
import { activityOf, checksOf, purposeOf, tableVersion, traceOf } from './log-codes.ts';
import type { Subject } from './subject.ts';

/** One line of the access log, after NEN 7513: who, for whom, did what to what, on which ground, with which outcome. */
export interface AccessEntry {
  /** null: nobody who could be recognised. */
  readonly subject: Subject | null;
  /** Create, read, update, delete or execute. */
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  /** The route, such as 'GET /cases/{id}'. */
  readonly event: string;
  /** The case, or the group; null for a list or a search. Whose case it is, is found where the line is written. */
  readonly object: string | null;
  /** The residents who were shown in a list, by their random ids. */
  readonly residents?: readonly string[] | undefined;
  readonly relation?: string | undefined;
  /** The rule of the access table that allowed it. */
  readonly policy?: string | undefined;
  /** What covers that the person was shown, e.g. 'toestemming:4'; see cases/look/basis.ts. */
  readonly basis?: string | undefined;
  /** 0 done, 4 refused to the caller, 8 failed on our side. */
  readonly outcome: 0 | 4 | 8;
  readonly requestId: string;
  /** W3C trace id that came with the request. */
  readonly traceId?: string | undefined;
  /** The address the request came from. It stands here and nowhere else. */
  readonly address?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const APPEND: Statement = { name: 'append_access', text: 'select append_access($1::jsonb)' };

/** Appends a line. A look that cannot be recorded must not be given: callers await this before they answer. */
export async function appendAccess(on: Querying, entry: AccessEntry): Promise<void> {
  await on.query(APPEND, [accessLine(entry)]);
}

/** The line as the database's own functions take it. */
export function accessLine({ subject, ...entry }: AccessEntry): string {
  const onBehalfOf = subject === null || subject.practitioner === subject.sub ? null : subject.practitioner;
  return JSON.stringify({
    ...entry,
    traceId: entry.traceId ?? traceOf(entry.requestId),
    subject: subject?.sub ?? 'onbekend',
    onBehalfOf,
    organisation: subject?.organisation ?? null,
    roles: subject?.roles ?? [],
    client: subject?.client ?? 'onbekend',
    purpose: purposeOf(subject),
    activity: activityOf(entry.event),
    policyVersion: entry.policy === undefined ? '' : tableVersion,
    checks: checksOf(subject, entry),
  });
}

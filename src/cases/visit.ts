import { z } from 'zod';
import { type AccessEntry, appendAccess } from '../access/log.ts';
import { type CaseAction, permitCase, type Relation, repeatVerdict, type Verdict } from '../access/permit.ts';
import type { Subject } from '../access/subject.ts';
import { definitionOf } from '../chains/index.ts';
import type { CaseState } from '../engine/state.ts';
import type { AnyChain } from '../language/define.ts';
import { type CaseRow, readCase } from '../reading/case-row.ts';
import { CaseError, Refusal } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { relationsOf } from './look/relations.ts';
import { ownDossiers } from './own-dossiers.ts';
import type { Origin } from './recording.ts';
import { startedForChild } from './self/started-for-child.ts';

/** Who asks what, for the access log. */
export interface Asking {
  readonly subject: Subject;
  readonly requestId: string;
  /** The route, such as 'GET /cases/{id}'. */
  readonly event: string;
  /** The trace that the request belongs to (W3C), when it came with one. */
  readonly traceId?: string | undefined;
  /** Where the request came from, for the access log alone. */
  readonly address?: string | undefined;
  /** Checks the form of the request itself. Called once it is clear that the caller may know of what is asked for. */
  readonly insist: () => void;
}

export interface Visit {
  readonly row: CaseRow;
  readonly state: CaseState;
  readonly chain: AnyChain;
  readonly verdict: Extract<Verdict, { allowed: true }>;
}

const NOTHING_HERE = 'Dit traject bestaat niet, of u mag het niet zien.';
const uuid = z.uuid();

/**
 * Opens the door to a case: finds it, and looks up in the access table what this person may do there. What may not be
 * seen does not exist, but for the answer to a request of one's own. Refusals are recorded here; what is allowed is recorded by whoever does it.
 * @throws CaseError `not-found`, or `forbidden` for a case that may be seen.
 */
export async function visit(
  context: CaseContext,
  asking: Asking,
  caseId: string,
  action: CaseAction,
  origin: Origin | null = null,
): Promise<Visit> {
  const { subject } = asking;
  const [row, dossiers, started] = await Promise.all([
    uuid.safeParse(caseId).success ? readCase(context.db, caseId, origin, subject.organisation) : undefined,
    ownDossiers(context, subject),
    startedForChild(context, subject),
  ]);
  if (row === undefined || row.state === null) return refuse(context, asking, null, 'not-found', NOTHING_HERE);
  const { state } = row;
  const chain = definitionOf(state.chain, state.version);
  const own: readonly Relation[] = dossiers.includes(row.resident) || started.includes(row.id) ? ['resident'] : [];
  const relations = [...own, ...relationsOf(chain, state, subject, row.took_part)];
  const permitted = permitCase(relations, action);
  const verdict = !permitted.allowed && row.repeat_id !== null ? repeatVerdict : permitted;
  if (verdict.allowed) {
    await refusing(context, asking, row.id, asking.insist);
    return { row, state, chain, verdict };
  }
  if (verdict.visible)
    return refuse(context, asking, row.id, 'forbidden', 'U mag dit traject zien, maar dit niet doen.');
  return refuse(context, asking, row.id, 'not-found', NOTHING_HERE);
}

/** Why it is allowed: the rule, how the person stands to the case, and what covers that they see who it is about. */
export interface Grounds {
  readonly policy: string;
  readonly relation?: string;
  readonly basis?: string | undefined;
}

/** The line of the access log for something that is allowed. `residents`: who were shown in a list. */
export function accessOf(
  context: CaseContext,
  asking: Asking,
  action: 'C' | 'R' | 'U' | 'E',
  object: string | null,
  { policy, relation, basis }: Grounds,
  residents?: readonly string[],
): AccessEntry {
  return { ...whoAsks(context, asking), action, object, policy, relation, basis, residents, outcome: 0 };
}

/** Records what someone was shown. Awaited before the answer: what cannot be recorded is not given. */
export async function recordAccess(...line: Parameters<typeof accessOf>): Promise<void> {
  await appendAccess(line[0].db, accessOf(...line));
  logged.add(line[1]);
}

/** Records that something was asked and refused (4), or went wrong on our side (8). */
export async function recordRefusal(
  context: CaseContext,
  asking: Asking,
  object: string | null,
  outcome: 4 | 8 = 4,
): Promise<void> {
  await appendAccess(context.db, { ...whoAsks(context, asking), action: 'E', object, outcome });
  logged.add(asking);
}

/** The requests that have their line: what ends without one is recorded where all requests end. */
const logged = new WeakSet<Asking>();

export function isLogged(asking: Asking): boolean {
  return logged.has(asking);
}

function whoAsks(
  { clock }: CaseContext,
  { subject, event, requestId, traceId, address }: Asking,
): Pick<AccessEntry, 'subject' | 'event' | 'requestId' | 'traceId' | 'address' | 'at'> {
  return { subject, event, requestId, traceId, address, at: clock.now() };
}

/** Does something that may refuse the caller, and records it when it does. */
export async function refusing<T>(
  context: CaseContext,
  asking: Asking,
  object: string | null,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      await recordRefusal(context, asking, error instanceof CaseError ? (error.more.case ?? object) : object);
    }
    throw error;
  }
}

async function refuse(
  context: CaseContext,
  asking: Asking,
  object: string | null,
  code: 'not-found' | 'forbidden',
  detail: string,
): Promise<never> {
  await recordRefusal(context, asking, object);
  throw new CaseError(code, detail);
}

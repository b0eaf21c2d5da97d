import { randomUUID } from 'node:crypto';
import type { Fact } from '../../src/engine/facts.ts';
import type { Command, Decide } from '../../src/engine/messages.ts';
import type { CaseState } from '../../src/engine/state.ts';
import type { Sent } from '../../src/cases/send.ts';
import { organisations } from '../../src/local/demo-region/organisations.ts';
import { users } from '../../src/local/demo-region/users.ts';
import { referral } from './residents.ts';
import type { Suite } from './suite.ts';

/** A case in Enschede that stands at the valrisicotest. */
export async function openCase(suite: Suite): Promise<{ id: string; openStep: string }> {
  const made = await suite.api('huisarts', 'POST', '/referrals', referral());
  if (made.status !== 201) throw new Error(`no case: ${made.status} ${made.text}`);
  return { id: made.json.id, openStep: made.json.openSteps[0].id };
}

/** The decision that the tester takes on a valrisicotest, as the case gets it. */
export function decideMatig(caseId: string): Decide {
  return decideAs('tester', `${caseId}.valrisicotest.1`, 'matig');
}

export function decideAs(handle: string, openStep: string, outcome: string): Decide {
  const user = users.find((candidate) => candidate.handle === handle);
  if (user === undefined || !organisations.some(({ id }) => id === user.organisation)) throw new Error(`no ${handle}`);
  const actor = { role: user.roles[0] ?? '', organisation: user.organisation, practitioner: user.practitioner };
  return { kind: 'decide', actor, openStep, outcome };
}

/** Records a command without sending it, as a process does that dies right after; its lease is still good. */
export async function recordOnly(suite: Suite, caseId: string, command: Command): Promise<Sent> {
  const id = randomUUID();
  const access = {
    at: 0,
    subject: 'test',
    organisation: null,
    roles: [],
    client: 'test',
    action: 'U',
    event: 'test',
    outcome: 0,
    requestId: 'test',
  };
  const [row] = await suite.context.db.query<{ known_seq: number }>(
    {
      name: 'test_record',
      text: 'select known_seq from record_command($1,$2,$3,$4,$5,$6,$7,$8::jsonb,null,null,null,$9,$10::jsonb)',
    },
    [
      id,
      caseId,
      command.kind,
      'test',
      `test ${id}`,
      id,
      Buffer.alloc(32),
      JSON.stringify(command),
      suite.context.leaseMs,
      JSON.stringify(access),
    ],
  );
  return { id, caseId, attempt: 1, knownSeq: row?.known_seq ?? 0, command, offsetMs: 0 };
}

/** Lets the lease of a command run out now. */
export async function expireLease(suite: Suite, commandId: string): Promise<void> {
  await suite.context.db.query(
    {
      name: 'test_expire',
      text: `update commands set lease_until = clock_timestamp() - interval '1 second' where id = $1`,
    },
    [commandId],
  );
}

export interface CommandRow {
  readonly id: string;
  readonly attempt: number;
  readonly answer: { readonly seq?: number; readonly refused?: { readonly code: string } } | null;
}

export async function commandRow(suite: Suite, commandId: string): Promise<CommandRow> {
  const [row] = await suite.context.db.query<CommandRow & Record<string, unknown>>(
    { name: 'test_command', text: 'select id, attempt, answer from commands where id = $1' },
    [commandId],
  );
  if (row === undefined) throw new Error('no such command');
  return row;
}

export async function factsOf(suite: Suite, caseId: string): Promise<readonly Fact[]> {
  const rows = await suite.context.db.query<{ codes: Fact }>(
    { name: 'test_facts', text: 'select codes from facts where case_id = $1 order by seq' },
    [caseId],
  );
  return rows.map(({ codes }) => codes);
}

export async function stateOf(suite: Suite, caseId: string): Promise<CaseState> {
  const [row] = await suite.context.db.query<{ state: CaseState }>(
    { name: 'test_state', text: 'select state from cases where id = $1' },
    [caseId],
  );
  if (row === undefined) throw new Error('no such case');
  return row.state;
}

/** The ids of the Updates that the history of a case holds as completed. */
export async function completedUpdates(suite: Suite, caseId: string): Promise<readonly string[]> {
  const handle = suite.context.temporal.workflow.getHandle(`case:${caseId}`);
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap((event) => event.workflowExecutionUpdateCompletedEventAttributes?.meta?.updateId ?? []);
}

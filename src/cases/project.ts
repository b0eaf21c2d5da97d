import { v5 } from './derived-id.ts';
import type { Fact } from '../engine/facts.ts';
import { definitionOf } from '../chains/definitions.ts';
import { followUpsOf } from '../engine/follow-ups.ts';
import { heldStepOf, rolesOf } from '../engine/holders.ts';
import type { Follow } from '../engine/messages.ts';
import { actorOf, type CaseState, holderOf, nextWakeAt } from '../engine/state.ts';
import { type Querying, sqlState, type Statement } from '../platform/db/database.ts';
import type { CaseContext } from './context.ts';

/** What a projection needs; a worker has no more than this. */
export type ProjectContext = Pick<CaseContext, 'db' | 'hold' | 'log' | 'metrics'>;

const PROJECT: Statement = {
  name: 'project_case',
  text: 'select project_case($1, $2::jsonb, $3::jsonb, $4::jsonb, $5::jsonb, $6, $7::jsonb)',
};

/**
 * Brings facts that history holds into PostgreSQL, with all that follows from them, all or nothing. Anyone may do it,
 * any number of times, in any order. @returns the ids of the commands to linked cases that follow from them. @throws when facts do not follow what is known, or contradict it: that alarms.
 */
export async function project(
  context: ProjectContext,
  facts: readonly Fact[],
  head: CaseState,
): Promise<readonly string[]> {
  if (facts.length === 0) return [];
  await context.hold.at('before-projection');
  const { case: id } = head;
  const followed = followUpRows(facts, head);
  const values = [
    id,
    JSON.stringify(facts),
    JSON.stringify(head),
    openStepsOf(head),
    messagesOf(facts, head),
    nextWakeAt(head),
    JSON.stringify(followed),
  ];
  try {
    if (context.hold.asked('in-projection')) await heldInside(context, values);
    else await context.db.query(PROJECT, values);
  } catch (error) {
    alarm(context, error, head.case);
    throw error;
  }
  await context.hold.at('after-projection');
  return followed.map((each) => each.id);
}

interface Row {
  readonly id: string;
  readonly to: string;
  readonly command: Follow;
  /** Counts only for a case of the same person. */
  readonly person: boolean;
}

/** What goes to linked cases, as rows of `commands`: their ids derive from the fact that they follow from. */
function followUpRows(facts: readonly Fact[], head: CaseState): readonly Row[] {
  return followUpsOf(definitionOf(head.chain, head.version), facts, head).map(({ to, command }) => ({
    id: v5(head.case, `follow:${command.cause}:${to}`),
    to,
    command,
    person: command.what === 'died',
  }));
}

function heldInside(context: ProjectContext, values: readonly unknown[]): Promise<void> {
  return context.db.transaction(async (tx: Querying) => {
    await tx.query(PROJECT, values);
    await context.hold.at('in-projection');
  });
}

/** The rows of the worklist: each open step with who has to act on it. */
function openStepsOf(head: CaseState): string {
  const chain = definitionOf(head.chain, head.version);
  const rows = head.open.map((opened) => {
    const { role, organisation } = holderOf(head, opened);
    const step = heldStepOf(chain, opened.step);
    const roles = rolesOf(step);
    const outside = step.kind === 'handoff' && step.outside === true;
    const shared = (opened.stage === 'offered' && opened.late) || opened.stage === 'contact';
    return {
      ...opened,
      role,
      roles: opened.organisation !== null && roles.includes(role) ? roles : [role],
      organisation,
      unfilled: opened.organisation === null && !outside,
      sender: shared && opened.from !== undefined ? actorOf(head, opened.from).organisation : null,
      confidential: opened.confidential === true,
      assignee: opened.assignee,
    };
  });
  return JSON.stringify(rows);
}

/** The referrer hears of every milestone, the content only with consent for it; whose step was withheld hears just that. */
function messagesOf(facts: readonly Fact[], head: CaseState): string {
  const { organisation } = head.referrer;
  const full = head.consents.includes('terugkoppeling');
  const notices = facts.flatMap((fact) =>
    fact.fact !== 'withheld'
      ? []
      : fact.organisations.map((each) => ({
          id: v5(head.case, `notice:${fact.seq}:${each}`),
          seq: fact.seq,
          at: fact.at,
          organisation: each,
          milestone: 'vervallen',
          full: false,
        })),
  );
  const messages = facts.flatMap((fact) =>
    fact.fact === 'informed' && organisation !== null
      ? [
          {
            id: v5(head.case, `message:${fact.seq}`),
            seq: fact.seq,
            at: fact.at,
            organisation,
            milestone: fact.milestone,
            full,
          },
        ]
      : [],
  );
  return JSON.stringify([...messages, ...notices]);
}

function alarm(context: ProjectContext, error: unknown, caseId: string): void {
  const state = sqlState(error);
  if (state === undefined || !state.startsWith('KP')) return;
  context.metrics.alarms.inc({ alarm: state });
  context.log.error({ case: caseId, alarm: state }, 'a projection was refused');
}

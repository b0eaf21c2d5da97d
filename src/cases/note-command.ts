import type { CaseContext } from './context.ts';
import type { Answered, Sent } from './send.ts';

/** By what a command is found again in every log: its own id, and the request that brought it. */
export function namesOf({ id, requestId }: Pick<Sent, 'id' | 'requestId'>): {
  readonly command: string;
  readonly requestId?: string;
} {
  return { command: id, ...(requestId === undefined ? {} : { requestId }) };
}

/** Counts and logs a command that has its answer: codes and random ids only. */
export function noteAnswer(
  { log, metrics }: Pick<CaseContext, 'log' | 'metrics'>,
  sent: Sent,
  { answer, head }: Answered,
): void {
  const { kind } = sent.command;
  const chain = head?.chain ?? (sent.command.kind === 'refer' ? sent.command.chain : '');
  const told = 'refused' in answer ? answer.refused.code : 'done';
  metrics.commands.inc({ chain, kind, answer: told });
  log.info(
    { ...namesOf(sent), case: sent.caseId, attempt: sent.attempt, kind, answer: told },
    'a command was answered',
  );
}

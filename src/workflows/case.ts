import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  log,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { Refused } from '../engine/refused.ts';
import type { AnyChain } from '../language/define.ts';
import { Ledger } from './ledger.ts';
import { type CaseInput, commandUpdate, type Projection } from './protocol.ts';

/**
 * The first decisions of a new case follow each other in hours. One check two days after the start is cheaper (five
 * events, once) than moving the timer with each of them (two events each). New cases are told when, see `send.ts`;
 * those of 0.2.0 and before were not.
 */
const EARLIER_FIRST_CHECK_MS = 48 * 60 * 60 * 1000;

const { project } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** The host of every case: takes commands, watches one timer, and sees to it that every fact reaches PostgreSQL. */
export function caseWorkflow(versions: readonly AnyChain[]): (input: CaseInput) => Promise<void> {
  const byVersion = Object.fromEntries(versions.map((chain) => [chain.version, chain]));

  return async function run(input: CaseInput): Promise<void> {
    const ledger = new Ledger(byVersion, input.carried);
    const now = (): number => Date.now() + input.offsetMs;
    let armedFor = Number.POSITIVE_INFINITY;
    let taskOfLastUpdate = -1;
    let outgrown = false;
    const full = (): boolean => {
      const info = workflowInfo();
      return info.continueAsNewSuggested || info.historyLength > (input.continueAfter ?? Number.POSITIVE_INFINITY);
    };

    setHandler(
      commandUpdate,
      (envelope) => {
        taskOfLastUpdate = workflowInfo().historyLength;
        // Looked at here, never while waiting: a task that only refused an Update is not in history, and a replay that
        // does not see it would not leave the run where this one did.
        outgrown ||= full();
        const reply = ledger.execute(envelope, now());
        const { id, requestId, attempt, command } = envelope;
        log.info('a case took a command', { command: id, requestId, attempt, kind: command.kind });
        return reply;
      },
      {
        validator: (envelope) => {
          // A first attempt may be refused without a trace; a later one is answered, so that its id is spent.
          if (envelope.attempt > 1) return;
          try {
            ledger.rehearse(envelope, now());
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            throw ApplicationFailure.nonRetryable(error.message, error.code);
          }
        },
      },
    );

    const ended = (): boolean => ledger.state?.status === 'ended';
    const flush = async (why: Projection['why']): Promise<void> => {
      for (let batch = ledger.unprojected(); batch !== null; batch = ledger.unprojected()) {
        await project({ why, case: batch.head.case, ...batch });
        ledger.learn(batch.head.seq);
      }
    };

    await condition(() => ledger.state !== null);
    const firstCheck = (ledger.state?.startedAt ?? 0) + (input.firstCheckMs ?? EARLIER_FIRST_CHECK_MS);

    while (!ended() && !outgrown && !full()) {
      const wakeAt = ledger.wakeAt ?? Number.POSITIVE_INFINITY;
      armedFor = now() < firstCheck ? Math.min(wakeAt, firstCheck) : wakeAt;
      const movedEarlier = (): boolean => (ledger.wakeAt ?? Number.POSITIVE_INFINITY) < armedFor;
      const interrupted = await condition(() => movedEarlier() || ended() || outgrown, Math.max(1, armedFor - now()));
      if (interrupted) continue;
      ledger.tick(now());
      await flush('tick');
    }

    // A run is left only when PostgreSQL holds all of it, no handler is at work, and no Update came with this task.
    do {
      await flush(ended() ? 'end' : 'continue');
      await condition(allHandlersFinished);
      if (taskOfLastUpdate === workflowInfo().historyLength) await sleep(1);
    } while (ledger.unprojected() !== null || taskOfLastUpdate === workflowInfo().historyLength);
    if (ended()) return;
    const { carried: _carried, ...rest } = input;
    await makeContinueAsNewFunc<(next: CaseInput) => Promise<void>>()({ ...rest, carried: ledger.carry() });
  };
}

import type { Answer } from '../../engine/messages.ts';
import { carryOut, settle } from '../carry-out.ts';
import type { CaseContext } from '../context.ts';
import { settleInTurn } from '../record.ts';
import type { OnItsWay } from './record-on-case.ts';

/**
 * Carries out the commands of one request, each when it is its turn in its own case. What one case says stops no
 * other. @throws Unavailable when one of them has no answer in time; the sweeper goes on with it.
 */
export async function carryOutAll(
  context: CaseContext,
  sent: readonly OnItsWay[],
): Promise<ReadonlyMap<string, Answer>> {
  return answersOf(
    sent.map(async ({ earlierOpen, ...each }) => {
      const { answer } = await (earlierOpen ? settleInTurn(context, each) : carryOut(context, each));
      return [each.id, answer] as const;
    }),
  );
}

/** The answers to commands that somebody recorded before. @throws Unavailable when one is not there in time. */
export async function settleAll(context: CaseContext, ids: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  return answersOf(ids.map(async (id) => [id, (await settle(context, id)).answer] as const));
}

/** Waits for all before it tells that one failed: nothing of a request goes on behind its answer. */
async function answersOf(all: readonly Promise<readonly [string, Answer]>[]): Promise<ReadonlyMap<string, Answer>> {
  const settled = await Promise.allSettled(all);
  return new Map(
    settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    }),
  );
}

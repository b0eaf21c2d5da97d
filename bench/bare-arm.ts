import { randomUUID } from 'node:crypto';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import { type Arm, armOf, type Subject } from './arm.ts';
import type { Ping } from './bare-workflow.ts';

export const BARE_QUEUE = 'bench-bare';

/** Characters of JSON in one direction and in the other. */
export interface Sizes {
  readonly command: number;
  readonly reply: number;
}

/** Updates on the bare workflow, sent by this process without anything in between. */
export function bareArm(client: Client, sizes: Sizes): Arm {
  const ping: Ping = { pad: 'x'.repeat(Math.max(0, sizes.command - 30)), answer: sizes.reply };

  const start = async (): Promise<Subject> => {
    const id = `bare:${randomUUID()}`;
    const startWorkflowOperation = new WithStartWorkflowOperation('bare', {
      workflowId: id,
      taskQueue: BARE_QUEUE,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowTaskTimeout: '2 seconds',
    });
    await client.workflow.executeUpdateWithStart<() => Promise<void>, string, [Ping]>('ping', {
      args: [ping],
      updateId: randomUUID(),
      startWorkflowOperation,
    });
    const handle = client.workflow.getHandle(id);
    const subject: Subject = {
      id,
      taken: 0,
      decide: async () => {
        const updateId = randomUUID();
        await client.withDeadline(Date.now() + 10_000, () =>
          handle.executeUpdate<string, [Ping]>('ping', { updateId, args: [ping] }),
        );
        subject.taken += 1;
      },
    };
    return subject;
  };

  return armOf(start);
}

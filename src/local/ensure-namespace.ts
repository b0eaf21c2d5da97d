import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const alreadyExists = 6;
const notFound = 5;
const GrpcFailure = z.object({ code: z.int() });

/** Registers the namespace when it is not there and waits until it can be used. Closed histories stay `retentionDays`. */
export async function ensureNamespace(address: string, name: string, retentionDays = 7): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    if (await isUsable(connection, name)) return;
    await connection.workflowService
      .registerNamespace({
        namespace: name,
        workflowExecutionRetentionPeriod: msToTs(retentionDays * 86_400_000),
      })
      .catch((error: unknown) => {
        if (codeOf(error) !== alreadyExists) throw error;
      });
    while (!(await isUsable(connection, name))) await delay(50);
  } finally {
    await connection.close();
  }
}

// Asked of the service that starts workflows: each service learns of a namespace in its own time.
async function isUsable(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'ketenpad' } });
    return true;
  } catch (error) {
    if (codeOf(error) === notFound) return false;
    throw error;
  }
}

function codeOf(error: unknown): number | undefined {
  return GrpcFailure.safeParse(error).data?.code;
}

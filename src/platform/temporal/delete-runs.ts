import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/**
 * Asks Temporal to delete every execution of these workflows, also runs that were continued. Best effort: what cannot be
 * deleted now is counted as left; null when Temporal cannot say what there is.
 */
export async function deleteRuns(
  client: Client,
  workflowIds: readonly string[],
): Promise<{ readonly deleted: number; readonly left: number | null }> {
  const { workflowService, options } = client;
  let [deleted, left] = [0, 0];
  try {
    for (const workflowId of workflowIds) {
      for (const runId of await runsOf(client, workflowId)) {
        const asked = { namespace: options.namespace, workflowExecution: { workflowId, runId } };
        const gone = await workflowService.deleteWorkflowExecution(asked).then(
          () => true,
          () => false,
        );
        if (gone) deleted += 1;
        else left += 1;
      }
    }
    return { deleted, left };
  } catch {
    return { deleted, left: null };
  }
}

/** Earlier runs are found by searching, which lags behind; the last one also by its name. */
async function runsOf({ workflow }: Client, workflowId: string): Promise<ReadonlySet<string>> {
  const runs = new Set<string>();
  for await (const { runId } of workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.add(runId);
  try {
    runs.add((await workflow.getHandle(workflowId).describe()).runId);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  return runs;
}

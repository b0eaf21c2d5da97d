import { appendAccess } from '../access/log.ts';
import { traceIn } from '../access/log-codes.ts';
import { Refusal } from '../cases/case-error.ts';
import type { CaseContext } from '../cases/context.ts';
import { type Asking, isLogged, recordRefusal } from '../cases/visit.ts';
import { Unavailable } from '../platform/unavailable.ts';

type Came = Pick<Asking, 'requestId' | 'event' | 'traceId' | 'address'>;

/** What the access log keeps of how a request came in. */
export function cameIn(
  requestId: string,
  event: string,
  { address, traceparent }: { readonly address: string; readonly traceparent: string | undefined },
): Came {
  return { requestId, event, traceId: traceIn(traceparent), ...(address === '' ? {} : { address }) };
}

/**
 * Sees to it that no request ends in a refusal or a failure without its line in the access log. A failure is still told
 * when its line cannot be written: it gives nothing away.
 */
export async function logged<T>(cases: CaseContext, asking: Asking, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      if (!isLogged(asking)) await recordRefusal(cases, asking, null);
    } else if (!(error instanceof Unavailable && error.part === 'postgresql')) {
      await recordRefusal(cases, asking, null, 8).catch(() => {});
    }
    throw error;
  }
}

/** Records that someone came who could not be recognised. The answer is no, also where this cannot be written. */
export async function recordStranger(cases: CaseContext, came: Came): Promise<void> {
  const line = { ...came, subject: null, action: 'E', object: null, outcome: 4, at: cases.clock.now() } as const;
  await appendAccess(cases.db, line).catch(() => {});
}

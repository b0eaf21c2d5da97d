import { z } from 'zod';
import type { Supervised } from '../src/local/supervise.ts';
import type { Order } from './load.ts';

const told = z.union([
  z.object({ number: z.number(), done: z.unknown() }),
  z.object({ number: z.number(), failed: z.string() }),
]);

/** Orders for the load process; each resolves with its report, read by the given schema. */
export function directLoad(child: Supervised): <T>(order: Order, report: z.ZodType<T>) => Promise<T> {
  const waiting = new Map<number, { resolve: (done: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.onMessage((message) => {
    const said = told.parse(message);
    const asker = waiting.get(said.number);
    waiting.delete(said.number);
    if ('failed' in said) asker?.reject(new Error(said.failed));
    else asker?.resolve(said.done);
  });
  void child.ended.then(() => waiting.forEach(({ reject }) => reject(new Error('the load process has ended'))));
  return async (order, report) => {
    const number = ++last;
    const done = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }));
    child.send({ number, order });
    return report.parse(await done);
  };
}

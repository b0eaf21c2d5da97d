import { z } from 'zod';
import { onParentGone } from '../src/local/parent-gone.ts';
import { requestToken } from '../src/local/request-token.ts';
import { readConfig } from '../src/platform/config.ts';
import { openTemporal } from '../src/platform/temporal/connect.ts';
import { JsonClient } from '../test/chaos/json-client.ts';
import type { Arm } from './arm.ts';
import { bareArm } from './bare-arm.ts';
import { historyLengthOf, sizesOf } from './histories.ts';
import { httpArm } from './http-arm.ts';
import { runBlock } from './run-block.ts';

const armName = z.enum(['http', 'bare']);
const order = z.object({
  number: z.number(),
  order: z.discriminatedUnion('do', [
    z.object({ do: z.literal('prepare'), arm: armName, upTo: z.number(), atOnce: z.number() }),
    z.object({ do: z.literal('run'), arm: armName, lanes: z.number(), ms: z.number() }),
    z.object({ do: z.literal('next'), count: z.number() }),
    z.object({ do: z.literal('lengths'), cases: z.array(z.string()) }),
    z.object({ do: z.literal('sizes'), case: z.string() }),
  ]),
});
export type Order = z.infer<typeof order>['order'];

const CONNECTIONS = 64;

/** The process that makes the load: does what its parent orders, one order at a time, and reports. */
export async function runLoad(env: Readonly<Record<string, string | undefined>>, home: string): Promise<void> {
  const config = readConfig(env);
  const temporal = openTemporal(config.temporal, config.keys);
  const http = new JsonClient(`http://127.0.0.1:${config.port}`, CONNECTIONS);
  const [huisarts, tester] = await Promise.all(['huisarts', 'tester'].map((user) => requestToken(home, user)));
  if (huisarts === undefined || tester === undefined) throw new Error('no token');
  const arms: Record<'http' | 'bare', Arm> = {
    http: httpArm(http, { huisarts, tester }),
    bare: bareArm(temporal, { command: 600, reply: 2500 }),
  };

  const carryOut = async (given: Order): Promise<unknown> => {
    switch (given.do) {
      case 'prepare': {
        const missing = Math.max(0, given.upTo - arms[given.arm].waiting);
        const started = performance.now();
        await arms[given.arm].prepare(missing, given.atOnce);
        return { made: missing, seconds: (performance.now() - started) / 1000 };
      }
      case 'run':
        return runBlock(arms[given.arm], given.lanes, given.ms);
      case 'next':
        return arms.http.next(given.count);
      case 'lengths':
        return Promise.all(given.cases.map((id) => historyLengthOf(temporal, id)));
      case 'sizes': {
        const sizes = await sizesOf(temporal, config.keys, given.case);
        arms.bare = bareArm(temporal, sizes);
        return sizes;
      }
    }
  };

  process.on('message', (message) => {
    const { number, order: given } = order.parse(message);
    carryOut(given).then(
      (done) => process.send?.({ number, done }),
      (error: unknown) => process.send?.({ number, failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  const leave = (): void => process.exit(0);
  process.on('SIGTERM', leave);
  onParentGone(leave);
  // It waits for orders: the channel keeps it alive.
  setImmediate(() => process.channel?.ref());
  process.send?.({ ready: {} });
}

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freePort } from '../../src/local/ports.ts';
import { partsOf } from '../../src/main/parts.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openTemporal } from '../../src/platform/temporal/connect.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

let suite: Suite;
let nowhere: number;
beforeAll(async () => {
  suite = await openSuite();
  nowhere = await freePort();
});
afterAll(() => suite.close());

const all = { postgresql: true, temporal: true, worker: true, identityProvider: true };

test('everything is there', async () => {
  expect(await partsOf(suite.context, inject('stack').issuer)()).toEqual(all);
});

test('each part that is away is told by its name, within two seconds, and no other', async () => {
  const { issuer } = inject('stack');
  const db = openDatabase(`postgresql://nobody@127.0.0.1:${nowhere}/nothing`);
  const temporal = openTemporal({ ...suite.temporal, address: `127.0.0.1:${nowhere}` }, suite.context.ring);
  const away = [
    [partsOf(suite.another({ db }), issuer), { postgresql: false }],
    [partsOf(suite.another({ temporal }), issuer), { temporal: false, worker: false }],
    [partsOf(suite.another({ taskQueue: 'nobody-polls-here' }), issuer), { worker: false }],
    [partsOf(suite.context, `http://127.0.0.1:${nowhere}`), { identityProvider: false }],
  ] as const;
  for (const [parts, missing] of away) {
    const asked = performance.now();
    expect(await parts()).toEqual({ ...all, ...missing });
    expect(performance.now() - asked).toBeLessThan(2_000);
  }
  // The connection is left to the end of the process: the client tries again some times behind a deadline.
  await db.close();
});

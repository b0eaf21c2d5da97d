import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSystem, type System } from '../harness/system.ts';
import { runChaos } from './run-chaos.ts';

let it: System;
beforeAll(async () => {
  it = await openSystem({ KETENPAD_CONTINUE_AFTER: '18', KETENPAD_LEASE_MS: '1500' });
});
afterAll(() => it.close());

test(
  'under load, with each of the four parts killed once, nothing is lost, doubled or invented',
  { timeout: 180_000 },
  async () => {
    const { findings, ...result } = await runChaos({
      system: it.system,
      home: it.home,
      operations: 80,
      kills: 4,
      clients: 6,
      seed: 20261122,
      log: () => {},
      signal: new AbortController().signal,
    });
    expect(findings).toEqual([]);
    expect(result).toMatchObject({
      kills: { api: 1, worker: 1, temporal: 1, postgres: 1 },
      lost: 0,
      doubled: 0,
      phantom: 0,
      unanswered: 0,
      unexpected: 0,
    });
  },
);

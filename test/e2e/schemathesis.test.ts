import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runMain } from '../harness/processes.ts';
import { runSchemathesis } from '../schemathesis/run-schemathesis.ts';
import { isThere, toolOf } from '../schemathesis/tool.ts';

const cacheHome = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketenpad-schemathesis-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Only where `npm run -s schemathesis` brought the tool before: a test downloads nothing.
test.skipIf(!isThere(cacheHome))(
  'made-up calls find no answer that the document does not foresee',
  { timeout: 240_000 },
  async () => {
    const found = await runSchemathesis({
      home: folder,
      program: toolOf(cacheHome).program,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] },
      users: ['tester'],
      examples: 2,
      only: '^/(me|referrals/search|worklist|cases/\\{id\\}(/actions)?)$',
      log: () => {},
    });
    const { calls, accepted, failures } = found.users['tester']!;
    expect(failures).toEqual([]);
    expect(calls).toBeGreaterThan(50);
    expect(accepted).toBeGreaterThan(5);
  },
);

test('without Python the command says so, fetches nothing and does not fail', async () => {
  const ran = runMain('schemathesis.ts', [], { PATH: '', XDG_CACHE_HOME: folder });
  expect(await ran.ended).toBe(0);
  expect(JSON.parse(ran.output())).toEqual({ skipped: expect.stringContaining('Python') });
  expect(readdirSync(folder)).toEqual([]);
});

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalSystem } from '../../src/local/local-system.ts';
import { freePort } from '../../src/local/ports.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { askWith } from '../harness/api.ts';
import { knownOf } from './known.ts';
import { readReport } from './report.ts';
import { settingsFor } from './settings.ts';

export interface Asked {
  /** A folder of our own: the system's state, and the reports. */
  readonly home: string;
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly users: readonly string[];
  /** Calls per route and kind at most. */
  readonly examples: number;
  /** Only routes that match. */
  readonly only?: string;
  readonly log: (text: string) => void;
}

export interface Found {
  readonly users: Readonly<Record<string, ReturnType<typeof readReport>>>;
  readonly failures: number;
}

/** Lets schemathesis call every route of a system of its own, once as each user. */
export async function runSchemathesis(asked: Asked): Promise<Found> {
  const { home, log } = asked;
  // Its calls come faster than any person's.
  const limits = { KETENPAD_RATE_LIMIT: '1000000', KETENPAD_FAILED_LIMIT: '1000000' };
  const env = { ...asked.env, ...limits };
  const system = await startLocalSystem({ home, port: await freePort(), virtualTime: true, env, log });
  try {
    const token = (user: string): Promise<string> => requestToken(home, user);
    const known = await knownOf(askWith((path, init) => fetch(system.url + path, init), token));
    writeFileSync(join(home, 'schemathesis.toml'), settingsFor(known));
    const users: Record<string, Found['users'][string]> = {};
    for (const user of asked.users) {
      log(`as ${user} ...`);
      const report = join(home, `${user}.json`);
      const said = await callAs(asked, system.url, await token(user), report);
      const told = readReport(readFileSync(report, 'utf8'));
      if (told.failures.length > 0) log(said);
      users[user] = told;
    }
    return { users, failures: Object.values(users).reduce((sum, { failures }) => sum + failures.length, 0) };
  } finally {
    await system.stop();
  }
}

async function callAs(
  { home, program, examples, only }: Asked,
  url: string,
  token: string,
  report: string,
): Promise<string> {
  const args = [
    ['--config-file', join(home, 'schemathesis.toml'), 'run', `${url}/openapi.json`],
    ['--header', `Authorization: Bearer ${token}`],
    ['--phases', 'examples,coverage,fuzzing', '--max-examples', String(examples), '--continue-on-failure'],
    // One and the same run each time; time is moved elsewhere.
    ['--seed', '20261122', '--no-shrink', '--generation-database', 'none', '--exclude-path', '/dev/clock'],
    ['--report', 'json', '--report-json-path', report, '--warnings', 'off'],
    only === undefined ? [] : ['--include-path-regex', only],
  ].flat();
  const child = spawn(program, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  // 1: it found something.
  if (code !== 0 && code !== 1) throw new Error(`schemathesis ended with ${code}:\n${said.slice(-4_000)}`);
  return said;
}

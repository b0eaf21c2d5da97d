import { setTimeout as pause } from 'node:timers/promises';
import type { LocalSystem } from '../../src/local/local-system.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { openTemporal } from '../../src/platform/temporal/connect.ts';
import { checkBook } from './check-book.ts';
import { checkFacts } from './check-facts.ts';
import { checkHistories } from './check-histories.ts';
import { playClient, users } from './client.ts';
import { type Finding, Findings } from './findings.ts';
import { JsonClient } from './json-client.ts';
import { Nemesis, type Victim } from './nemesis.ts';
import { Random } from './random.ts';
import { readModel } from './read-model.ts';
import { accepted, type Book, refused } from './record.ts';

export interface ChaosOptions {
  readonly system: LocalSystem;
  readonly home: string;
  readonly operations: number;
  readonly kills: number;
  readonly clients: number;
  readonly seed: number;
  readonly log: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface ChaosResult {
  readonly operations: number;
  readonly acknowledged: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly phantom: number;
  readonly longestStallMs: number;
  /** Came second, and was told so. */
  readonly refused: number;
  /** Without an answer in a minute, and commands that are still open in the end. */
  readonly unanswered: number;
  /** Neither accepted nor refused as second. */
  readonly unexpected: number;
  readonly tries: number;
  readonly repeats: number;
  readonly cases: number;
  readonly facts: number;
  readonly runs: number;
  readonly seed: number;
  readonly seconds: number;
  readonly findings: readonly Finding[];
}

const PATIENCE_MS = 60_000;
const QUIET_MS = 60_000;
const SLACK = 40;
const REPORT_MS = 5_000;

/** Load with `kill -9` of everything in turn; then quiet; then the clients' books, PostgreSQL and Temporal are compared. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { system, operations, clients, seed, log, signal } = options;
  const started = performance.now();
  const config = readConfig(system.env);
  const random = new Random(seed);
  const nemesis = new Nemesis(system, random, operations, options.kills, log);
  const book: Book = { operations: [] };
  const http = new JsonClient(system.url, clients * 2);
  const named = await Promise.all(users.map(async (user) => [user, await requestToken(options.home, user)] as const));
  const asker = { http, tokens: Object.fromEntries(named), patienceMs: PATIENCE_MS, signal };
  const answered = (): number => book.operations.filter(({ waitedMs }) => waitedMs > 0).length;
  const report = setInterval(
    () => log(`${answered()} of ${operations} operations, kills ${JSON.stringify(nemesis.kills)}`),
    REPORT_MS,
  );

  let begun = 0;
  const budget = async (): Promise<number | undefined> => {
    if (begun >= operations) return undefined;
    begun += 1;
    const number = begun;
    await nemesis.admit(number, SLACK, signal);
    return number;
  };
  const db = openDatabase(config.databaseUrl, 2);
  const temporal = openTemporal(config.temporal, config.keys);
  try {
    const load = Array.from({ length: clients }, (_, index) =>
      playClient({ ...asker, onAnswer: () => nemesis.count() }, new Random(seed + 1 + index), book, budget),
    );
    await Promise.all([nemesis.run(signal), ...load]);
    signal.throwIfAborted();
    log('waiting until all is quiet');
    const open = await untilQuiet(system, db);
    signal.throwIfAborted();
    const model = await readModel(db);
    for (const { id, kind, case_id: of, attempt } of model.commands.filter(({ answer }) => answer === null)) {
      log(`still open: command ${id} (${kind}) of case ${of}, attempt ${attempt}`);
    }
    log(
      `comparing ${book.operations.length} operations, ${model.facts.length} facts and ${model.cases.length} histories`,
    );
    const findings = new Findings();
    checkBook(book, model, findings);
    checkFacts(model, findings);
    const runs = await checkHistories(temporal, config.keys, model, findings);
    const all = book.operations;
    const count = (fits: (operation: Book['operations'][number]) => boolean): number => all.filter(fits).length;
    return {
      operations: all.length,
      acknowledged: count(accepted),
      kills: nemesis.kills,
      lost: findings.count('lost'),
      doubled: findings.count('doubled'),
      phantom: findings.count('phantom'),
      longestStallMs: Math.round(Math.max(0, ...all.map(({ waitedMs }) => waitedMs))),
      refused: count(refused),
      unanswered: count(({ answer }) => answer === null) + open,
      unexpected: count((operation) => operation.answer !== null && !accepted(operation) && !refused(operation)),
      tries: all.reduce((sum, { tries }) => sum + tries, 0),
      repeats: all.reduce((sum, { repeats }) => sum + repeats.length, 0),
      cases: model.cases.length,
      facts: model.facts.length,
      runs,
      seed,
      seconds: Math.round((performance.now() - started) / 100) / 10,
      findings: findings.all,
    };
  } finally {
    clearInterval(report);
    http.close();
    await Promise.allSettled([temporal.connection.close(), db.close()]);
  }
}

/** Every part answers and no command is open, twice in a row. @returns how many commands stayed open. */
async function untilQuiet(system: LocalSystem, db: Database): Promise<number> {
  const until = Date.now() + QUIET_MS;
  const OPEN = { name: 'chaos_open', text: 'select count(*)::int as open from commands where answer is null' };
  let quiet = 0;
  let open = 0;
  while (quiet < 2 && Date.now() < until) {
    await pause(300);
    const ready = await fetch(`${system.url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    const [row] = await db.query<{ open: number }>(OPEN).catch(() => []);
    open = row?.open ?? open;
    quiet = ready && row?.open === 0 ? quiet + 1 : 0;
  }
  return open;
}

import { openDirectory } from '../../src/access/directory.ts';
import { publishRelease } from '../../src/cases/audit/publish-release.ts';
import { startLocalSystem } from '../../src/local/local-system.ts';
import { freePort } from '../../src/local/ports.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { openPrisma } from '../../src/platform/db/prisma.ts';
import { quantile } from '../../src/audit/quantiles.ts';
import { fillStories } from './fill-stories.ts';

export interface FiguresBenchOptions {
  readonly home: string;
  readonly cases: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface FiguresBench {
  readonly cases: number;
  /** Of the whole release: adding up, judging, drawing, keeping. */
  readonly releaseSeconds: number;
  readonly peakMegabytes: number;
  /** Per address: over HTTP, in milliseconds. */
  readonly answersMs: Readonly<Record<string, { readonly p50: number; readonly p99: number; readonly bytes: number }>>;
}

const ASKED = [
  '/audit/flow?year=2025&by=month',
  '/audit/flow?year=2025&by=week',
  '/audit/durations?year=2025&by=step',
  '/audit/bottlenecks?year=2025',
  '/audit/kerncijfers?year=2025&municipality=enschede',
] as const;
const ROUNDS = 300;

/** Fills a system of its own, publishes its figures once, and asks for them over HTTP. */
export async function runFiguresBench(options: FiguresBenchOptions): Promise<FiguresBench> {
  const { home, log, signal, env } = options;
  // Every word on the way is a place to stop at.
  const tell = (what: string): void => {
    signal.throwIfAborted();
    log(what);
  };
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const system = await startLocalSystem({ home, port: await freePort(), virtualTime: false, env, log, signal });
    undo.push(() => system.stop());
    const url = system.env['DATABASE_URL'] ?? '';
    const [db, prisma] = [openDatabase(url, 2), openPrisma(url)];
    undo.push(() => Promise.all([db.close(), prisma.$disconnect()]));
    const clock = new MovableClock(0);
    const cases = await fillStories(db, options.cases, clock.now(), tell);
    const started = performance.now();
    await publishRelease({ db, directory: openDirectory(prisma), clock }, tell);
    const releaseSeconds = (performance.now() - started) / 1000;
    const token = await requestToken(home, 'regiocoordinator');
    const answersMs: Record<string, FiguresBench['answersMs'][string]> = {};
    for (const path of ASKED) answersMs[path] = await timesOf(`${system.url}${path}`, token);
    return { cases, releaseSeconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), answersMs };
  } finally {
    for (const step of undo.toReversed()) await step().catch((error: unknown) => log(String(error)));
  }
}

async function timesOf(url: string, token: string): Promise<FiguresBench['answersMs'][string]> {
  const took: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status} of ${new URL(url).pathname}`);
    took.push(performance.now() - started);
    bytes = body.length;
  }
  const at = (share: number): number => Number((quantile(took, share) ?? 0).toFixed(2));
  return { p50: at(0.5), p99: at(0.99), bytes };
}

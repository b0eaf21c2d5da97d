import { setTimeout as pause } from 'node:timers/promises';
import type { JsonAnswer, JsonClient } from './json-client.ts';
import type { Operation } from './record.ts';

export interface Asker {
  readonly http: JsonClient;
  readonly tokens: Readonly<Record<string, string>>;
  /** How long one operation is tried, in milliseconds. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  readonly onAnswer: () => void;
}

/** Asks under the operation's key until there is an answer: away, cut off and "not now" mean the same key again. */
export async function ask(asker: Asker, operation: Operation): Promise<void> {
  const started = performance.now();
  operation.answer = await untilAnswered(asker, operation, started);
  operation.waitedMs = performance.now() - started;
  asker.onAnswer();
}

/** The same request once more, long or short after its answer. */
export async function askAgain(asker: Asker, operation: Operation): Promise<void> {
  const answer = await untilAnswered(asker, operation, performance.now());
  if (answer !== null) operation.repeats.push(answer);
}

/** A look at something, tried until there is an answer. */
export async function look(asker: Asker, path: string, user: string): Promise<JsonAnswer | null> {
  const token = asker.tokens[user] ?? '';
  return untilTold(asker, performance.now(), () => asker.http.get(path, { token, timeoutMs: TRY_MS }));
}

function untilAnswered(asker: Asker, operation: Operation, started: number): Promise<JsonAnswer | null> {
  const { path, body, key, user } = operation;
  const token = asker.tokens[user] ?? '';
  return untilTold(asker, started, () => {
    operation.tries += 1;
    return asker.http.post(path, body, { token, key, timeoutMs: TRY_MS });
  });
}

const TRY_MS = 8_000;
const PAUSE_MS = 100;

async function untilTold(
  asker: Asker,
  started: number,
  attempt: () => Promise<JsonAnswer>,
): Promise<JsonAnswer | null> {
  while (performance.now() - started < asker.patienceMs) {
    asker.signal.throwIfAborted();
    const answer = await attempt().catch(() => null);
    if (answer !== null && answer.status !== 503) return answer;
    await pause(PAUSE_MS);
  }
  return null;
}

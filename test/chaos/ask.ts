import { setTimeout as pause } from 'node:timers/promises';
import type { JsonAnswer, JsonClient } from './json-client.ts';
import type { Operation } from './record.ts';

export interface Asker {
  readonly http: JsonClient;
  readonly tokens: Readonly<Record<string, string>>;
  /** How long one operation is tried, in milliseconds. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** Asks under the operation's key until there is an answer: away, cut off and "not now" mean the same key again. */
export async function ask(asker: Asker, operation: Operation): Promise<void> {
  const started = performance.now();
  operation.answer = await untilAnswered(asker, operation, started);
  operation.waitedMs = performance.now() - started;
}

/** The same request once more, long or short after its answer. */
export async function askAgain(asker: Asker, operation: Operation): Promise<void> {
  const answer = await untilAnswered(asker, operation, performance.now());
  if (answer !== null) operation.repeats.push(answer);
}

async function untilAnswered(asker: Asker, operation: Operation, started: number): Promise<JsonAnswer | null> {
  const { path, body, key, user } = operation;
  const token = asker.tokens[user] ?? '';
  while (performance.now() - started < asker.patienceMs) {
    asker.signal.throwIfAborted();
    operation.tries += 1;
    const answer = await asker.http.post(path, body, { token, key, timeoutMs: 8_000 }).catch(() => null);
    if (answer !== null && answer.status !== 503) return answer;
    await pause(100);
  }
  return null;
}

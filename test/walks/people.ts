import { randomUUID } from 'node:crypto';
import { machineClients } from '../../src/local/demo-region/machine-clients.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Ask } from '../harness/api.ts';

/** Someone of the demo region who can ask something: a person, or a machine that acts for one. */
export interface Someone {
  readonly handle: string;
  readonly roles: readonly string[];
  readonly organisation: string | null;
  readonly practitioner: string | null;
  readonly municipality: string | null;
  readonly headers: Record<string, string>;
}

const people: readonly Someone[] = users.map(({ handle, roles, organisation, practitioner, municipality }) => ({
  handle,
  roles,
  organisation,
  practitioner,
  municipality,
  headers: {},
}));

/** A machine acts for the professional of its organisation who has an AGB code. */
const machines: readonly Someone[] = machineClients.flatMap(({ clientId, organisation }) =>
  users
    .filter((user) => user.organisation === organisation && user.agb !== undefined)
    .map(({ roles, practitioner, municipality, agb = '' }) => ({
      handle: clientId,
      roles,
      organisation,
      practitioner,
      municipality,
      headers: { 'on-behalf-of': agb },
    })),
);

/** Everyone of the demo region. */
export const everyone: readonly Someone[] = [...people, ...machines];

export function someoneNamed(handle: string): Someone {
  const found = everyone.find((each) => each.handle === handle);
  if (found === undefined) throw new Error(`nobody is called ${handle}`);
  return found;
}

export type AskAs = (
  someone: Someone,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => ReturnType<Ask>;

/** Whatever can be asked: a suite, or a system that runs. */
export interface Asked {
  api(...asked: Parameters<Ask>): ReturnType<Ask>;
}

/** Asks as someone; a referral names the professional in its body, so that it carries no header. */
export function askingAs(system: Asked): AskAs {
  return (someone, method, path, body, headers = {}) => {
    const own = path === '/referrals' && method === 'POST' ? {} : someone.headers;
    return system.api(someone.handle, method, path, body, { ...own, ...headers });
  };
}

const PATIENCE_MS = 60_000;

/** The same, and where the answer is 503 the same again with the same key: that tells what became of it. */
export function askingUntil(ask: AskAs): AskAs {
  return async (someone, method, path, body, headers = {}) => {
    const until = Date.now() + PATIENCE_MS;
    const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    for (;;) {
      const answer = await ask(someone, method, path, body, { ...key, ...headers });
      if (answer.status !== 503 || Date.now() > until) return answer;
    }
  };
}

/** Does something for each, at most so many at once; answers in order. */
export async function inTurns<A, B>(items: readonly A[], atOnce: number, work: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as A);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return answers;
}

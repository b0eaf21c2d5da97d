import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { problemAnswer, type ProblemAnswer } from './answers.ts';
import { NotAsTold } from './as-told.ts';

/** Talks with the API over HTTP on behalf of the users of the demo region, each with an own token. */
export interface Talk {
  get<Shape extends z.ZodType>(user: string, path: string, shape: Shape): Promise<z.infer<Shape>>;
  post<Shape extends z.ZodType>(user: string, path: string, body: object, shape: Shape): Promise<z.infer<Shape>>;
  /** Asks what must be refused with this status. `body`: a POST. @throws NotAsTold when it is not. */
  refused(user: string, path: string, status: number, body?: object): Promise<ProblemAnswer>;
}

const PATIENCE_MS = 20_000;
const MOST_TRIES = 5;

export function openTalk(url: string, token: (user: string) => Promise<string>): Talk {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const known = tokens.get(user) ?? token(user);
    tokens.set(user, known);
    return known;
  };

  const ask = async (user: string, path: string, body: object | undefined): Promise<Response> => {
    const authorization = `Bearer ${await tokenOf(user)}`;
    // One key for all tries: after a 503 it tells the outcome instead of doing it twice.
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const request =
      body === undefined ? { headers: { authorization } } : { method: 'POST', headers, body: JSON.stringify(body) };
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(`${url}${path}`, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status !== 503 || tries === MOST_TRIES) return answer;
      await delay(Number(answer.headers.get('retry-after') ?? 1) * 1000);
    }
  };

  const read = async <Shape extends z.ZodType>(asked: string, answer: Response, shape: Shape) => {
    const parsed = shape.safeParse(await answer.json());
    if (parsed.success) return parsed.data;
    throw new NotAsTold(`${asked} gaf ${answer.status} met een andere inhoud: ${parsed.error.message}`);
  };

  const granted = async <Shape extends z.ZodType>(
    user: string,
    path: string,
    body: object | undefined,
    shape: Shape,
  ) => {
    const asked = `${body === undefined ? 'GET' : 'POST'} ${path} (${user})`;
    const answer = await ask(user, path, body);
    if (answer.ok) return read(asked, answer, shape);
    const { code, detail } = await read(asked, answer, problemAnswer);
    throw new NotAsTold(`${asked} gaf ${answer.status} ${code}: ${detail}`);
  };

  return {
    get: (user, path, shape) => granted(user, path, undefined, shape),
    post: (user, path, body, shape) => granted(user, path, body, shape),
    refused: async (user, path, status, body) => {
      const asked = `${body === undefined ? 'GET' : 'POST'} ${path} (${user})`;
      const answer = await ask(user, path, body);
      if (answer.status === status) return read(asked, answer, problemAnswer);
      throw new NotAsTold(`${asked} gaf ${answer.status}, maar moest met ${status} worden geweigerd`);
    },
  };
}

import { z } from 'zod';
import type { Context, Hono } from 'hono';
import type { Subject } from '../access/subject.ts';
import type { Asking } from '../cases/visit.ts';
import { type Origin, originOf } from '../cases/recording.ts';
import { pointersOf } from '../cases/check-form.ts';
import type { ApiContext } from './app.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import type { Described } from './openapi.ts';

export interface Env {
  Variables: { requestId: string };
}

/** One request that has passed authentication. */
export interface Asked<Query> {
  readonly subject: Subject;
  readonly asking: Asking;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The parsed body; undefined for a method without one. Its form is checked after visibility. */
  readonly body: unknown;
  readonly origin: Origin;
  readonly ifMatch: number | null;
}

export interface Endpoint<Query extends z.ZodType = z.ZodType<Record<string, never>>> extends Described {
  readonly query?: Query;
  readonly answer: (context: ApiContext, asked: Asked<z.infer<Query>>) => Promise<Response>;
}

/**
 * Puts a route in the app and in the OpenAPI document. Checks in the order of contract 2: authentication first; the
 * handler sees to visibility, and only then to form and state.
 */
export function endpoint<Query extends z.ZodType>(app: Hono<Env>, context: ApiContext, route: Endpoint<Query>): void {
  context.registry.add(route);
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.on(route.method.toUpperCase(), path, async (c) => {
    const subject = await context.authenticate(c.req.header('authorization'));
    const requestId = c.get('requestId');
    const body = route.method === 'post' ? await readJson(c.req.raw) : undefined;
    return route.answer(context, {
      subject,
      asking: { subject, requestId, event: `${route.method.toUpperCase()} ${route.path}` },
      params: c.req.param(),
      query: readQuery(c, route.query),
      body,
      origin: originOfRequest(c, context, subject, body),
      ifMatch: readIfMatch(c),
    });
  });
}

function readQuery<Query extends z.ZodType>(c: Context, schema: Query | undefined): z.infer<Query> {
  const given = Object.fromEntries(
    Object.entries(c.req.queries()).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  );
  const parsed = (schema ?? z.strictObject({})).safeParse(given);
  if (parsed.success) return parsed.data as z.infer<Query>;
  throw new Problem('invalid-input', 'De vraag in het adres klopt niet.', { errors: pointersOf(parsed.error) });
}

const KEY = /^[\u0021-\u007e]{1,255}$/;

function originOfRequest(c: Context, context: ApiContext, subject: Subject, body: unknown): Origin {
  const key = c.req.header('idempotency-key') ?? null;
  if (key !== null && !KEY.test(key)) {
    throw new Problem('invalid-input', 'De Idempotency-Key klopt niet.', {
      errors: [{ pointer: '/headers/idempotency-key', detail: 'Gebruik 1 tot 255 zichtbare ASCII-tekens.' }],
    });
  }
  const path = `${c.req.method} ${new URL(c.req.url).pathname}`;
  return originOf(context.cases.ring, subject.sub, path, key, body ?? null);
}

function readIfMatch(c: Context): number | null {
  const header = c.req.header('if-match');
  if (header === undefined || header === '*') return null;
  const seq = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (seq !== undefined) return Number(seq);
  throw new Problem('invalid-input', 'If-Match klopt niet.', {
    errors: [{ pointer: '/headers/if-match', detail: 'Stuur de ETag terug zoals u haar kreeg.' }],
  });
}

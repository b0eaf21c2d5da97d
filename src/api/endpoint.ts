import { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import type { Subject } from '../access/subject.ts';
import { Unauthenticated } from '../access/tokens.ts';
import { readShape } from '../cases/read-shape.ts';
import { Refusal } from '../cases/case-error.ts';
import { type Origin, originOf } from '../cases/recording.ts';
import type { Asking } from '../cases/visit.ts';
import { actingOf } from './acting.ts';
import type { ApiContext } from './context.ts';
import { cameIn, logged, recordStranger } from './log-request.ts';
import type { Described } from './openapi.ts';
import { Problem } from './problem.ts';
import { readJson } from './read-json.ts';

const JSON_TYPE = 'application/json';

export interface Env {
  Variables: { requestId: string };
}

/** What came with a request, apart from who asks for what. */
interface Input<Query> {
  readonly query: Query;
  /** The parsed JSON; undefined for a method without a body. */
  readonly body: unknown;
  readonly key: string | null;
  /** The entity tags of If-Match; null when any will do. */
  readonly ifMatch: ReadonlySet<string> | null;
}

/** One request that has passed authentication. Query, body and ifMatch hold only after `asking.insist()`. */
export interface Asked<Query> extends Omit<Input<Query>, 'key'> {
  readonly subject: Subject;
  readonly asking: Asking;
  readonly params: Readonly<Record<string, string>>;
  readonly origin: Origin;
  /** Asked for this media type before JSON. */
  readonly wants: (type: string) => boolean;
}

export interface Endpoint<Query extends z.ZodType = z.ZodType<Record<string, never>>> extends Described {
  readonly query?: Query;
  /** The body names the professional for whom a machine acts; elsewhere the header On-Behalf-Of does. */
  readonly professionalInBody?: boolean;
  readonly answer: (context: ApiContext, asked: Asked<z.infer<Query>>) => Promise<Response>;
}

/**
 * Puts a route in the app and in the OpenAPI document. Checks in the order of contract 2: authentication first; the
 * handler sees to visibility, and only then, by `asking.insist()`, to the form of the request.
 */
export function endpoint<Query extends z.ZodType>(app: Hono<Env>, context: ApiContext, route: Endpoint<Query>): void {
  context.registry.add(route);
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const method = route.method.toUpperCase();
  app.on(method, path, async (c) => {
    const traceparent = c.req.header('traceparent');
    const came = cameIn(c.get('requestId'), `${method} ${route.path}`, { address: addressOf(c), traceparent });
    const caller = await authenticated(c, context, came);
    await context.limits.count(caller);
    const read = await readInput(c, route);
    const acting = await actingOf(c, context, route, caller);
    const { subject } = acting;
    const insist = (): void => {
      if ('problem' in read) throw read.problem;
      if (acting.problem !== undefined) throw acting.problem;
    };
    const { key, body, ...input } = 'problem' in read ? NOTHING : read.input;
    const where = `${method} ${new URL(c.req.url).pathname}`;
    // The same words for another professional are another request.
    const asked = acting.behalf === null ? (body ?? null) : { onBehalfOf: acting.behalf, body: body ?? null };
    const asking: Asking = { ...came, subject, insist };
    return logged(context.cases, asking, () =>
      route.answer(context, {
        subject,
        asking,
        params: c.req.param(),
        ...(input as Omit<Input<z.infer<Query>>, 'key' | 'body'>),
        body,
        origin: originOf(context.cases.ring, subject.sub, where, key, asked),
        wants: (type) => accepts(c, { header: 'Accept', supports: [JSON_TYPE, type], default: JSON_TYPE }) === type,
      }),
    );
  });
}

async function authenticated(
  c: Context,
  { authenticate, limits, cases }: ApiContext,
  came: ReturnType<typeof cameIn>,
): Promise<Subject> {
  try {
    return await authenticate(c.req.header('authorization'));
  } catch (error) {
    if (error instanceof Unauthenticated) {
      await limits.countFailed(addressOf(c));
      await recordStranger(cases, came);
    }
    throw error;
  }
}

/** Of the connection, which is the proxy's behind a proxy; without one (an app that is asked in process) ''. */
function addressOf(c: Context): string {
  const incoming: unknown = (c.env as { incoming?: unknown } | undefined)?.incoming;
  return incoming instanceof IncomingMessage ? (incoming.socket.remoteAddress ?? '') : '';
}

/** What stands for a request that cannot be read. */
const NOTHING: Input<unknown> = { query: {}, body: undefined, key: null, ifMatch: null };

/** Reads everything; what is wrong is told later, to who may know of what was asked for. */
async function readInput<Query extends z.ZodType>(
  c: Context,
  { method, query }: Endpoint<Query>,
): Promise<{ readonly input: Input<z.infer<Query>> } | { readonly problem: Refusal }> {
  try {
    const body = method === 'get' ? undefined : await readJson(c.req.raw);
    const key = method === 'get' ? null : readKey(c);
    const input = { query: readQuery(c, query), body, key, ifMatch: readIfMatch(c) };
    if (method === 'patch' && input.ifMatch === null) throw versionUnsaid();
    return { input };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error };
    throw error;
  }
}

/** Made once: zod compiles a schema the first time that it is used. */
const noQuery = z.strictObject({});

function readQuery<Query extends z.ZodType>(c: Context, schema: Query | undefined): z.infer<Query> {
  const given = new Map<string, string | string[]>();
  for (const [name, value] of new URL(c.req.url).searchParams) {
    const known = given.get(name);
    given.set(name, known === undefined ? value : [known, value].flat());
  }
  const detail = 'De vraag in het adres klopt niet.';
  return readShape(schema ?? noQuery, Object.fromEntries(given), detail) as z.infer<Query>;
}

const KEY = /^[\u0021-\u007e]{1,255}$/;

function readKey(c: Context): string | null {
  const key = c.req.header('idempotency-key') ?? null;
  if (key === null || KEY.test(key)) return key;
  throw new Problem('invalid-input', 'De Idempotency-Key klopt niet.', {
    errors: [{ pointer: '/headers/idempotency-key', detail: 'Gebruik 1 tot 255 zichtbare ASCII-tekens.' }],
  });
}

/** RFC 6585: whoever replaces something says which version was seen. `*` says nothing of that. */
function versionUnsaid(): Problem {
  return new Problem('precondition-required', 'Zeg met If-Match van welke versie u uitgaat.', {
    errors: [{ pointer: '/headers/if-match', detail: 'Stuur de ETag terug zoals u haar kreeg.' }],
  });
}

const TAG = '(?:W/)?"[\\u0021\\u0023-\\u007e]*"';
const TAGS = new RegExp(`^${TAG}(?:\\s*,\\s*${TAG})*$`);

/** The tags of If-Match (RFC 9110); a weak one matches nothing. */
function readIfMatch(c: Context): ReadonlySet<string> | null {
  const header = c.req.header('if-match');
  if (header === undefined || header.trim() === '*') return null;
  if (TAGS.test(header)) return new Set(header.split(',').map((tag) => tag.trim()));
  throw new Problem('invalid-input', 'If-Match klopt niet.', {
    errors: [{ pointer: '/headers/if-match', detail: 'Stuur de ETag terug zoals u haar kreeg.' }],
  });
}

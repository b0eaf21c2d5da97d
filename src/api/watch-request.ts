import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { traceIn } from '../access/log-codes.ts';
import type { CaseContext } from '../cases/context.ts';
import type { Env } from './endpoint.ts';

/** Asked by machines again and again: no line for each. */
const QUIET = new Set(['GET /health', 'GET /ready', 'GET /metrics']);

/** Gives every request its number, and counts and logs it by its route: never its address, which holds ids. */
export function watchRequest({ metrics, log }: CaseContext): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    // Not `c.header`: it would copy the answer, and turn its body into a stream.
    c.res.headers.set('x-request-id', requestId);
    c.res.headers.set('cache-control', 'no-store');
    const route = `${c.req.method} ${c.req.routePath}`;
    const { status } = c.res;
    const ms = performance.now() - started;
    metrics.requests.inc({ route, status: String(status) });
    metrics.seconds.observe({ route }, ms / 1000);
    const traceId = traceIn(c.req.header('traceparent'));
    const line = { requestId, ...(traceId === undefined ? {} : { traceId }), route, status, ms: Math.round(ms) };
    log[QUIET.has(route) ? 'debug' : 'info'](line, 'a request was answered');
  };
}

import type { Hono } from 'hono';
import { z } from 'zod';
import { createFigures } from '../../cases/read-figures.ts';
import type { ApiContext } from '../context.ts';
import type { Env } from '../endpoint.ts';
import type { Described } from '../openapi.ts';
import { json } from '../reply.ts';

const ready = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.boolean()) }).meta({
  examples: [{ ready: true, parts: { postgresql: true, temporal: true, worker: true, identityProvider: true } }],
});
const notReady = ready.meta({
  examples: [{ ready: false, parts: { postgresql: true, temporal: false, worker: false, identityProvider: true } }],
});
const health = z.object({ status: z.literal('ok') }).meta({ examples: [{ status: 'ok' }] });

/** What those who run the system ask, without a login. */
export function healthRoutes(app: Hono<Env>, context: ApiContext): void {
  const open = (path: string, summary: string, schema: z.ZodType, more: Partial<Described> = {}): void => {
    const success = { status: 200, schema, description: summary } as const;
    context.registry.add({ method: 'get', path, summary, success, problems: [], open: true, ...more });
  };

  open('/health', 'Draait dit proces', health);
  app.get('/health', () => json({ status: 'ok' }));

  open('/ready', 'Zijn alle onderdelen bereikbaar', ready, { notReady });
  app.get('/ready', async () => {
    const parts = await context.parts();
    const all = Object.values(parts).every(Boolean);
    return json({ ready: all, parts }, all ? 200 : 503, all ? {} : { 'retry-after': '2' });
  });

  const summary = 'Cijfers over de techniek, voor Prometheus';
  const example = 'ketenpad_requests_total{route="GET /health",status="200"} 1\n';
  const success = { status: 200, schema: z.string(), description: summary, type: 'text/plain', example } as const;
  open('/metrics', summary, z.string(), { success });
  let figures: (() => Promise<void>) | undefined;
  app.get('/metrics', async () => {
    figures ??= createFigures(context.cases);
    await figures();
    const { registry } = context.cases.metrics;
    return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
  });
}

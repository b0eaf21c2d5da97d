import type { Hono } from 'hono';
import { z } from 'zod';
import { permitRole, type RoleAction } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { findOrphans } from '../../cases/find-orphans.ts';
import { createMoveOnce } from '../../cases/move-once.ts';
import type { MoveClock } from '../../cases/move-clock.ts';
import { readShape } from '../../cases/read-shape.ts';
import { recordAccess } from '../../cases/visit.ts';
import { instant } from '../../reading/instant.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { type Described, openApiDocument } from '../openapi.ts';
import { Problem, problems } from '../problem.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

// Ten years at most in one go: every wake-up of every case in between is really handled.
const advance = z.strictObject({
  advance: z
    .string('Geef een duur, zoals P14D.')
    .regex(/^P(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, 'Geef een duur, zoals P14D.')
    .refine((duration) => daysAtMost(duration) <= 3_660, 'Geef een duur van ten hoogste tien jaar.'),
});

function daysAtMost(duration: string): number {
  const days: Readonly<Record<string, number>> = { Y: 366, M: 31, W: 7, D: 1 };
  return [...duration.matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (days[unit ?? ''] ?? 0),
    0,
  );
}

export function systemRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/orphans',
    summary: 'Trajecten die niemand hoeft te bewegen: altijd leeg',
    success: { status: 200, schema: listOf(z.uuid()), description: 'De nummers' },
    problems: ['not-found'],
    answer: async ({ cases }, { subject, asking }) => {
      const policy = allowed(subject, 'orphans.read');
      asking.insist();
      await recordAccess(cases, asking, 'R', null, { policy });
      return json({ items: await findOrphans(cases), next: null });
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/me',
    summary: 'Wie ben ik',
    success: { status: 200, schema: z.record(z.string(), z.unknown()), description: 'Uw rollen en uw organisatie' },
    problems: [],
    answer: async ({ cases }, { subject, asking }) => {
      asking.insist();
      const { sub, roles, organisation, practitioner, municipality } = subject;
      const organisationName =
        organisation === null ? null : ((await cases.directory.names()).get(organisation) ?? null);
      return json({ id: sub, roles, organisation, organisationName, practitioner, municipality });
    },
  });
  if (context.moveClock !== null) clockRoute(app, context, context.moveClock);
  openRoutes(app, context);
}

function clockRoute(app: Hono<Env>, context: ApiContext, moveClock: MoveClock): void {
  const once = createMoveOnce();
  endpoint(app, context, {
    method: 'post',
    path: '/dev/clock',
    summary: 'Zet de tijd vooruit (alleen in een proefomgeving)',
    body: { schema: advance, example: { advance: 'P14D' } },
    success: {
      status: 200,
      schema: z.object({ now: z.iso.datetime() }),
      description: 'De nieuwe tijd, als alles is afgehandeld',
    },
    problems: ['not-found'],
    answer: async ({ cases }, { subject, asking, body, origin }) => {
      allowed(subject, 'clock.move');
      asking.insist();
      const { advance: by } = readShape(advance, body, 'Geef een duur, zoals {"advance": "P14D"}.');
      return json({ now: instant(await once(cases.db, origin, () => moveClock(by))) });
    },
  });
}

/** @returns the rule that allows it. @throws Problem `not-found`: for others these routes do not exist. */
function allowed(subject: Subject, action: RoleAction): string {
  const verdict = permitRole(subject, action);
  if (verdict.allowed) return verdict.policy;
  throw new Problem('not-found', 'Dit adres bestaat niet.');
}

const readySchema = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.boolean()) });

/** Routes without a login. */
function openRoutes(app: Hono<Env>, context: ApiContext): void {
  const { registry } = context;
  const open = (path: string, summary: string, more: Partial<Described> & { type?: string } = {}): void => {
    const { type, ...rest } = more;
    const success = {
      status: 200,
      schema: z.unknown(),
      description: summary,
      ...(type === undefined ? {} : { type }),
    } as const;
    registry.add({ method: 'get', path, summary, success, problems: [], open: true, ...rest });
  };

  open('/health', 'Draait dit proces');
  app.get('/health', () => json({ status: 'ok' }));

  open('/ready', 'Zijn alle onderdelen bereikbaar', { notReady: readySchema });
  app.get('/ready', async () => {
    const parts = await context.parts();
    const ready = Object.values(parts).every(Boolean);
    return json({ ready, parts }, ready ? 200 : 503, ready ? {} : { 'retry-after': '2' });
  });

  open('/metrics', 'Cijfers over de techniek, voor Prometheus', { type: 'text/plain' });
  app.get('/metrics', async () => {
    const { registry: prometheus } = context.cases.metrics;
    return new Response(await prometheus.metrics(), { headers: { 'content-type': prometheus.contentType } });
  });

  open('/openapi.json', 'Dit document');
  let document: object | undefined;
  app.get('/openapi.json', () => json((document ??= openApiDocument(registry))));

  open('/problems/{code}', 'Uitleg bij een foutcode', { type: 'text/html', problems: ['not-found'] });
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code');
    const known = Object.entries(problems).find(([name]) => name === code);
    if (known === undefined) throw new Problem('not-found', 'Deze foutcode bestaat niet.');
    const [name, { title, help, status }] = known;
    const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${help}</p><p>Code: <code>${name}</code> (HTTP ${status})</p></html>`;
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
}

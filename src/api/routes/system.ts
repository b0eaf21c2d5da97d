import type { Hono } from 'hono';
import { z } from 'zod';
import { permitRole, type RoleAction } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { recordAccess } from '../../cases/visit.ts';
import { readOrphans } from '../../reading/orphans.ts';
import { instant } from '../../reading/instant.ts';
import type { ApiContext } from '../app.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { openApiDocument } from '../openapi.ts';
import { Problem, problems } from '../problem.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

const advance = z.strictObject({
  advance: z.string().regex(/^P(?=\d)(\d{1,3}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, 'Geef een duur, zoals P14D.'),
});

export function systemRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/orphans',
    summary: 'Trajecten die niemand hoeft te bewegen: altijd leeg',
    success: { status: 200, schema: listOf(z.uuid()), description: 'De nummers' },
    problems: ['not-found'],
    answer: async ({ cases }, { subject, asking }) => {
      await recordAccess(cases, asking, 'R', null, { policy: allowed(subject, 'orphans.read') });
      return json({ items: await readOrphans(cases.db), next: null });
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/me',
    summary: 'Wie ben ik',
    success: { status: 200, schema: z.record(z.string(), z.unknown()), description: 'Uw rollen en uw organisatie' },
    problems: [],
    answer: async ({ cases }, { subject }) => {
      const { sub, roles, organisation, practitioner, municipality } = subject;
      const organisationName =
        organisation === null ? null : ((await cases.directory.names()).get(organisation) ?? null);
      return json({ id: sub, roles, organisation, organisationName, practitioner, municipality });
    },
  });
  if (context.moveClock !== null) clockRoute(app, context);
  openRoutes(app, context);
}

function clockRoute(app: Hono<Env>, context: ApiContext): void {
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
    problems: ['not-found', 'invalid-input', 'malformed'],
    answer: async ({ moveClock }, { subject, body }) => {
      allowed(subject, 'clock.move');
      const parsed = advance.safeParse(body);
      if (!parsed.success || moveClock === null) {
        throw new Problem('invalid-input', 'Geef een duur, zoals {"advance": "P14D"}.', {
          errors: [{ pointer: '/advance', detail: 'Geef een duur, zoals P14D.' }],
        });
      }
      return json({ now: instant(await moveClock(parsed.data.advance)) });
    },
  });
}

/** @returns the rule that allows it. @throws Problem `not-found`: for others these routes do not exist. */
function allowed(subject: Subject, action: RoleAction): string {
  const verdict = permitRole(subject, action);
  if (verdict.allowed) return verdict.policy;
  throw new Problem('not-found', 'Dit adres bestaat niet.');
}

/** Routes without a login. */
function openRoutes(app: Hono<Env>, context: ApiContext): void {
  const { registry } = context;
  const open = (path: string, summary: string): void =>
    registry.add({
      method: 'get',
      path,
      summary,
      success: { status: 200, schema: z.unknown(), description: summary },
      problems: [],
      open: true,
    });

  open('/health', 'Draait dit proces');
  app.get('/health', () => json({ status: 'ok' }));

  open('/ready', 'Zijn alle onderdelen bereikbaar');
  app.get('/ready', async () => {
    const parts = await context.parts();
    const ready = Object.values(parts).every(Boolean);
    return json({ ready, parts }, ready ? 200 : 503, ready ? {} : { 'retry-after': '2' });
  });

  open('/metrics', 'Cijfers over de techniek, voor Prometheus');
  app.get('/metrics', async () => {
    const { registry: prometheus } = context.cases.metrics;
    return new Response(await prometheus.metrics(), { headers: { 'content-type': prometheus.contentType } });
  });

  open('/openapi.json', 'Dit document');
  let document: object | undefined;
  app.get('/openapi.json', () => json((document ??= openApiDocument(registry))));

  open('/problems/{code}', 'Uitleg bij een foutcode');
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code');
    const known = Object.entries(problems).find(([name]) => name === code);
    if (known === undefined) throw new Problem('not-found', 'Deze foutcode bestaat niet.');
    const [name, { title, help, status }] = known;
    const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${help}</p><p>Code: <code>${name}</code> (HTTP ${status})</p></html>`;
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
}

import type { Hono } from 'hono';
import { decideOnCase, decisionSchema, refuseStale } from '../../cases/decide-on-case.ts';
import type { CaseView } from '../../cases/look/case-view.ts';
import { seeActions, seeCase, seeTrail } from '../../cases/look/see-case.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { actionSchema, caseSchema, listOf, trailItemSchema } from '../schemas.ts';

export function caseRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}',
    summary: 'Bekijk een traject',
    success: { status: 200, schema: caseSchema, description: 'Het traject, zover u het mag zien' },
    problems: ['not-found', 'stale'],
    answer: async ({ cases }, { asking, params, ifMatch }) => {
      const view = await seeCase(cases, asking, params['id'] ?? '');
      refuseStale(view.seq, ifMatch);
      return withTag(view);
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/actions',
    summary: 'Wat kan er nu, en mag u dat',
    success: { status: 200, schema: listOf(actionSchema), description: 'Elke handeling die openstaat' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params }) =>
      json({ items: await seeActions(cases, asking, params['id'] ?? ''), next: null }),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/trail',
    summary: 'Wat er is gebeurd, op volgorde',
    success: { status: 200, schema: listOf(trailItemSchema), description: 'De feiten, zover u ze mag zien' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params }) =>
      json({ items: await seeTrail(cases, asking, params['id'] ?? ''), next: null }),
  });
  endpoint(app, context, {
    method: 'post',
    path: '/cases/{id}/decisions',
    summary: 'Neem een beslissing op een open stap',
    body: {
      schema: decisionSchema,
      example: { openStep: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10.laag-advies.1', outcome: 'gedaan' },
    },
    success: { status: 200, schema: caseSchema, description: 'Het traject na de beslissing' },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale', 'reason-required', 'consent-missing'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) =>
      withTag(await cases.time.during(() => decideOnCase(cases, asking, params['id'] ?? '', body, origin, ifMatch))),
  });
}

/** Every case answer carries its number, to be sent back as If-Match. */
function withTag(view: CaseView): Response {
  return json(view, 200, { etag: `"${view.seq}"` });
}

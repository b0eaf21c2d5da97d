import type { Hono } from 'hono';
import { refuseStale } from '../../cases/command-on-case.ts';
import { seeActions, seeCase, seeTrail } from '../../cases/look/see-case.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json, withTag } from '../reply.ts';
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
}

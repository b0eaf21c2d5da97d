import type { Hono } from 'hono';
import { z } from 'zod';
import { listWork, worklistQuery } from '../../cases/list-work.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

export function worklistRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/worklist',
    summary: 'Uw open stappen, de eerste termijn bovenaan',
    query: worklistQuery,
    success: { status: 200, schema: listOf(z.record(z.string(), z.unknown())), description: 'Open stappen' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await listWork(cases, asking, query)),
  });
}

import type { Hono } from 'hono';
import { listWork } from '../../cases/list-work.ts';
import { worklistQuery } from '../../cases/worklist-request.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { workItemSchema } from '../schemas/work-item.ts';
import { listOf } from '../schemas.ts';

export function worklistRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/worklist',
    summary: 'Uw open stappen, de eerste termijn bovenaan',
    query: worklistQuery,
    success: { status: 200, schema: listOf(workItemSchema), description: 'Open stappen' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await listWork(cases, asking, query)),
  });
}

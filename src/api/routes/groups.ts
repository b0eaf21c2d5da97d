import type { Hono } from 'hono';
import { changeGroup } from '../../cases/groups/change-group.ts';
import { formGroup } from '../../cases/groups/form-group.ts';
import { changeSchema, groupSchema } from '../../cases/groups/group-request.ts';
import { groupsQuery, listGroups, seeGroup, seeWaiting, waitingQuery } from '../../cases/groups/see-groups.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { changedGroupSchema, groupViewSchema, waitingSchema } from '../schemas/group.ts';
import { listOf } from '../schemas.ts';

const example = {
  chain: 'valpreventie',
  area: { municipality: 'enschede', kern: 'glanerbrug' },
  organisation: '277e78db-b90f-45fc-a62e-880fd06532f6',
  startsOn: '2027-01-11',
  endsOn: '2027-04-12',
  cases: ['3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10'],
};

export function groupRoutes(app: Hono<Env>, context: ApiContext): void {
  // Before the route of one group: a router takes the first that fits.
  endpoint(app, context, {
    method: 'get',
    path: '/groups/waiting',
    summary: 'Hoeveel inwoners wachten per kern op een groep',
    query: waitingQuery,
    success: {
      status: 200,
      schema: listOf(waitingSchema),
      description: 'Per kern, met of er genoeg zijn voor een groep',
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json({ items: await seeWaiting(cases, asking, query), next: null }),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/groups',
    summary: 'De groepen die u vormde of leidt',
    query: groupsQuery,
    success: { status: 200, schema: listOf(groupViewSchema), description: 'Groepen, de eerste begindatum bovenaan' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await listGroups(cases, asking, query)),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/groups/{id}',
    summary: 'Bekijk een groep',
    success: { status: 200, schema: groupViewSchema, description: 'De groep met haar plekken' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params }) => withTag(await seeGroup(cases, asking, params['id'] ?? ''), 200),
  });
  endpoint(app, context, {
    method: 'post',
    path: '/groups',
    summary: 'Vorm een groep van inwoners die wachten',
    body: { schema: groupSchema, example },
    success: { status: 201, schema: groupViewSchema, description: 'De groep, met wat elk traject zei' },
    problems: ['forbidden', 'not-found'],
    answer: async ({ cases }, { asking, body, origin }) => {
      const group = await cases.time.during(() => formGroup(cases, asking, body, origin));
      return withTag(group, 201, { location: `/groups/${group.id}` });
    },
  });
  endpoint(app, context, {
    method: 'post',
    path: '/groups/{id}/changes',
    summary: 'Verander een groep: andere data, een plek vullen of vrijgeven',
    body: { schema: changeSchema, example: { startsOn: '2027-01-18', endsOn: '2027-04-19' } },
    success: {
      status: 200,
      schema: changedGroupSchema,
      description: 'De groep, met wat elk traject zei',
    },
    problems: ['forbidden', 'not-found', 'stale'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) =>
      withTag(
        await cases.time.during(() => changeGroup(cases, asking, params['id'] ?? '', body, origin, ifMatch)),
        200,
      ),
  });
}

function withTag(group: { readonly seq: number }, status: 200 | 201, headers: Record<string, string> = {}): Response {
  return json(group, status, { etag: `"${group.seq}"`, ...headers });
}

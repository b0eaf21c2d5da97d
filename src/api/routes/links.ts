import type { Hono } from 'hono';
import { changeCase } from '../../cases/command-on-case.ts';
import { link } from '../../cases/link.ts';
import { lastLink } from '../../cases/look/last-link.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { linkSchema } from '../schemas/case.ts';
import { exampleCase } from '../schemas/party.ts';

const coupled = { type: 'parallel', chain: 'sociaal-verwijzen', case: exampleCase, status: 'open' };

/** Cases that hang together. */
export function linkRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'post',
    path: '/cases/{id}/links',
    summary: 'Koppel een traject aan een ander, of verwijs vanuit dit traject naar een andere keten',
    body: {
      schema: link.schema,
      example: {
        type: 'parallel',
        chain: 'sociaal-verwijzen',
        consent: { given: true, at: '2026-11-21T10:00:00Z', by: 'inwoner' },
      },
    },
    success: {
      status: 201,
      schema: linkSchema,
      description: 'De koppeling, zoals beide trajecten haar tonen',
      example: coupled,
    },
    problems: [
      'forbidden',
      'not-found',
      'not-allowed-now',
      'ended',
      'stale',
      'already-referred',
      'not-in-target-group',
      'consent-missing',
    ],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      return cases.time.during(() =>
        changeCase(cases, link, request, async ({ state }) =>
          json(await lastLink(cases, state), 201, { location: `/cases/${state.case}`, etag: `"${state.seq}"` }),
        ),
      );
    },
  });
}

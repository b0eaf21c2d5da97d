import type { Hono } from 'hono';
import { z } from 'zod';
import { describeChain, refuseUnknownChain } from '../../cases/describe-chain.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';

export function chainRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/chains/{id}',
    summary: 'De definitie van een keten: stappen, rollen, termijnen, uitkomsten en formulieren',
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    success: { status: 200, schema: z.record(z.string(), z.unknown()), description: 'De definitie' },
    problems: ['not-found'],
    answer: async (_context, { asking, params, query }) => {
      refuseUnknownChain(params['id'] ?? '');
      asking.insist();
      return json(describeChain(params['id'] ?? '', query.version));
    },
  });
}

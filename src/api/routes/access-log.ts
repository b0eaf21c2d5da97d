import type { Hono } from 'hono';
import { z } from 'zod';
import { accessLogQuery, seeAccessLog } from '../../cases/see-access-log.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

const accessItem = z.object({
  at: z.iso.datetime(),
  organisationName: z.string().nullable(),
  roles: z.array(z.string()),
  chain: z.string(),
  action: z.enum(['bekeken', 'vastgelegd']),
});

const example = {
  items: [
    {
      at: '2026-11-24T09:12:40.000Z',
      organisationName: 'Thuiszorg Voorbeeld (fictief)',
      roles: ['tester'],
      chain: 'valpreventie',
      action: 'bekeken',
    },
  ],
  next: null,
};

export function accessLogRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/me/access-log',
    summary: 'Voor inwoners: wie keek naar mijn gegevens',
    query: accessLogQuery,
    success: {
      status: 200,
      schema: listOf(accessItem),
      description: 'Welke organisatie, in welke rol en wanneer; het nieuwste bovenaan',
      example,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await seeAccessLog(cases, asking, query)),
  });
}

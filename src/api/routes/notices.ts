import type { Hono } from 'hono';
import { z } from 'zod';
import { noticesQuery, seeNotices } from '../../cases/see-notices.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { exampleCase } from '../schemas/party.ts';
import { listOf } from '../schemas.ts';

const notice = z
  .object({
    id: z.uuid(),
    case: z.uuid(),
    at: z.iso.datetime(),
    from: z.string(),
    kind: z.string(),
    text: z.string(),
    seenAt: z.iso.datetime(),
  })
  .meta({
    id: 'Notice',
    description: 'Een bericht over een traject waar uw organisatie een deel in had, zonder inhoud.',
    examples: [
      {
        id: '9d0c4f5e-6f0b-4a39-8a52-0b7a1d6a3b52',
        case: exampleCase,
        at: '2026-11-24T09:12:40.000Z',
        from: 'Valpreventie',
        kind: 'vervallen',
        text: 'Een stap die bij u openstond, is vervallen.',
        seenAt: '2026-11-24T11:30:00.000Z',
      },
    ],
  });

export function noticeRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/notices',
    summary: 'Berichten aan uw organisatie over trajecten die anderen verwezen',
    query: noticesQuery,
    success: { status: 200, schema: listOf(notice), description: 'Het nieuwste bericht bovenaan' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await seeNotices(cases, asking, query)),
  });
}

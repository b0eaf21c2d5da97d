import type { Hono } from 'hono';
import { z } from 'zod';
import { exportBasisCodes } from '../../cases/audit/export-request.ts';
import { listOwnCases } from '../../cases/list-own-cases.ts';
import { accessLogQuery, seeAccessLog } from '../../cases/see-access-log.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

/** What covers that somebody is shown. */
const shownOn = ['betrokkene', 'verwijzing', 'toestemming', 'eigen-dossier'] as const;

const accessItem = z.object({
  at: z.iso.datetime(),
  times: z.number().int(),
  organisationName: z.string().nullable(),
  roles: z.array(z.string()),
  user: z.string(),
  chain: z.string().nullable(),
  data: z.enum([
    'traject',
    'verloop',
    'formulieren',
    'toestemmingen',
    'vragen',
    'verwijzingen',
    'werklijst',
    'groep',
    'uitgifte',
  ]),
  action: z.enum(['bekeken', 'vastgelegd', 'gewist', 'uitgegeven']),
  rule: z.object({ id: z.string(), relation: z.string().nullable() }).nullable(),
  basis: z.enum([...new Set([...shownOn, ...exportBasisCodes])]).nullable(),
});

const example = {
  items: [
    {
      at: '2026-11-24T09:12:40.000Z',
      times: 3,
      organisationName: 'Thuiszorg Voorbeeld (fictief)',
      roles: ['tester'],
      user: 'n3xQ1yT2o0m7rGvXl4Yk9bVQm1sZcD5uK8wE6hJpA2I',
      chain: 'valpreventie',
      data: 'traject',
      action: 'bekeken',
      rule: { id: 'K1', relation: 'regie' },
      basis: 'toestemming',
    },
  ],
  next: null,
};

const ownCase = z.object({
  id: z.uuid(),
  chain: z.string(),
  label: z.string(),
  status: z.enum(['open', 'paused', 'ended']),
  ending: z.string().nullable(),
  startedAt: z.iso.datetime(),
  told: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
});

const ownExample = {
  items: [
    {
      id: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10',
      chain: 'valpreventie',
      label: 'Valpreventie',
      status: 'open',
      ending: null,
      startedAt: '2026-11-24T09:12:40.000Z',
      told: [{ at: '2026-12-02T10:00:00.000Z', text: 'Er is een volgende stap gezet.' }],
    },
  ],
  next: null,
};

export function accessLogRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/me/cases',
    summary: 'Voor inwoners: mijn trajecten',
    success: {
      status: 200,
      schema: listOf(ownCase),
      description: 'Elk traject, het nieuwste bovenaan',
      example: ownExample,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking }) => json({ items: await listOwnCases(cases, asking), next: null }),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/me/access-log',
    summary: 'Voor inwoners: wie keek naar mijn gegevens',
    query: accessLogQuery,
    success: {
      status: 200,
      schema: listOf(accessItem),
      description: 'Wie wat bekeek of vastlegde, per dag en soort gegevens samengenomen; het nieuwste bovenaan',
      example,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await seeAccessLog(cases, asking, query)),
  });
}

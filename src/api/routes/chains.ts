import type { Hono } from 'hono';
import { z } from 'zod';
import { currentChain } from '../../cases/describe-chain.ts';
import { drawChain } from '../../cases/draw-chain.ts';
import { chainsQuery, listChains } from '../../cases/list-chains.ts';
import { describeChainAt } from '../../cases/describe-variant.ts';
import { insistOnMunicipality } from '../../cases/municipality-asked.ts';
import { id } from '../../cases/referral-request.ts';
import { writePraktijkkaart } from '../../cases/write-praktijkkaart.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { chainSchema } from '../schemas/chain.ts';
import { listOf } from '../schemas.ts';

const listedChain = z
  .object({
    id: z.string(),
    label: z.string(),
    version: z.number().int(),
    published: z.boolean(),
    entries: z.record(z.string(), z.array(z.string())),
  })
  .meta({
    id: 'Chain',
    description: 'Een keten, met per rol van u de stappen waar een verwijzing kan beginnen.',
    examples: [
      {
        id: 'valpreventie',
        label: 'Valpreventie',
        version: 1,
        published: true,
        entries: { huisarts: ['valrisicotest', 'opsporen', 'huisarts-beeld'] },
      },
    ],
  });

/** Of a running case, say; the one that new cases start with when absent. */
const version = z.coerce.number().int().min(1).optional();

const diagram = 'flowchart TD\n  stap_valrisicotest["Valrisicotest<br/>Geschoold tester"]\n';
const card = '# Praktijkkaart valpreventie in Enschede\n';

export function chainRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/chains',
    summary: 'De ketens, met de stappen waar u een verwijzing kunt beginnen',
    query: chainsQuery,
    success: { status: 200, schema: listOf(listedChain), description: 'Elke keten in de nieuwste versie' },
    problems: [],
    answer: async (_context, { asking, subject, query }) => {
      asking.insist();
      return json(listChains(subject, query));
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/chains/{id}',
    summary: 'De definitie van een keten: stappen, rollen, termijnen, uitkomsten en formulieren',
    query: z.strictObject({
      version,
      municipality: id.optional(),
      kern: id.optional(),
    }),
    success: { status: 200, schema: chainSchema, description: 'De definitie' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params, query }) => {
      currentChain(params['id'] ?? '');
      await insistOnMunicipality(cases.directory, asking);
      return json(await describeChainAt(cases, params['id'] ?? '', query));
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/chains/{id}/diagram',
    summary: 'Het stroomschema van een keten, als Mermaid',
    query: z.strictObject({ municipality: id.optional(), version }),
    success: {
      status: 200,
      schema: z.string(),
      type: 'text/plain',
      description: 'Een flowchart in Mermaid',
      example: diagram,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params, query }) => {
      currentChain(params['id'] ?? '');
      await insistOnMunicipality(cases.directory, asking);
      return text(await drawChain(cases, params['id'] ?? '', query), 'text/plain');
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/chains/{id}/praktijkkaart',
    summary: 'De praktijkkaart van een keten in een gemeente: wie doet wat, wanneer, en wat hoort de verwijzer terug',
    query: z.strictObject({ municipality: id, kern: id.optional(), version }),
    success: {
      status: 200,
      schema: z.string(),
      type: 'text/markdown',
      description: 'De kaart, in Markdown',
      example: card,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params, query }) => {
      currentChain(params['id'] ?? '');
      await insistOnMunicipality(cases.directory, asking);
      return text(await writePraktijkkaart(cases, params['id'] ?? '', query), 'text/markdown');
    },
  });
}

function text(body: string, type: 'text/plain' | 'text/markdown'): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

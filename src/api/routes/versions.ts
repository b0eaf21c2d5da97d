import type { Hono } from 'hono';
import { z } from 'zod';
import { commandOnCase } from '../../cases/command-on-case.ts';
import { moveVersion } from '../../cases/versions/move-version.ts';
import { seeVersions } from '../../cases/versions/see-versions.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json, withTag } from '../reply.ts';
import { caseSchema } from '../schemas.ts';
import { exampleCase, whySchema } from '../schemas/party.ts';

const named = { step: z.string(), label: z.string() };

const versionsSchema = z
  .object({
    version: z.number().int().describe('De versie van de keten waarop dit traject nu loopt.'),
    newest: z.number().int().describe('De versie waarop nieuwe trajecten beginnen.'),
    moves: z.array(
      z.object({
        to: z.number().int(),
        possible: z.boolean(),
        why: whySchema.optional().describe('Waarom het nu niet kan, en wat er eerst moet gebeuren.'),
        steps: z
          .array(
            z.object({
              openStep: z.string(),
              ...named,
              becomes: z.string(),
              dueAt: z.iso.datetime(),
              newDueAt: z.iso.datetime(),
            }),
          )
          .describe('Wat er van elke open stap wordt, en wanneer die dan klaar moet zijn.'),
        opens: z
          .array(z.object({ ...named, opensAt: z.iso.datetime().nullable() }))
          .describe('Wat later vanzelf open gaat, en nu niet of op een ander moment.'),
        adds: z.array(z.object(named)).describe('Stappen die alleen de nieuwe versie heeft.'),
        removes: z.array(z.object(named)).describe('Stappen die de nieuwe versie niet meer heeft.'),
      }),
    ),
  })
  .meta({
    id: 'Versions',
    description: 'De versie van een traject, en wat er verandert als het met een andere verder gaat.',
    examples: [
      {
        version: 1,
        newest: 2,
        moves: [
          {
            to: 2,
            possible: true,
            steps: [
              {
                openStep: `${exampleCase}.nabellen-tester.1`,
                step: 'nabellen-tester',
                label: 'Nabellen: is er contact geweest?',
                becomes: 'nabellen-tester',
                dueAt: '2026-11-27T22:59:59.999Z',
                newDueAt: '2026-12-04T22:59:59.999Z',
              },
            ],
            opens: [],
            adds: [{ step: 'otago-evaluatie-6', label: 'Evaluatie na zes maanden' }],
            removes: [],
          },
        ],
      },
    ],
  });

/** The version of its chain that a case is on. */
export function versionRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/versions',
    summary: 'Op welke versie van de keten een traject loopt, en wat er verandert met een andere',
    success: { status: 200, schema: versionsSchema, description: 'De versie, en elke versie om mee verder te gaan' },
    problems: ['forbidden', 'not-found'],
    answer: async ({ cases }, { asking, params }) => json(await seeVersions(cases, asking, params['id'] ?? '')),
  });
  endpoint(app, context, {
    method: 'post',
    path: '/cases/{id}/version',
    summary: 'Ga met een traject verder op een andere versie van de keten',
    body: { schema: moveVersion.schema, example: { to: 2 } },
    success: { status: 200, schema: caseSchema, description: 'Het traject op de andere versie' },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      return withTag(await cases.time.during(() => commandOnCase(cases, moveVersion, request)));
    },
  });
}

import type { Hono } from 'hono';
import { z } from 'zod';
import { reassignMany } from '../../cases/reassign/reassign-many.ts';
import { reassignSchema } from '../../cases/reassign/reassign-request.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { exampleCase, exampleStep, huisarts, whySchema } from '../schemas/party.ts';

const reassigned = z
  .object({
    items: z.array(
      z.object({ openStep: z.string(), case: z.uuid().nullable(), done: z.boolean(), why: whySchema.optional() }),
    ),
  })
  .meta({
    id: 'Reassigned',
    description: 'Per stap of zij is overgegaan, en anders waarom niet.',
    examples: [{ items: [{ openStep: exampleStep, case: exampleCase, done: true }] }],
  });

const example = {
  from: huisarts.practitioner,
  to: { practitioner: '5e4f1a0c-0b0e-4a55-9a3c-6f6f0d7c1b2a' },
  reason: 'afwezig',
};

/** Many steps at once, each its own command to its own case. */
export function assignmentRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'post',
    path: '/assignments',
    summary: 'Geef veel stappen tegelijk aan iemand anders, zoals bij afwezigheid',
    body: { schema: reassignSchema, example },
    success: { status: 200, schema: reassigned, description: 'Per stap wat ervan kwam' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, body, origin }) =>
      json({ items: await cases.time.during(() => reassignMany(cases, asking, body, origin)) }),
  });
}

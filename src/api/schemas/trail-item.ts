import { z } from 'zod';
import { actorSchema, payerSchema, tester } from './party.ts';

const { organisationName: _name, ...actor } = tester;
const example = {
  seq: 3,
  at: '2026-11-24T09:12:40.000Z',
  fact: 'decided',
  step: 'valrisicotest',
  label: 'Valrisicotest',
  outcome: 'matig',
  proposed: 'matig',
  actor,
};

/** One fact of a case, as far as the reader may see. */
export const trailItemSchema = z
  .object({
    seq: z.number().int(),
    at: z.iso.datetime(),
    fact: z.string(),
    step: z.string().optional(),
    label: z.string().optional(),
    outcome: z.string().optional(),
    proposed: z.string().optional(),
    reason: z.string().optional(),
    ending: z.string().optional(),
    stage: z.string().optional(),
    item: z.string().optional(),
    to: z.object({ organisation: z.uuid() }).optional(),
    rule: z.string().optional(),
    version: z.string().optional(),
    on: z.iso.date().optional(),
    channel: z.string().optional(),
    result: z.enum(['bereikt', 'niet-bereikt']).optional(),
    dueAt: z.iso.datetime().optional(),
    until: z.iso.date().optional(),
    event: z.string().optional(),
    of: z.string().optional(),
    gap: z.string().optional(),
    mark: z.string().optional(),
    milestone: z.string().optional(),
    purposes: z.array(z.string()).optional(),
    link: z.object({ type: z.string(), chain: z.string(), case: z.uuid().optional() }).optional(),
    practitioner: z.uuid().nullable().optional(),
    given: z.boolean().optional(),
    by: z.string().optional(),
    undoes: z.number().int().optional(),
    fields: z.array(z.string()).optional(),
    versions: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
    payer: payerSchema.optional(),
    group: z.object({ id: z.uuid(), starts: z.iso.date().optional(), ends: z.iso.date().optional() }).optional(),
    anchors: z.record(z.string(), z.iso.date()).optional(),
    actor: z.union([actorSchema, z.object({ system: z.enum(['clock', 'engine']) })]),
  })
  .meta({
    id: 'TrailItem',
    description: 'Eén feit, met wie het deed: een professional of het systeem.',
    examples: [example],
  });

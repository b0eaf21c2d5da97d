import { z } from 'zod';
import { rooms } from '../../reading/offers.ts';
import { waitingSchema } from './offer.ts';
import { actorSchema, candidateSchema, exampleStep, reasonSchema, whySchema } from './party.ts';

const possible = { allowed: z.boolean(), why: whySchema.optional() };

const example = {
  action: 'decide',
  openStep: exampleStep,
  step: 'valrisicotest',
  label: 'Valrisicotest',
  outcomes: [
    { id: 'laag', label: 'Laag risico', allowed: true, form: 'valrisicotest' },
    { id: 'matig', label: 'Matig risico', allowed: true, form: 'valrisicotest' },
  ],
  reasons: [{ code: 'klinische-blik', label: 'De professional schat het anders in' }],
  allowed: true,
};

/** Something that can be done in a case now: exactly what would succeed is `allowed`. */
export const actionSchema = z
  .object({
    action: z.enum([
      'decide',
      'assign',
      'attempt',
      'pause',
      'resume',
      'withdraw',
      'event',
      'link',
      'move',
      'ask',
      'answer',
      'consent',
      'correct',
    ]),
    openStep: z.string().optional(),
    step: z.string().optional(),
    label: z.string(),
    outcomes: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          ...possible,
          reasons: z.array(reasonSchema).optional(),
          form: z.string().optional(),
        }),
      )
      .optional(),
    reasons: z.array(reasonSchema).optional(),
    candidates: z
      .array(candidateSchema)
      .optional()
      .describe('Bij assign, voor wie een andere organisatie mag kiezen: wie deze stap doet, dichtbij eerst.'),
    declined: z
      .array(
        actorSchema.extend({
          organisationName: z.string().nullable(),
          at: z.iso.datetime(),
          reason: z.string().nullable(),
          label: z.string().nullable(),
        }),
      )
      .optional()
      .describe('Bij een aanbod dat ergens anders heen kan: wie het niet aannam, en waarom.'),
    alternatives: z
      .array(candidateSchema.extend({ room: z.enum(rooms).nullable(), waiting: waitingSchema }))
      .optional()
      .describe('Wie het nog meer kan aannemen: eerst wie zegt dat er plek is, dan wie dichtbij is.'),
    to: z.array(z.object({ role: z.string(), organisation: z.uuid().nullable() })).optional(),
    purposes: z.array(z.object({ id: z.string(), given: z.boolean() })).optional(),
    types: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
    asked: z
      .array(z.object({ type: z.string(), chain: z.string() }))
      .optional()
      .describe('Bij link: de trajecten die beloofd zijn, en er nog niet zijn.'),
    versions: z
      .array(z.number().int())
      .optional()
      .describe('Versies van de keten om mee verder te gaan; bij een overdracht: tegelijk met het aannemen.'),
    seq: z.number().int().optional(),
    events: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          of: z.array(z.string()).optional(),
          confirm: z.literal(true).or(z.array(z.string())).optional(),
          ...possible,
        }),
      )
      .optional(),
    ...possible,
  })
  .meta({
    id: 'Action',
    description: 'Wat er nu kan. Wat allowed is, lukt; bij why staat waarom niet.',
    examples: [example],
  });

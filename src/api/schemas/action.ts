import { z } from 'zod';
import { exampleStep, reasonSchema, whySchema } from './party.ts';

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
    events: z
      .array(z.object({ id: z.string(), label: z.string(), of: z.array(z.string()).optional(), ...possible }))
      .optional(),
    ...possible,
  })
  .meta({ id: 'Action', description: 'Wat er nu kan. Wat allowed is, lukt; bij why staat waarom niet.', examples: [example] });

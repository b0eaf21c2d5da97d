import { z } from 'zod';
import { whoSchema } from '../assign.ts';

/** So many steps at most in one request: more are named in turns. */
export const MOST_STEPS = 200;

const reasons = ['afwezig', 'vertrokken', 'drukte', 'anders'] as const;
const openStep = z.string('Noem de open stap.').min(1).max(200);

export const reassignSchema = z
  .strictObject({
    from: whoSchema.optional(),
    openSteps: z
      .array(openStep)
      .min(1, 'Noem ten minste één open stap.')
      .max(MOST_STEPS, `Noem ten hoogste ${MOST_STEPS} open stappen tegelijk.`)
      .refine((ids) => new Set(ids).size === ids.length, 'Noem elke stap één keer.')
      .optional(),
    to: z.union(
      [
        z.strictObject({ practitioner: whoSchema.nullable() }),
        z.strictObject({ organisation: z.uuid('Vul het nummer van een organisatie in.').toLowerCase() }),
      ],
      'Noem naar wie: een collega, "me" of null (practitioner), of een organisatie (organisation).',
    ),
    reason: z.enum(reasons, `Kies uit: ${reasons.join(', ')}.`).optional(),
  })
  .refine(({ from, openSteps }) => (from === undefined) !== (openSteps === undefined), {
    path: ['from'],
    message: 'Noem van wie (from), of welke stappen (openSteps): een van beide.',
  });
export type ReassignRequest = z.infer<typeof reassignSchema>;

import { z } from 'zod';

/** Three and six months after T1 (ALMERE): does it last? TUG and FES-I only when they were measured again. */
export const followUp = z
  .strictObject({
    beweegt: z.boolean().describe('Beweegt de inwoner nog steeds?'),
    gevallen: z.boolean().describe('Opnieuw gevallen sinds het programma?'),
    letsel: z.boolean().default(false).describe('Verwondingen bij de val'),
    achteruit: z.boolean().default(false).describe('Gaat lopen, balans of zelfvertrouwen achteruit?'),
    tugSeconden: z.number().min(1).max(300).nullable().default(null).describe('Timed Up and Go (TUG), in seconden'),
    fesI: z.int().min(16).max(64).nullable().default(null).describe('FES-I, lange lijst (16 tot 64)'),
    opmerking: z.string().max(2000).optional().describe('Opmerking bij het gesprek'),
  })
  .refine((form) => form.gevallen || !form.letsel, {
    path: ['letsel'],
    error: 'Dit gaat over een val. Vul bij gevallen dan ja in.',
  });

export type FollowUp = z.infer<typeof followUp>;

import { z } from 'zod';
import type { FormOf } from '../../../../src/language/define.ts';
import type { verkennendGesprekV1 } from './chain.ts';

const opmerking = z.string().max(2000).optional().describe('Opmerking');

const aanmelding = z.strictObject({
  vraag: z.string().max(2000).optional().describe('Wat wil de inwoner bespreken?'),
  voorkeur: z.enum(['bellen', 'bericht', 'brief']).optional().describe('Hoe wil de inwoner contact?'),
});

/** Nothing of it decides by itself: it is what the two talked about. */
const gesprek = z.strictObject({
  herstel: z.boolean().optional().describe('Lukt herstel met wat er in de eigen omgeving is?'),
  behandeling: z.boolean().optional().describe('Is behandeling in de ggz nodig?'),
  opmerking,
});

export const verkennendGesprekV1Forms = { aanmelding, gesprek } satisfies Record<
  FormOf<typeof verkennendGesprekV1>,
  z.ZodObject
>;
export type Gesprek = z.infer<typeof gesprek>;

import { z } from 'zod';
import { suppressedSchema as suppressed } from './offer.ts';

export { suppressed };

const bound = z.number().nullable();

export const count = z.union([z.number().int(), suppressed]);

const interval = z.object({ value: z.number().nullable(), lower: bound, upper: bound });

export const quantile = z
  .union([interval, suppressed])
  .meta({ id: 'Quantile', description: 'Een aantal dagen met 95 %-interval; null: nog niet bereikt.' });

export const share = z
  .union([interval, suppressed])
  .meta({ id: 'Share', description: 'Een aandeel van 0 tot 1 met 95 %-interval; null: niets om te delen.' });

export const lengthsSchema = z
  .object({
    unit: z.literal('days'),
    p25: quantile,
    median: quantile,
    p75: quantile,
    p90: quantile,
    endedBy: z.record(z.string(), share),
  })
  .meta({
    id: 'Lengths',
    description: 'In hele dagen. Wie nog bezig is telt mee als bezig, andere eindes als concurrent (Aalen-Johansen).',
  });

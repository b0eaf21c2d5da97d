import { z } from 'zod';

export const releaseSchema = z
  .object({
    id: z.string(),
    number: z.number().int(),
    asOf: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    cases: z.number().int(),
    periods: z.array(z.string()),
  })
  .meta({
    id: 'Release',
    description: 'Een publicatie: tot welk moment is geteld, en over welke afgesloten perioden.',
    examples: [
      {
        id: '2026-11-22',
        number: 1,
        asOf: '2026-11-22T13:00:00.000Z',
        publishedAt: '2026-11-22T13:00:41.000Z',
        cases: 3000,
        periods: ['2025', '2025-Q1', '2025-01', '2025-W01'],
      },
    ],
  });

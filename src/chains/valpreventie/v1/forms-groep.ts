import { z } from 'zod';

const sppbDeel = z.int().min(0).max(4);

/**
 * T0 and T1 are measured in the same way, so that they can be compared (ALMERE). SPPB is the sum of its three parts;
 * of FES-I the long or the short list is used, never both.
 */
export const meting = z
  .strictObject({
    tugSeconden: z
      .number()
      .min(1)
      .max(300)
      .nullable()
      .describe('Timed Up and Go (TUG), in seconden. Leeg als het niet lukte'),
    sppb: z.int().min(0).max(12).describe('SPPB, totaal van de drie delen (0 tot 12)'),
    sppbBalans: sppbDeel.describe('SPPB: balans (0 tot 4)'),
    sppbLopen: sppbDeel.describe('SPPB: lopen (0 tot 4)'),
    sppbOpstaan: sppbDeel.describe('SPPB: opstaan uit een stoel (0 tot 4)'),
    fesI: z.int().min(16).max(64).nullable().default(null).describe('FES-I, lange lijst (16 tot 64)'),
    fesIKort: z.int().min(7).max(28).nullable().default(null).describe('FES-I, korte lijst (7 tot 28)'),
    opmerking: z.string().max(2000).optional().describe('Opmerking bij de meting'),
  })
  .superRefine((form, context) => {
    if (form.sppb !== form.sppbBalans + form.sppbLopen + form.sppbOpstaan) {
      const message = 'Het totaal is niet de som van balans, lopen en opstaan.';
      context.addIssue({ code: 'custom', path: ['sppb'], message });
    }
    if ((form.fesI === null) === (form.fesIKort === null)) {
      const message = 'Vul de lange lijst of de korte lijst in, één van de twee.';
      context.addIssue({ code: 'custom', path: ['fesI'], message });
    }
  });

/** Which programme, and how often the resident came (ALMERE, LGL-VAL). */
export const interventie = z.strictObject({
  programma: z.enum(['in-balans', 'vallen-verleden-tijd']).describe('Welk programma is gevolgd?'),
  bijeenkomsten: z.int().min(0).max(60).describe('Aantal keren dat de inwoner er was'),
  opmerking: z.string().max(2000).optional().describe('Opmerking bij het programma'),
});

import { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import type { valpreventieV1 } from './chain.ts';
import { interventie, meting } from './forms-groep.ts';
import { interventies, otagoIntake, valrisicobeoordeling } from './forms-hoog.ts';
import { followUp } from './forms-vervolg.ts';

const jaNee = z.boolean();

/** Three questions (POSOUD). */
const opsporen = z.strictObject({
  gevallen: jaNee.describe('Bent u het afgelopen jaar gevallen?'),
  bezorgd: jaNee.describe('Bent u bezorgd om te vallen?'),
  moeite: jaNee.describe('Heeft u moeite met bewegen, lopen of balans?'),
});

/** How bad a fall was: each of these says that there was one. */
const OVER_DE_VAL = ['letsel', 'vakerGevallen', 'flauwgevallen', 'nietOpgestaan'] as const;

/** Fields of the valrisicotest (VNL-TEST, OIJ-APP); `looptestSeconden` is over 4 metres. */
const valrisicotest = z
  .strictObject({
    gevallen: jaNee.describe('Gevallen in het afgelopen jaar'),
    bang: jaNee.describe('Bang om te vallen'),
    moeite: jaNee.describe('Moeite met bewegen, lopen of balans'),
    letsel: jaNee.default(false).describe('Verwondingen bij de val'),
    vakerGevallen: jaNee.default(false).describe('Twee keer of vaker gevallen'),
    flauwgevallen: jaNee.default(false).describe('Flauwgevallen bij de val'),
    nietOpgestaan: jaNee.default(false).describe('Kon niet zelf opstaan'),
    dagelijkseTaken: jaNee.default(false).describe('Hulp nodig bij dagelijkse taken'),
    looptestSeconden: z.number().min(1).max(60).nullable().default(null).describe('Looptest over 4 meter, in seconden'),
    opmerking: z.string().max(2000).optional().describe('Opmerking van de tester'),
  })
  .superRefine((form, context) => {
    if (form.gevallen) return;
    for (const field of OVER_DE_VAL.filter((name) => form[name])) {
      context.addIssue({
        code: 'custom',
        path: [field],
        message: 'Dit gaat over een val. Vul bij gevallen dan ja in.',
      });
    }
  });

export const valpreventieV1Forms = {
  opsporen,
  valrisicotest,
  meting,
  interventie,
  valrisicobeoordeling,
  interventies,
  otagoIntake,
  followUp,
} satisfies Record<FormOf<typeof valpreventieV1>, z.ZodObject>;

export type Valrisicotest = z.infer<typeof valrisicotest>;
export type Opsporen = z.infer<typeof opsporen>;

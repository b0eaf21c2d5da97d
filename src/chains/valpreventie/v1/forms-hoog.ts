import { z } from 'zod';

const tekst = z.string().max(1000).optional();

function factor(label: string) {
  return z
    .strictObject({
      bijzonderheden: z.boolean().describe('Zijn er bijzonderheden?'),
      toelichting: tekst.describe('Wat valt op?'),
      actie: tekst.describe('Wat gaat er gebeuren, en wie doet dat?'),
    })
    .describe(label);
}

function zonderDubbele<Item extends string>(items: z.ZodArray<z.ZodType<Item>>) {
  return items.refine((list) => new Set(list).size === list.length, { error: 'Kies elke regel één keer.' });
}

/** What may point at an underlying disease (ALMERE, bijlage 5). */
const AANWIJZINGEN = [
  'mobiliteit',
  'medicijnen',
  'cognitie-stemming',
  'zicht',
  'duizeligheid',
  'dagelijkse-taken',
  'voeding-vitamine-d',
] as const;

/** The thirteen factors of the valanalyse (FARM-OP). Who is not of the practice leaves the medicines to it (ALMERE). */
export const valrisicobeoordeling = z.strictObject({
  valgeschiedenis: factor('Valgeschiedenis'),
  duizeligheid: factor('Duizeligheid'),
  mobiliteit: factor('Mobiliteit: lopen, balans en kracht'),
  voetenSchoeisel: factor('Voeten en schoenen'),
  gewrichten: factor('Gewrichten'),
  osteoporose: factor('Osteoporose (botontkalking)'),
  cognitieStemming: factor('Denken, geheugen en stemming'),
  valangst: factor('Angst om te vallen'),
  gezichtsvermogen: factor('Gezichtsvermogen'),
  voeding: factor('Voeding en ondervoeding'),
  medicijngebruik: factor('Medicijngebruik').nullable().describe('Medicijngebruik. Leeg als de praktijk dit doet'),
  dagelijkseTaken: factor('Dagelijkse taken (ADL)'),
  omgeving: factor('Omgeving en woning'),
  onderliggendLijden: zonderDubbele(z.array(z.enum(AANWIJZINGEN)))
    .default([])
    .describe('Waar zijn aanwijzingen voor onderliggend lijden?'),
});

/** Other help than a programme (the list of GALA); each becomes a referral of its own. */
const DOORVERWIJZINGEN = [
  'medicatie',
  'visus',
  'voeten',
  'woning',
  'voeding',
  'educatief',
  'psychologisch',
  'medisch',
] as const;

export const interventies = z.strictObject({
  doorverwijzingen: zonderDubbele(z.array(z.enum(DOORVERWIJZINGEN)))
    .default([])
    .describe('Naar welke andere hulp wordt verwezen?'),
  opmerking: z.string().max(2000).optional().describe('Wat is met de inwoner afgesproken?'),
});

/** Otago at home takes about a year, in a group twelve weeks (LGL-VAL); without a form it cannot start. */
export const otagoIntake = z.strictObject({
  vorm: z.enum(['individueel', 'groep']).optional().describe('Otago thuis (individueel) of in een groep?'),
  contact: z.enum(['telefoon', 'praktijk', 'thuis']).describe('Hoe is er gesproken?'),
  opmerking: z.string().max(2000).optional().describe('Wat past bij deze inwoner, en wat niet?'),
});

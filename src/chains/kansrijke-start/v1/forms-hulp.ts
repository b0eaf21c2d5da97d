import { z } from 'zod';

const opmerking = z.string().max(2000).optional();

/** Where and with whom (FRYSLAN 5.3). */
export const huisbezoek = z.strictObject({
  vorm: z.enum(['thuis', 'elders', 'beeldbellen']).describe('Waar was het gesprek?'),
  samen: z.boolean().default(false).describe('Was het gebiedsteam erbij?'),
  opmerking: opmerking.describe('Wat is met de ouder besproken?'),
});

/** The parents lead; VoorZorg must begin before week 28, so whether it is in the plan is kept (VOORZORG). */
export const plan = z.strictObject({
  wensen: z.string().min(1).max(2000).describe('Wat wil de ouder zelf?'),
  afspraken: z.string().min(1).max(2000).describe('Wat is afgesproken, en wie doet wat?'),
  voorzorg: z.enum(['ja', 'nee']).describe('Staat VoorZorg in het plan?'),
});

/** Help that exists nationally (OPD-D5, FRYSLAN, NIJMEGEN). */
const INTERVENTIES = [
  'voorzorg',
  'stevig-ouderschap',
  'nu-niet-zwanger',
  'pop-poli',
  'gezinspoli',
  'schuldhulp',
  'home-start',
  'buurtgezinnen',
  'moedergroep',
  'anders',
] as const;

export const inzet = z.strictObject({
  interventies: z
    .array(z.enum(INTERVENTIES))
    .refine((list) => new Set(list).size === list.length, { error: 'Kies elke regel één keer.' })
    .default([])
    .describe('Welke hulp is begonnen?'),
  opmerking: opmerking.describe('Wat is afgesproken?'),
});

/** What the parents think of it, at most six weeks after the birth (FRYSLAN 5.6). */
export const evaluatie = z.strictObject({
  cijfer: z
    .int()
    .min(1)
    .max(10)
    .nullable()
    .default(null)
    .describe('Welk cijfer geeft de ouder? Leeg als het niet is gevraagd'),
  geholpen: z.boolean().describe('Heeft het huisbezoek de ouder geholpen?'),
  opmerking: opmerking.describe('Wat kan beter?'),
});

/** That it was done; results stand in the record of the JGZ (FRYSLAN 3.6). */
export const hielprik = z.strictObject({
  hielprik: z.boolean().describe('Is de hielprik gedaan?'),
  gehoor: z.boolean().describe('Is het gehoor getest?'),
  stevigOuderschap: z.boolean().default(false).describe('Is de vragenlijst Stevig Ouderschap ingevuld?'),
});

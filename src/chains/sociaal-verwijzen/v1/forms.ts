import { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import type { sociaalVerwijzenV1 } from './chain.ts';

/** The six dimensions of Positieve Gezondheid: their scores only, never the items behind them (WOR-APP). */
const score = z.number().min(0).max(10).optional();
const spinnenweb = {
  lichaamsfuncties: score.describe('Spinnenweb: lichaamsfuncties (0 tot 10)'),
  mentaalWelbevinden: score.describe('Spinnenweb: mentaal welbevinden (0 tot 10)'),
  zingeving: score.describe('Spinnenweb: zingeving (0 tot 10)'),
  kwaliteitVanLeven: score.describe('Spinnenweb: kwaliteit van leven (0 tot 10)'),
  meedoen: score.describe('Spinnenweb: meedoen (0 tot 10)'),
  dagelijksLeven: score.describe('Spinnenweb: dagelijks leven (0 tot 10)'),
};
export const dimensies = Object.keys(spinnenweb);

const hoofdreden = z.enum([
  'eenzaamheid',
  'somberheid-of-angst',
  'stress',
  'zingeving',
  'financiele-zorgen',
  'relatie-of-gezin',
  'lichamelijk-met-sociale-kant',
]);

/** The other conversation (AMSTELLAND): nothing of it has to be written down. */
const gesprek = z.strictObject({
  hoofdreden: hoofdreden.optional().describe('Waar lijkt het vooral over te gaan?'),
  ...spinnenweb,
});

/** What the sociaal verwijzer needs to make contact; `volledig` says whether it is there. */
const aanmelding = z.strictObject({
  volledig: z
    .enum(['ja', 'nee'])
    .optional()
    .describe('Zijn telefoonnummer of e-mailadres bekend, en hoe de inwoner contact wil?'),
  voorkeur: z.enum(['bellen', 'bericht', 'brief', 'via-naaste']).optional().describe('Hoe wil de inwoner contact?'),
  taal: z.string().max(60).optional().describe('Welke taal spreekt de inwoner het liefst?'),
});

const cijfer = z.int().min(1).max(10).optional().describe('Welk cijfer geeft de inwoner het leven nu? (1 tot 10)');
const huisartsbezoeken = z
  .int()
  .min(0)
  .max(100)
  .optional()
  .describe('Aantal bezoeken aan de huisarts in de laatste drie maanden');
const opmerking = z.string().max(2000).optional().describe('Opmerking van de sociaal verwijzer');

/** VL1 and the main reason of VL2 (WOR-APP). Only who goes on must have it filled. */
const intake = z.strictObject({
  hoofdreden: hoofdreden.optional().describe('Waar gaat het vooral over?'),
  ...spinnenweb,
  cijfer,
  huisartsbezoeken,
  eerder: z.boolean().default(false).describe('Is de inwoner eerder bij Sociaal Verwijzen geweest?'),
  opmerking,
});

const advies = z.strictObject({ advies: z.string().min(1).max(2000).describe('Advies aan de verwijzer') });

/** The welzijnsrecept (WOR-APP, LOCAL-SW). */
const aanbod = z.strictObject({
  soort: z
    .enum(['ontmoeting', 'bewegen', 'creatief', 'vrijwilligerswerk', 'geldzaken', 'opvoeden', 'cursus', 'anders'])
    .optional()
    .describe('Welk soort activiteit kiest de inwoner?'),
  start: z.iso.date().optional().describe('Wanneer is de eerste keer gepland?'),
  meegaan: z.boolean().default(false).describe('Gaat er de eerste keren iemand mee?'),
  contacturen: z.number().min(0).max(100).optional().describe('Aantal uren contact met de sociaal verwijzer'),
});

/** VL3 (WOR-APP). Empty when the resident did not answer. */
const nameting = z.strictObject({
  continuering: z
    .enum(['actief', 'andere-activiteit', 'gestopt', 'nooit-begonnen'])
    .optional()
    .describe('Doet de inwoner nog mee?'),
  behoefte: z
    .enum(['geen', 'opnieuw-sociaal-verwijzer', 'professionele-hulp'])
    .optional()
    .describe('Heeft de inwoner nog steun nodig?'),
  ...spinnenweb,
  cijfer,
  huisartsbezoeken,
  opmerking,
});

const afronding = z.strictObject({
  uitstroom: z
    .array(z.enum(['activiteit', 'ggz', 'maatschappelijk-werk', 'schuldhulp', 'huisarts', 'fysio', 'geen', 'anders']))
    .default([])
    .describe('Waar gaat de inwoner verder?'),
  opmerking,
});

export const sociaalVerwijzenV1Forms = {
  gesprek,
  aanmelding,
  intake,
  advies,
  aanbod,
  nameting,
  afronding,
} satisfies Record<FormOf<typeof sociaalVerwijzenV1>, z.ZodObject>;

export type Nameting = z.infer<typeof nameting>;

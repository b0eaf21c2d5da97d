import { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import type { vnggV1 } from './chain.ts';

const gewichtKg = z.number().min(30).max(400).optional().describe('Gewicht in kilo');
const middelCm = z.number().min(40).max(250).optional().describe('Middelomtrek in centimeters');
const cijfer = z.int().min(1).max(10).optional().describe('Welk cijfer geeft de inwoner het leven nu? (1 tot 10)');
const opmerking = z.string().max(2000).optional().describe('Opmerking');

/** Where someone was found (OPD-D5), for insight in how people come in. */
const signaal = z.strictObject({
  vindplek: z
    .enum(['spreekuur', 'wijkteam', 'sociaal-verwijzen', 'sport', 'werk', 'buurt', 'anders'])
    .optional()
    .describe('Waar kwam het ter sprake?'),
});

/** What the class was read from (NHG, BEHANDEL). The professional sets the class itself: it is the outcome. */
const ggr = z.strictObject({
  lengteCm: z.number().min(100).max(250).optional().describe('Lengte in centimeters'),
  gewichtKg,
  middelCm,
  comorbiditeit: z
    .array(z.enum(['diabetes-2', 'hart-en-vaten', 'slaapapneu', 'artrose', 'anders']))
    .default([])
    .describe('Ziekten die met gewicht samenhangen'),
});

/** What can cause it (BEHANDEL, NHG). */
const oorzaken = z.strictObject({
  medicatie: z.boolean().describe('Medicijnen die het gewicht beïnvloeden'),
  hormonaal: z.boolean().describe('Hormonale oorzaak'),
  mechanisch: z.boolean().describe('Mechanische oorzaak'),
  psychisch: z.boolean().describe('Psychische oorzaak'),
  opmerking,
});

/** The six dimensions of Positieve Gezondheid: their scores only, never the items behind them (WOR-APP, ROTTERDAM). */
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

/** Empty when the intake of Sociaal Verwijzen is used again. */
const intake = z.strictObject({
  ...spinnenweb,
  wens: z.string().max(1000).optional().describe('Wat wil de inwoner zelf?'),
  opmerking,
});

const plan = z.strictObject({
  doel: z.string().max(1000).optional().describe('Doel, in de woorden van de inwoner'),
  domeinen: z
    .array(z.enum(['voeding', 'bewegen', 'slaap', 'stress', 'geld', 'sociaal']))
    .default([])
    .describe('Waaraan wordt gewerkt?'),
});

/**
 * The check of the indication (GLI-INS). The class is asked from matig on: below it there is no GLI. Which programme it
 * is decides how long the treatment phase lasts (GLI-COOL).
 */
const indicatie = z.strictObject({
  ggr: z.enum(['matig', 'sterk', 'extreem']).optional().describe('Gezondheidsrisico door gewicht (GGR)'),
  bmi: z.number().min(15).max(90).optional().describe('Body Mass Index (BMI)'),
  middelCm,
  geslacht: z.enum(['man', 'vrouw']).optional().describe('Geslacht, voor de grens van de middelomtrek'),
  risicofactoren: z
    .boolean()
    .default(false)
    .describe('Meer kans op hart- en vaatziekten of diabetes 2, of slaapapneu of artrose'),
  programma: z
    .enum(['generiek', 'cool', 'slimmer', 'beweegkuur', 'samen-sportief'])
    .optional()
    .describe('Welk GLI-programma?'),
});

/** Measured at the start, after the treatment phase and after the maintenance phase; who stops need not be measured. */
const meting = z.strictObject({
  gewichtKg,
  middelCm,
  cijfer,
  bijeenkomsten: z.int().min(0).max(100).optional().describe('Aantal bezochte bijeenkomsten tot nu toe'),
  opmerking,
});

const eindmeting = z.strictObject({
  gewichtKg,
  middelCm,
  cijfer,
  doelBereikt: z.enum(['ja', 'deels', 'nee', 'onbekend']).describe('Is het eigen doel bereikt?'),
  opmerking,
});

const beheer = z.strictObject({
  volgehouden: z.boolean().describe('Houdt de inwoner het nieuwe patroon vol?'),
  gewichtKg,
});

export const vnggV1Forms = {
  signaal,
  ggr,
  oorzaken,
  intake,
  plan,
  indicatie,
  meting,
  eindmeting,
  beheer,
} satisfies Record<FormOf<typeof vnggV1>, z.ZodObject>;

export type Indicatie = z.infer<typeof indicatie>;
export type Beheer = z.infer<typeof beheer>;

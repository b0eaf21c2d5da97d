import { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import type { knggV1 } from './chain.ts';

const nulTotTien = z.int().min(0).max(10);

/** What was measured, when and by whom (MATRIX E.4, NCJ-2012). Nothing is computed from it. */
const gemeten = {
  lengteCm: z.number().min(40).max(220).optional().describe('Lengte in centimeters'),
  gewichtKg: z.number().min(2).max(250).optional().describe('Gewicht in kilo'),
  bmi: z.number().min(8).max(80).optional().describe('Body Mass Index (BMI)'),
  bmiSds: z.number().min(-5).max(10).optional().describe('BMI-SDS'),
  iotf: z
    .enum(['geen', 'overgewicht', 'graad-1', 'graad-2', 'graad-3'])
    .optional()
    .describe('Overgewicht of graad van obesitas (IOTF, vanaf 2 jaar)'),
  gemetenOp: z.iso.date().optional().describe('Dag van de meting'),
  gemetenDoor: z
    .enum(['jgz', 'huisarts', 'kinderarts', 'kinder-gli-aanbieder', 'gezin'])
    .optional()
    .describe('Wie heeft gemeten?'),
};

/** The class of the risk: a doctor sets it. It decides whether a kinder-GLI is possible, and who pays (OPD-D5). */
const klasse = z.enum(['licht', 'matig', 'sterk', 'extreem']);

/** Quality of life and the E-set of MATRIX, the same at the start and at each evaluation. */
const welbevinden = {
  kindl: z.int().min(0).max(100).optional().describe('KINDL, totaal (0 tot 100)'),
  euroqol: z.int().min(0).max(100).optional().describe('EUROQol, één vraag (0 tot 100)'),
  cantril: nulTotTien.describe('Welk cijfer geeft het kind het leven nu? (ladder van Cantril, 0 tot 10)'),
  lekkerInVel: nulTotTien.optional().describe('Hoe lekker zit het kind in zijn vel? (0 tot 10)'),
  vertrouwen: nulTotTien.optional().describe('Hoeveel vertrouwen heeft het kind in zichzelf? (0 tot 10)'),
  beweegdagen: z.int().min(0).max(7).optional().describe('Op hoeveel dagen per week beweegt het kind een uur?'),
};

const signaal = z.strictObject({
  ...gemeten,
  klinischeBlik: z.boolean().default(false).describe('Is de klinische blik de reden van het signaal?'),
});

/** Who consents at which age (assumption: the general rule of the WGBO). */
export const hoortBij = {
  'onder-12': ['ouders', 'Onder de 12 jaar geven de ouders toestemming. Kies ouders.'],
  '12-tot-16': [
    'ouders-en-kind',
    'Van 12 tot 16 jaar geven ouders en kind allebei toestemming. Vraag het ook aan de ander.',
  ],
  'vanaf-16': ['kind', 'Vanaf 16 jaar geeft de jongere zelf toestemming. Vraag het aan de jongere.'],
} as const;

/** Who consents follows from the age (assumption: the general rule of the WGBO). Empty when consent is refused. */
const toestemming = z
  .strictObject({
    leeftijd: z.enum(['onder-12', '12-tot-16', 'vanaf-16']).describe('Hoe oud is het kind vandaag?'),
    door: z.enum(['ouders', 'ouders-en-kind', 'kind']).optional().describe('Wie geeft toestemming?'),
  })
  .superRefine(({ leeftijd, door }, context) => {
    const [wie, detail] = hoortBij[leeftijd];
    if (door !== undefined && door !== wie) context.addIssue({ code: 'custom', path: ['door'], message: detail });
  });

const ggr = z.strictObject({
  ...gemeten,
  ggr: z.enum(['geen', ...klasse.options]).describe('Klasse van het gezondheidsrisico door gewicht (GGR)'),
  comorbiditeit: z.boolean().describe('Is er een andere ziekte die met het gewicht samenhangt?'),
});

/** A referral that begins here brings the class along; a referrer of the insurers' list confirms it. */
const aanmelding = z.strictObject({
  ggr: klasse.optional().describe('Klasse van het gezondheidsrisico (GGR), als die hier nog niet staat'),
});

/** After a relapse the case knows no class any more: here it is given again. */
const intake = z.strictObject({
  ...gemeten,
  ...welbevinden,
  ggr: klasse.optional().describe('Nieuwe klasse van het gezondheidsrisico (GGR), als een arts die heeft vastgesteld'),
});

const anamnese = z.strictObject({
  leidraad: z.boolean().describe('Is de leidraad psychosociale en leefstijlverkenning gebruikt?'),
  themas: z
    .array(z.enum(['voeding', 'bewegen', 'slaap', 'scherm', 'stress', 'geld', 'wonen', 'school', 'gezin']))
    .min(1)
    .describe('Wat speelt er?'),
});

/** The five kinds of help that a municipality offers at least (GALA). */
const plan = z.strictObject({
  aanbod: z
    .array(z.enum(['schuldhulp', 'opvoedondersteuning', 'sport', 'voeding', 'sociaal-emotioneel']))
    .default([])
    .describe('Welk aanbod van de gemeente hoort bij het plan?'),
  doel: z.string().min(1).max(1000).describe('Doel, in de woorden van kind en gezin'),
});

const meting = z.strictObject({
  ...gemeten,
  volgtPlan: z.enum(['ja', 'deels', 'nee']).describe('Lukt het om het plan te volgen?'),
  contact: z.enum(['goed', 'wisselend', 'moeizaam']).describe('Hoe is het contact met het gezin?'),
});

/** C.2 and the E-set; not asked by the CZV alone, because people then answer what they think is wanted (MATRIX). */
const evaluatie = z.strictObject({
  ...gemeten,
  ...welbevinden,
  geholpen: z.enum(['ja', 'deels', 'nee']).describe('Voelen kind en gezin zich geholpen?'),
  cijfer: z.int().min(1).max(10).describe('Welk cijfer geeft het gezin de begeleiding? (1 tot 10)'),
  doelen: z.enum(['bereikt', 'deels', 'niet']).describe('Zijn de doelen van het plan bereikt?'),
  afgenomenDoor: z
    .enum(['ander', 'samen-met-ander', 'czv'])
    .describe('Wie stelde de vragen? Liefst niet de CZV alleen.'),
  ggr: klasse.optional().describe('Nieuwe klasse van het gezondheidsrisico (GGR), als een arts die heeft vastgesteld'),
});

/** Durably helped (assumption): it is kept up, weight is stable or lower, and life is not worse. */
const nazorg = z.strictObject({
  ...gemeten,
  cantril: welbevinden.cantril,
  volgehouden: z.boolean().describe('Houdt het gezin het nieuwe patroon vol?'),
});

export const knggV1Forms = {
  signaal,
  toestemming,
  ggr,
  aanmelding,
  intake,
  anamnese,
  plan,
  meting,
  evaluatie,
  nazorg,
} satisfies Record<FormOf<typeof knggV1>, z.ZodObject>;

export type Toestemming = z.infer<typeof toestemming>;
export type Ggr = z.infer<typeof ggr>;
export type Nazorg = z.infer<typeof nazorg>;

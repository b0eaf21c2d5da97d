import { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import type { kansrijkeStartV1 } from './chain.ts';
import { evaluatie, hielprik, huisbezoek, inzet, plan } from './forms-hulp.ts';

/** Instruments in use (KS-INSTR, VOORZORG); which one is the choice of the region’s midwives. */
const INSTRUMENTEN = ['geen', 'alpha-nl', 'r4u', 'mind2care', 'tno-checklist', 'giz', 'epds', 'anders'] as const;

/** A balance of risk and protection (NIJMEGEN); confidential, as the whole step. */
const weging = z.strictObject({
  instrument: z.enum(INSTRUMENTEN).default('geen').describe('Welk instrument is gebruikt?'),
  risico: z.enum(['geen', 'ja', 'urgent']).describe('Zijn er risico’s? Kies urgent als hulp niet kan wachten'),
  bescherming: z.enum(['voldoende', 'onvoldoende']).describe('Is er genoeg dat de ouder beschermt en steunt?'),
  nietPluis: z.boolean().default(false).describe('Is er een niet-pluisgevoel?'),
  opmerking: z.string().max(2000).optional().describe('Wat is met de ouder besproken?'),
});

/** How to reach someone, and nothing about why (FRYSLAN 5.2). */
const aanmelding = z.strictObject({
  contact: z.enum(['telefoon', 'bericht', 'brief', 'via-verloskundige']).describe('Hoe wil de ouder benaderd worden?'),
  samen: z.boolean().default(false).describe('Wil de ouder dat de aanmelder meekomt?'),
  tolk: z.boolean().default(false).describe('Is een tolk nodig?'),
});

/** What may stand out in the first days (FRYSLAN 3.4). */
const kraamweek = z.strictObject({
  hechting: z.boolean().default(false).describe('Valt er iets op in het contact tussen ouder en kind?'),
  stemming: z.boolean().default(false).describe('Is de ouder somber of erg gespannen?'),
  omstandigheden: z.boolean().default(false).describe('Zijn er zorgen over geld, huis of relatie?'),
  nietPluis: z.boolean().default(false).describe('Is er een niet-pluisgevoel?'),
  opmerking: z.string().max(2000).optional().describe('Wat is met de ouder besproken?'),
});

export const kansrijkeStartV1Forms = {
  weging,
  aanmelding,
  kraamweek,
  huisbezoek,
  plan,
  inzet,
  evaluatie,
  hielprik,
} satisfies Record<FormOf<typeof kansrijkeStartV1>, z.ZodObject>;

export type Weging = z.infer<typeof weging>;
export type Kraamweek = z.infer<typeof kraamweek>;

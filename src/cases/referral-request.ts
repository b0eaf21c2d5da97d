import { z } from 'zod';
import { consentGivers, type Purpose } from '../language/define.ts';
import { AGB } from '../access/on-behalf-of.ts';
import { identitySchema, moment, text } from './resident/identity.ts';
import { day } from './when.ts';

/** An id of the contract: lower-case kebab-case. */
export const id = z
  .string('Vul een naam uit de lijst in.')
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Gebruik kleine letters, cijfers en streepjes, zoals hof-van-twente.');

export const purposes = ['overdracht', 'terugkoppeling'] as const satisfies readonly Purpose[];

/** The body of `POST /referrals`; other keys are refused by name. */
export const referralSchema = z.strictObject({
  chain: id,
  municipality: id,
  kern: id.optional(),
  resident: identitySchema,
  consent: z
    .strictObject({
      given: z.boolean(),
      at: moment,
      by: z.enum(consentGivers),
      purposes: z.array(z.enum(purposes)).max(purposes.length).optional(),
    })
    .optional(),
  entry: id.optional(),
  outcome: id.optional(),
  form: z.record(z.string(), z.unknown()).optional(),
  reason: z.strictObject({ code: id, comment: text(2000).optional() }).optional(),
  /** Steps that were taken elsewhere before, each with its local day. */
  done: z
    .array(
      z.strictObject({
        step: id,
        outcome: id,
        at: day,
        form: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .max(20)
    .optional(),
  /** Who fulfils a role in this case, such as the resident's own practice; the directory knows the others. */
  parties: z.record(id, z.strictObject({ agb: z.string().regex(AGB, 'Een AGB-code heeft acht cijfers.') })).optional(),
  /** Dates that terms hang on, such as a due date; which ones there are is the chain's. */
  anchors: z.record(id, day).optional(),
  /** No term of the chain reads it: who holds the first step and who has the regie read it with the note. */
  urgency: z.enum(['regulier', 'spoed'], 'Kies regulier of spoed.').optional(),
  note: text(4000).optional(),
  reference: text(100).optional(),
  /** What a professional handed out to who begins themselves. */
  code: text(40).optional(),
  /** Who is responsible, when a machine refers. */
  onBehalfOf: z
    .strictObject({ agb: z.string().regex(AGB, 'Een AGB-code heeft acht cijfers.'), role: id, name: text(200) })
    .optional(),
});
export type ReferralRequest = z.infer<typeof referralSchema>;

/** Nobody has grown older than this. */
const OLDEST_YEARS = 120;

/** Whether a birth date (YYYY-MM-DD) can be that of someone alive on `today`. */
export function isPossibleBirthDate(birthDate: string, today: string): boolean {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthDate <= today && years <= OLDEST_YEARS;
}

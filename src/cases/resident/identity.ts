import { z } from 'zod';
import { normaliseName } from '../../platform/crypto/normalise-identity.ts';
import { isBsn, normaliseBsn } from './bsn.ts';
import { isLocalDate } from '../../engine/calendar/local-date.ts';

// Everything below U+0020 but tab and line breaks, DEL, and halves of characters: no text a person can have typed.
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Text that people type: trimmed, with a limit, and without characters that cannot be stored or shown. */
export function text(max: number): z.ZodType<string, string> {
  return z
    .string('Vul hier tekst in.')
    .trim()
    .min(1, 'Vul hier tekst in.')
    .max(max, `Gebruik hier niet meer dan ${max} tekens.`)
    .refine((value) => !UNPRINTABLE.test(value), 'Deze tekst heeft tekens die niet kunnen worden bewaard.');
}

/** A date that exists, as JJJJ-MM-DD. */
const date = z
  .string('Vul een datum in als JJJJ-MM-DD.')
  .refine(isLocalDate, 'Deze datum bestaat niet. Vul een datum in als JJJJ-MM-DD.');

const YEARS = { first: 1900, last: 2200 };

/** A moment with its offset (RFC 3339), in a year that a database and a person can have to do with; read as UTC. */
export const moment = z.iso
  .datetime({ offset: true, error: 'Vul een tijdstip in, zoals 2026-11-21T10:00:00Z.' })
  .refine((value) => {
    const year = new Date(value).getUTCFullYear();
    return year >= YEARS.first && year <= YEARS.last;
  }, 'Dit tijdstip kan niet. Controleer het jaar.')
  .transform((value) => new Date(value).toISOString());

const name = text(120).refine((value) => normaliseName(value) !== '', 'Een naam heeft ten minste één letter.');

const contact = z.strictObject({
  relation: text(60),
  name: text(120),
  phone: text(30).optional(),
  gezag: z.boolean().optional(),
});

/** Who the resident is, as the referrer gives it. The BSN is optional: the chain runs without it. */
export const identitySchema = z.strictObject({
  name: z.strictObject({ given: name, family: name }),
  birthDate: date,
  sex: z.enum(['vrouw', 'man', 'anders', 'onbekend'], 'Kies vrouw, man, anders of onbekend.').optional(),
  bsn: z
    .string('Vul het BSN in als tekst van negen cijfers.')
    .refine(isBsn, 'Dit BSN kan niet bestaan. Controleer de cijfers of laat het BSN weg.')
    .transform(normaliseBsn)
    .optional(),
  postalCode: z
    .string()
    .regex(/^[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Za-z]{2}$/, 'Vul een postcode in als 7511AB.')
    .optional(),
  houseNumber: text(12)
    .refine((value) => /[0-9]/.test(value), 'Een huisnummer heeft ten minste één cijfer.')
    .optional(),
  phone: z
    .string()
    .regex(/^\+?[0-9 ()-]{8,20}$/, 'Vul een telefoonnummer in, zoals 06 12345678.')
    .refine((value) => value.replaceAll(/[^0-9]/g, '').length >= 8, 'Een telefoonnummer heeft ten minste acht cijfers.')
    .optional(),
  email: z.email('Vul een e-mailadres in, zoals naam@voorbeeld.nl.').max(200).optional(),
  contacts: z.array(contact).max(10).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

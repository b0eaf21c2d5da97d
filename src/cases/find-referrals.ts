import { z } from 'zod';
import { permitRole } from '../access/permit.ts';
import { lookupHash } from '../platform/crypto/lookup-hash.ts';
import { readReferralsOfPerson } from '../reading/referrals.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { referralsOf } from './list-referrals.ts';
import { readShape } from './read-shape.ts';
import { drawReferrals, type ReferralItem } from './referral-item.ts';
import { keysOf } from './resident/hashes.ts';
import { identitySchema } from './resident/identity.ts';
import { type Asking, recordAccess, refusing } from './visit.ts';

const { bsn, name, birthDate, postalCode, houseNumber, phone } = identitySchema.shape;

/** By BSN alone, or by name and birth date with an address or a telephone number (contract 3). */
export const findSchema = z
  .strictObject({ bsn, name: name.optional(), birthDate: birthDate.optional(), postalCode, houseNumber, phone })
  .superRefine((given, context) => {
    const { bsn: number, ...rest } = given;
    const others = Object.values(rest).some((value) => value !== undefined);
    const wrong = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (number !== undefined) {
      if (others) wrong('bsn', 'Zoek met het BSN alleen, of laat het weg.');
      return;
    }
    if (given.name === undefined) wrong('name', 'Vul de naam in, of zoek met het BSN.');
    if (given.birthDate === undefined) wrong('birthDate', 'Vul de geboortedatum in, of zoek met het BSN.');
    const address = given.postalCode !== undefined && given.houseNumber !== undefined;
    if (!address && given.phone === undefined) wrong('phone', 'Vul postcode en huisnummer in, of een telefoonnummer.');
  });
type Find = z.infer<typeof findSchema>;

const RECENT_MS = 366 * 86_400_000;

/**
 * The referrals of the own practice of one resident: live ones, and those that ended in the last year. Who is known
 * elsewhere, or nowhere, is found in the same way: not. @throws CaseError `not-found`, `forbidden` or `invalid-input`.
 */
export async function findReferrals(
  context: CaseContext,
  asking: Asking,
  body: unknown,
): Promise<readonly ReferralItem[]> {
  return refusing(context, asking, null, async () => {
    const verdict = permitRole(asking.subject, 'referral.find');
    const of = referralsOf(asking);
    if (!verdict.allowed || of === null) throw new CaseError('not-found', 'Hier kunt u met uw rol niet zoeken.');
    asking.insist();
    const given = readShape(findSchema, body, 'Zo kan er niet worden gezocht.');
    if (given.bsn !== undefined && !(await context.directory.mayHaveBsn(of.practice))) {
      throw new CaseError('forbidden', 'Uw organisatie mag het BSN niet gebruiken. Zoek met naam en geboortedatum.');
    }
    const since = context.clock.now() - RECENT_MS;
    const rows = await readReferralsOfPerson(context.db, of, hashesOf(context, given), since);
    const residents = [...new Set(rows.map(({ resident }) => resident))];
    await recordAccess(context, asking, 'E', null, verdict, residents);
    return drawReferrals(context, asking.subject, rows);
  });
}

function hashesOf({ ring }: CaseContext, given: Find): ReturnType<typeof keysOf> {
  if (given.bsn !== undefined) return [{ kind: 'bsn', hash: lookupHash(ring, 'bsn', given.bsn) }];
  const { name: called, birthDate: born } = given;
  return called === undefined || born === undefined ? [] : keysOf(ring, { ...given, name: called, birthDate: born });
}

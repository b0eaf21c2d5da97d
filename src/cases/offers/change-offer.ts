import { z } from 'zod';
import { permitRole } from '../../access/permit.ts';
import { changeOfferRow, rooms } from '../../reading/offers.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { readShape } from '../read-shape.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import type { OfferView } from './offer-view.ts';
import { drawOffer, insistOnOffer, insistOnReader } from './see-offers.ts';

export const offerChangeSchema = z
  .strictObject({
    room: z.enum(rooms, `Kies uit: ${rooms.join(', ')}.`).optional(),
    /** How many at the same time; null: that is not said. */
    capacity: z.int('Vul een geheel getal in, of null.').min(0).max(100_000).nullable().optional(),
  })
  .refine(({ room, capacity }) => room !== undefined || capacity !== undefined, {
    path: ['room'],
    message: 'Noem wat er verandert: room, capacity of beide.',
  });

/** An organisation's word about its own offer. @throws CaseError `stale` when the offer is no longer at one of `ifMatch`. */
export async function changeOffer(
  context: CaseContext,
  asking: Asking,
  offer: string,
  body: unknown,
  ifMatch: ReadonlySet<string> | null,
): Promise<OfferView> {
  return refusing(context, asking, null, async () => {
    insistOnReader(asking);
    const row = await insistOnOffer(context, offer);
    const verdict = permitRole(asking.subject, 'offer.change');
    if (!verdict.allowed || asking.subject.organisation !== row.organisation) {
      throw new CaseError('forbidden', 'Alleen de organisatie zelf kan haar aanbod veranderen.');
    }
    asking.insist();
    const change = readShape(offerChangeSchema, body, 'De verandering is niet goed ingevuld.');
    const changed = ifMatch?.has(`"${row.seq}"`)
      ? await changeOfferRow(context.db, row.id, row.seq, change, context.clock.now())
      : undefined;
    if (changed === undefined) {
      throw new CaseError('stale', 'Het aanbod is intussen veranderd. Haal het opnieuw op en beslis dan.');
    }
    await recordAccess(context, asking, 'U', null, verdict);
    return drawOffer(context, asking, changed);
  });
}

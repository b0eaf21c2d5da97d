import { z } from 'zod';
import { permitRole, type Verdict } from '../../access/permit.ts';
import { definitions } from '../../chains/index.ts';
import type { Page } from '../../reading/cursor.ts';
import { type OfferRow, readOffer, readOffers } from '../../reading/offers.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { badCursor, cursor } from '../list-cursor.ts';
import { refuseUnknownMunicipality } from '../municipality-asked.ts';
import { id } from '../referral-request.ts';
import { refusedParameter } from '../refused-parameter.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import { type OfferView, viewOffers } from './offer-view.ts';

export const offersQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: cursor('offers').optional(),
    chain: id.optional(),
    municipality: id.optional(),
    kern: id.optional(),
  })
  .refine(({ kern, municipality }) => kern === undefined || municipality !== undefined, {
    path: ['kern'],
    message: 'Noem bij een kern ook de gemeente (municipality).',
  });

/** What is on offer in a place, with room and measured waiting time. Nothing in it is about a person. */
export async function listOffers(
  context: CaseContext,
  asking: Asking,
  query: z.infer<typeof offersQuery>,
): Promise<Page<OfferView>> {
  return refusing(context, asking, null, async () => {
    const verdict = insistOnReader(asking);
    asking.insist();
    await refuseUnknown(context, query);
    const page = await readOffers(context.db, query);
    if (page === undefined) throw badCursor();
    await recordAccess(context, asking, 'R', null, verdict);
    return { items: await viewOffers(context, page.items, asking.subject.organisation), next: page.next };
  });
}

export async function seeOffer(context: CaseContext, asking: Asking, offer: string): Promise<OfferView> {
  return refusing(context, asking, null, async () => {
    const verdict = insistOnReader(asking);
    const row = await insistOnOffer(context, offer);
    asking.insist();
    await recordAccess(context, asking, 'R', null, verdict);
    return drawOffer(context, asking, row);
  });
}

export async function drawOffer(context: CaseContext, { subject }: Asking, row: OfferRow): Promise<OfferView> {
  const [view] = await viewOffers(context, [row], subject.organisation);
  if (view === undefined) throw new Error('an offer that is there has a view');
  return view;
}

/** @throws CaseError `not-found` where there is no such offer. */
export async function insistOnOffer({ db }: CaseContext, offer: string): Promise<OfferRow> {
  const row = z.uuid().safeParse(offer).success ? await readOffer(db, offer) : undefined;
  if (row === undefined) throw new CaseError('not-found', 'Dit aanbod bestaat niet, of u mag het niet zien.');
  return row;
}

/** @throws CaseError `not-found` for who has nothing to do with offers. */
export function insistOnReader({ subject }: Asking): Extract<Verdict, { allowed: true }> {
  const verdict = permitRole(subject, 'offer.read');
  if (!verdict.allowed) throw new CaseError('not-found', 'Dit aanbod bestaat niet, of u mag het niet zien.');
  return verdict;
}

async function refuseUnknown(
  { directory }: CaseContext,
  { chain, municipality, kern }: z.infer<typeof offersQuery>,
): Promise<void> {
  const says = 'De vraag in het adres klopt niet.';
  if (chain !== undefined && !Object.hasOwn(definitions, chain)) {
    throw refusedParameter(says, 'chain', Object.keys(definitions));
  }
  if (municipality === undefined) return;
  await refuseUnknownMunicipality(directory, municipality);
  const kernen = await directory.kernen(municipality);
  if (kern !== undefined && !kernen.includes(kern)) throw refusedParameter(says, 'kern', kernen);
}

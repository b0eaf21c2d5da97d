import type { Hono } from 'hono';
import { changeOffer, offerChangeSchema } from '../../cases/offers/change-offer.ts';
import type { OfferView } from '../../cases/offers/offer-view.ts';
import { listOffers, offersQuery, seeOffer } from '../../cases/offers/see-offers.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';
import { offerSchema } from '../schemas/offer.ts';

/** Where there is room, and how long residents wait. */
export function offerRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/offers',
    summary: 'Het aanbod in een keten en een plaats, met plek en gemeten wachttijd',
    query: offersQuery,
    success: { status: 200, schema: listOf(offerSchema), description: 'Aanbod, per gemeente en kern' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await listOffers(cases, asking, query)),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/offers/{id}',
    summary: 'Bekijk een aanbod',
    success: { status: 200, schema: offerSchema, description: 'Het aanbod' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params }) => withTag(await seeOffer(cases, asking, params['id'] ?? '')),
  });
  endpoint(app, context, {
    method: 'patch',
    path: '/offers/{id}',
    summary: 'Zeg hoeveel plek uw organisatie heeft',
    body: { schema: offerChangeSchema, example: { room: 'wachtlijst', capacity: 24 } },
    success: { status: 200, schema: offerSchema, description: 'Het aanbod, zoals het nu is' },
    problems: ['forbidden', 'not-found', 'stale'],
    answer: async ({ cases }, { asking, params, body, ifMatch }) =>
      withTag(await changeOffer(cases, asking, params['id'] ?? '', body, ifMatch)),
  });
}

function withTag(offer: OfferView): Response {
  return json(offer, 200, { etag: `"${offer.seq}"` });
}

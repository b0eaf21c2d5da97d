import type { Hono } from 'hono';
import { findReferrals, findSchema } from '../../cases/find-referrals.ts';
import { listReferrals, referralsQuery } from '../../cases/list-referrals.ts';
import { referralSchema } from '../../cases/referral-request.ts';
import { referResident } from '../../cases/refer-resident.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { caseSchema, listOf } from '../schemas.ts';
import { referralItemSchema, referralsPageSchema } from '../schemas/referral-item.ts';
import { json } from '../reply.ts';

const example = {
  chain: 'valpreventie',
  municipality: 'enschede',
  resident: {
    name: { given: 'Voorbeeld', family: 'Inwoner' },
    birthDate: '1948-03-02',
    postalCode: '7533AB',
    houseNumber: '12',
    phone: '0612345678',
  },
  consent: { given: true, at: '2026-11-21T10:00:00Z', by: 'inwoner' },
};

export function referralRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'post',
    path: '/referrals',
    summary: 'Verwijs een inwoner naar een keten',
    body: { schema: referralSchema, example },
    professionalInBody: true,
    success: { status: 201, schema: caseSchema, description: 'Het traject, zoals de verwijzer het mag zien' },
    problems: ['forbidden', 'already-referred', 'not-in-target-group', 'consent-missing', 'reason-required'],
    answer: async ({ cases }, { asking, body, origin }) => {
      const view = await cases.time.during(() => referResident(cases, asking, body, origin));
      return json(view, 201, { location: `/cases/${view.id}`, etag: `"${view.seq}"` });
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/referrals',
    summary: 'De verwijzingen van uw praktijk, met de terugkoppeling',
    query: referralsQuery,
    success: {
      status: 200,
      schema: referralsPageSchema,
      description: 'Nieuwste verandering eerst; met changedSince de oudste eerst. Vraag de volgende keer vanaf asOf.',
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, query }) => json(await listReferrals(cases, asking, query)),
  });
  endpoint(app, context, {
    method: 'post',
    path: '/referrals/search',
    summary: 'Zoek de verwijzingen van uw praktijk van één inwoner',
    body: { schema: findSchema, example: { bsn: '999990019' } },
    success: {
      status: 200,
      schema: listOf(referralItemSchema),
      description: 'Lopende trajecten, en wat in het laatste jaar eindigde. Leeg als er bij uw praktijk niets is',
    },
    problems: ['forbidden', 'not-found'],
    answer: async ({ cases }, { asking, body }) =>
      json({ items: await findReferrals(cases, asking, body), next: null }),
  });
}

import type { Hono } from 'hono';
import { z } from 'zod';
import { countGiven } from '../../cases/invitations/count-given.ts';
import { giveInvitation, invitationSchema } from '../../cases/invitations/give-invitation.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { listOf } from '../schemas.ts';

const invitation = z.object({ id: z.uuid(), code: z.string(), validUntil: z.iso.datetime() });
const count = z.object({
  chain: z.string(),
  municipality: z.string(),
  given: z.number().int(),
  closed: z.object({ of: z.number().int(), used: z.number().int() }).nullable(),
});

const example = {
  id: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10',
  code: '7K2MQ-XR04T',
  validUntil: '2027-01-16T22:59:59.999Z',
};
const counted = {
  items: [{ chain: 'kansrijke-start', municipality: 'enschede', given: 26, closed: { of: 20, used: 15 } }],
  next: null,
};

export function invitationRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'post',
    path: '/invitations',
    summary: 'Geef iemand een code om zelf te beginnen, zonder te zeggen wie het is',
    body: { schema: invitationSchema, example: { chain: 'kansrijke-start', municipality: 'enschede' } },
    success: {
      status: 201,
      schema: invitation,
      description: 'De code: voor één keer, tot validUntil. Alleen hier te lezen; geef haar meteen door',
      example,
    },
    problems: ['forbidden'],
    answer: async ({ cases }, { asking, body, origin }) =>
      json(await cases.time.during(() => giveInvitation(cases, asking, body, origin)), 201, {
        location: '/invitations',
      }),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/invitations',
    summary: 'Hoeveel codes uw organisatie gaf',
    success: {
      status: 200,
      schema: listOf(count),
      description:
        'closed telt codes die verlopen zijn, per tien: hoeveel, en hoeveel daarvan gebruikt, afgerond op vijf. Null bij minder dan tien',
      example: counted,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking }) => json({ items: await countGiven(cases, asking), next: null }),
  });
}

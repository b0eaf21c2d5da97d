import { z } from 'zod';
import { exampleCase, whySchema } from './party.ts';

const example = {
  id: '9f1b7c7e-2f5e-4d0d-9a55-3d1a7b7f4c21',
  chain: 'valpreventie',
  area: { municipality: 'enschede', kern: 'glanerbrug' },
  organisation: '277e78db-b90f-45fc-a62e-880fd06532f6',
  organisationName: 'Fysiotherapie Voorbeeld (fictief)',
  startsOn: '2027-01-11',
  endsOn: '2027-04-12',
  state: 'gepland',
  n: 8,
  taken: 1,
  seats: [{ case: exampleCase, status: 'bezet' }],
  seq: 1,
};

const group = z.object({
  id: z.uuid(),
  chain: z.string(),
  area: z.object({ municipality: z.string(), kern: z.string().nullable() }),
  organisation: z.uuid(),
  organisationName: z.string().nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  state: z.enum(['gepland', 'loopt', 'afgelopen']),
  n: z.number().int().nullable(),
  taken: z.number().int(),
  seats: z.array(
    z.object({ case: z.uuid(), status: z.enum(['bezet', 'gevraagd', 'geweigerd', 'vrij']), why: whySchema.optional() }),
  ),
  seq: z.number().int(),
});

/** A group with its seats. */
export const groupViewSchema = group.meta({
  id: 'Group',
  description: 'Een groep met haar plekken.',
  examples: [example],
});

/** A group after a change, with what each case said. */
export const changedGroupSchema = group
  .extend({
    results: z.array(
      z.object({
        case: z.uuid(),
        change: z.enum(['fill', 'free', 'move']),
        done: z.boolean(),
        why: whySchema.optional(),
      }),
    ),
  })
  .meta({
    id: 'ChangedGroup',
    description: 'Een groep na een verandering, met wat elk traject daarop zei.',
    examples: [{ ...example, results: [{ case: exampleCase, change: 'move', done: true }] }],
  });

/** How many wait for a group in one place. */
export const waitingSchema = z
  .object({
    chain: z.string(),
    municipality: z.string(),
    kern: z.string().nullable(),
    waiting: z.number().int(),
    n: z.number().int(),
    ready: z.boolean(),
    longestWaitDays: z.number().int(),
  })
  .meta({
    id: 'WaitingForGroup',
    description: 'Hoeveel inwoners in een kern op een groep wachten.',
    examples: [
      {
        chain: 'valpreventie',
        municipality: 'enschede',
        kern: 'glanerbrug',
        waiting: 8,
        n: 8,
        ready: true,
        longestWaitDays: 41,
      },
    ],
  });

import { z } from 'zod';
import { rooms } from '../../reading/offers.ts';
import { tester } from './party.ts';

export const suppressedSchema = z
  .object({ suppressed: z.literal(true) })
  .meta({ id: 'Suppressed', description: 'Te weinig inwoners om te laten zien: minder dan tien.' });

export const waitingSchema = z
  .union([z.object({ medianDays: z.number().int().nullable(), n: z.number().int().min(10) }), suppressedSchema])
  .meta({
    id: 'Waiting',
    description:
      'Gemeten over de trajecten van het laatste jaar: van aanbieden tot aannemen. Bij null wacht meer dan de helft nog.',
  });

const example = {
  id: '5b0b4c34-52a7-4f43-9a0f-6f1f6a3f0d21',
  chain: 'valpreventie',
  role: tester.role,
  roleLabel: 'Geschoold tester',
  label: 'Valrisicotest aan huis',
  organisation: tester.organisation,
  organisationName: tester.organisationName,
  municipality: 'enschede',
  kern: null,
  room: 'ja',
  capacity: 40,
  inUse: 17,
  waiting: { medianDays: 6, n: 31 },
  changedAt: '2026-11-21T10:00:00.000Z',
  seq: 1,
};

/** What an organisation has on offer. */
export const offerSchema = z
  .object({
    id: z.uuid(),
    chain: z.string(),
    role: z.string(),
    roleLabel: z.string(),
    label: z.string(),
    organisation: z.uuid(),
    organisationName: z.string().nullable(),
    municipality: z.string(),
    kern: z.string().nullable(),
    room: z.enum(rooms),
    capacity: z.number().int().nullable(),
    inUse: z.union([z.number().int(), suppressedSchema]),
    waiting: waitingSchema,
    changedAt: z.iso.datetime(),
    seq: z.number().int(),
  })
  .meta({
    id: 'Offer',
    description: 'Aanbod: wat de organisatie zelf zegt over plek, en wat uit de trajecten is gemeten.',
    examples: [example],
  });

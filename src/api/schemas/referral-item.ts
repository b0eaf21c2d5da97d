import { z } from 'zod';
import { exampleCase, exampleStep, tester } from './party.ts';
import { exampleResident, residentSchema } from './resident.ts';

const example = {
  id: exampleCase,
  chain: 'valpreventie',
  status: 'open',
  ending: null,
  reference: 'HA-2026-118',
  resident: exampleResident,
  changedAt: '2026-11-24T09:12:40.000Z',
  accountable: { role: tester.role, organisation: tester.organisation, organisationName: tester.organisationName },
  openSteps: [
    {
      id: exampleStep,
      step: 'toestemming-matig',
      label: 'Toestemming voor aanmelding',
      role: tester.role,
      organisation: tester.organisation,
      organisationName: tester.organisationName,
      dueAt: '2026-12-08T22:59:59.999Z',
    },
  ],
  milestones: [{ milestone: 'test-matig', at: '2026-11-24T09:12:40.000Z', label: 'De valrisicotest is gedaan.' }],
  awaitsMe: [],
  feedback: [
    {
      id: `${exampleCase}.3`,
      at: '2026-11-24T09:12:40.000Z',
      from: 'Valpreventie',
      kind: 'test-matig',
      text: 'De valrisicotest is gedaan. De uitslag is: matig risico. De tester bespreekt een beweeggroep.',
      seenAt: '2026-11-24T11:30:00.000Z',
    },
  ],
};

/** One of the practice's referrals, with what came back. */
export const referralItemSchema = z
  .object({
    id: z.uuid(),
    chain: z.string(),
    status: z.enum(['open', 'paused', 'ended']),
    ending: z.string().nullable(),
    reference: z.string().nullable(),
    resident: residentSchema,
    changedAt: z.iso.datetime(),
    accountable: z
      .object({ role: z.string(), organisation: z.uuid().nullable(), organisationName: z.string().nullable() })
      .nullable(),
    openSteps: z.array(
      z.object({
        id: z.string(),
        step: z.string(),
        label: z.string(),
        role: z.string(),
        organisation: z.uuid().nullable(),
        organisationName: z.string().nullable(),
        dueAt: z.iso.datetime(),
      }),
    ),
    milestones: z.array(z.object({ milestone: z.string(), at: z.iso.datetime(), label: z.string() })),
    awaitsMe: z.array(z.object({ openStep: z.string(), label: z.string(), dueAt: z.iso.datetime() })),
    feedback: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        from: z.string(),
        kind: z.string(),
        text: z.string(),
        seenAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({
    id: 'ReferralItem',
    description: 'Een verwijzing van uw praktijk, met de terugkoppeling.',
    examples: [example],
  });

/** A page of the practice's referrals, and from when to ask for changes the next time. */
export const referralsPageSchema = z
  .object({ items: z.array(referralItemSchema), next: z.string().nullable(), asOf: z.iso.datetime() })
  .meta({ examples: [{ items: [example], next: null, asOf: '2026-11-24T11:29:50.000Z' }] });

import type { Hono } from 'hono';
import { z } from 'zod';
import { amend, amendResident } from '../../cases/amend-resident.ts';
import { seeConsents } from '../../cases/look/see-consents.ts';
import { seeForms } from '../../cases/look/see-forms.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json, withTag } from '../reply.ts';
import { caseSchema, listOf } from '../schemas.ts';

const actor = z.object({
  role: z.string(),
  organisation: z.uuid().nullable(),
  practitioner: z.uuid().nullable(),
});

const formItem = z.object({
  id: z.uuid(),
  step: z.string(),
  round: z.number().int(),
  by: actor,
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
  comment: z.string().nullable(),
  corrected: z.boolean(),
  from: z
    .object({ case: z.uuid(), chain: z.string() })
    .optional()
    .describe('Een intake uit een traject dat hiermee samenhangt, of uit een vorig traject.'),
});

const consentItem = z.object({
  purpose: z.string(),
  given: z.boolean(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  on: z.iso.date(),
  step: z.string().nullable(),
  recordedBy: actor.nullable(),
  corrected: z.boolean(),
});

const by = {
  role: 'tester',
  organisation: '6f1f0a52-6d0a-4c43-8f0b-5c1f6f3e2a10',
  practitioner: '0b9d7c7e-2f5e-4d0d-9a55-3d1a7b7f4c21',
};

const forms = {
  items: [
    {
      id: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10',
      step: 'valrisicotest',
      round: 1,
      by,
      at: '2026-11-24T09:12:40.000Z',
      data: { gevallen: false, bang: true, moeite: true, looptestSeconden: 6 },
      comment: null,
      corrected: false,
    },
  ],
  next: null,
};

const referrer = { ...by, role: 'huisarts' };
const consents = {
  items: [
    {
      purpose: 'terugkoppeling',
      given: true,
      by: 'inwoner',
      at: '2026-11-21T10:00:00.000Z',
      on: '2026-11-21',
      step: null,
      recordedBy: referrer,
      corrected: false,
    },
    {
      purpose: 'overdracht',
      given: true,
      by: null,
      at: '2026-11-24T09:12:40.000Z',
      on: '2026-11-24',
      step: 'toestemming-matig',
      recordedBy: by,
      corrected: false,
    },
  ],
  next: null,
};

/** What people wrote and agreed to in a case, read back. */
export function caseRecordRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/forms',
    summary: 'Wat er is ingevuld en opgemerkt, op volgorde',
    success: {
      status: 200,
      schema: listOf(formItem),
      description: 'De formulieren van uw eigen stappen; met de regie alle',
      example: forms,
    },
    problems: ['not-found'],
    answer: async ({ cases }, { asking, params }) =>
      json({ items: await seeForms(cases, asking, params['id'] ?? ''), next: null }),
  });
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/consents',
    summary: 'Waarvoor de inwoner toestemming gaf',
    success: {
      status: 200,
      schema: listOf(consentItem),
      description: 'Elke toestemming, de oudste bovenaan',
      example: consents,
    },
    problems: ['forbidden', 'not-found'],
    answer: async ({ cases }, { asking, params }) =>
      json({ items: await seeConsents(cases, asking, params['id'] ?? ''), next: null }),
  });
  endpoint(app, context, {
    method: 'patch',
    path: '/cases/{id}/resident',
    summary: 'Werk de gegevens van de inwoner bij',
    body: { schema: amend.schema, example: { phone: '06 12345678', email: null } },
    success: { status: 200, schema: caseSchema, description: 'Het traject met de nieuwe gegevens' },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      return withTag(await cases.time.during(() => amendResident(cases, request)));
    },
  });
}

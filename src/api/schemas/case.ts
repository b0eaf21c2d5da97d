import { z } from 'zod';
import { exampleCase, exampleStep, huisarts, partySchema, payerSchema, tester } from './party.ts';
import { exampleResident, residentSchema } from './resident.ts';

const openStep = z
  .object({
    id: z.string(),
    step: z.string(),
    label: z.string(),
    kind: z.string().nullable(),
    stage: z.string().nullable(),
    item: z.string().nullable(),
    role: z.string(),
    roleLabel: z.string().describe('Hoe de rol heet in de plaats van het traject.'),
    organisation: z.uuid().nullable(),
    assignee: z.uuid().nullable(),
    openedAt: z.iso.datetime().nullable(),
    notBefore: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime(),
    overdue: z.boolean().nullable(),
  })
  .meta({ id: 'OpenStep', description: 'Een stap die openstaat. Het id noemt u bij een beslissing.' });

export const linkSchema = z
  .object({ type: z.string(), chain: z.string(), case: z.uuid().nullable(), status: z.string().nullable() })
  .meta({ id: 'Link', description: 'Een traject in een andere keten dat met dit traject samenhangt.' });

const example = {
  id: exampleCase,
  chain: 'valpreventie',
  version: 1,
  municipality: 'enschede',
  kern: null,
  reference: 'HA-2026-118',
  status: 'open',
  ending: null,
  startedAt: '2026-11-21T10:00:02.113Z',
  endedAt: null,
  pause: null,
  resident: exampleResident,
  basis: { kind: 'verwijzing', id: 'verwijzing' },
  referrer: huisarts,
  accountable: tester,
  openSteps: [
    {
      id: exampleStep,
      step: 'valrisicotest',
      label: 'Valrisicotest',
      kind: null,
      stage: null,
      item: null,
      role: 'tester',
      roleLabel: 'Geschoold tester',
      organisation: tester.organisation,
      assignee: null,
      openedAt: null,
      notBefore: null,
      dueAt: '2026-12-19T22:59:59.999Z',
      overdue: null,
    },
  ],
  payer: null,
  links: [],
  seq: 2,
};

/** A case as the caller may see it (contract 3). */
export const caseSchema = z
  .object({
    id: z.uuid(),
    chain: z.string(),
    version: z.number().int(),
    municipality: z.string(),
    kern: z.string().nullable(),
    reference: z.string().nullable(),
    status: z.enum(['open', 'paused', 'ended']),
    ending: z.string().nullable(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    pause: z.object({ until: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
    resident: residentSchema,
    basis: z
      .object({ kind: z.enum(['betrokkene', 'verwijzing', 'toestemming', 'eigen-dossier']), id: z.string() })
      .nullable()
      .describe('Waarom u ziet om wie het gaat; null als u dat niet ziet.'),
    referrer: partySchema,
    accountable: partySchema.nullable(),
    openSteps: z.array(openStep),
    payer: payerSchema.nullable(),
    links: z.array(linkSchema),
    seq: z.number().int(),
  })
  .meta({ id: 'Case', description: 'Een traject, zover u het mag zien.', examples: [example] });

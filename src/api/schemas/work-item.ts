import { z } from 'zod';
import { candidateSchema, exampleCase, exampleStep } from './party.ts';
import { exampleResident, residentSchema } from './resident.ts';

const example = {
  openStep: exampleStep,
  case: exampleCase,
  step: 'valrisicotest',
  label: 'Valrisicotest',
  stage: 'open',
  role: 'tester',
  assignee: null,
  chain: 'valpreventie',
  municipality: 'enschede',
  kern: null,
  openedAt: '2026-11-21T10:00:02.113Z',
  notBefore: null,
  dueAt: '2026-12-19T22:59:59.999Z',
  overdue: false,
  paused: false,
  escalations: 0,
  resident: exampleResident,
};

/** One open step on someone's list. */
export const workItemSchema = z
  .object({
    openStep: z.string(),
    case: z.uuid(),
    step: z.string(),
    label: z.string(),
    stage: z.string(),
    role: z.string(),
    assignee: z.uuid().nullable(),
    chain: z.string(),
    municipality: z.string(),
    kern: z.string().nullable(),
    openedAt: z.iso.datetime(),
    notBefore: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime(),
    overdue: z.boolean(),
    paused: z.boolean(),
    escalations: z.number().int(),
    resident: residentSchema,
    why: z.enum(['geen-organisatie', 'te-laat', 'niet-aangenomen']).optional(),
    candidates: z.array(candidateSchema).optional(),
  })
  .meta({ id: 'WorkItem', description: 'Een open stap op de werklijst.', examples: [example] });

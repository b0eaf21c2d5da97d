import { z } from 'zod';

/** The shapes of contract 3, for the document. */
const party = z.object({
  role: z.string(),
  organisation: z.string().nullable(),
  organisationName: z.string().nullable(),
  practitioner: z.string().nullable().optional(),
});

export const caseSchema = z.object({
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
  resident: z.record(z.string(), z.unknown()).nullable(),
  referrer: party,
  accountable: party.nullable(),
  openSteps: z.array(
    z.object({
      id: z.string(),
      step: z.string(),
      label: z.string(),
      kind: z.string().nullable(),
      role: z.string(),
      organisation: z.string().nullable(),
      assignee: z.string().nullable(),
      openedAt: z.iso.datetime().nullable(),
      notBefore: z.iso.datetime().nullable(),
      dueAt: z.iso.datetime(),
      overdue: z.boolean().nullable(),
    }),
  ),
  payer: z.null(),
  links: z.array(z.never()),
  seq: z.number().int(),
});

export const listOf = (item: z.ZodType): z.ZodType => z.object({ items: z.array(item), next: z.string().nullable() });

const why = z.object({ code: z.string(), detail: z.string() });

export const actionSchema = z.object({
  action: z.enum(['decide']),
  openStep: z.string(),
  step: z.string(),
  label: z.string(),
  outcomes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      allowed: z.boolean(),
      why: why.optional(),
      form: z.string().optional(),
    }),
  ),
  reasons: z.array(z.object({ code: z.string(), label: z.string() })),
  allowed: z.boolean(),
  why: why.optional(),
});

export const trailItemSchema = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  fact: z.string(),
  step: z.string().optional(),
  label: z.string().optional(),
  outcome: z.string().optional(),
  proposed: z.string().optional(),
  reason: z.string().optional(),
  ending: z.string().optional(),
  actor: z.record(z.string(), z.unknown()),
});

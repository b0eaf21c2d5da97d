import { z } from 'zod';

/** The shapes of contract 3, for the document. */
const party = z.object({
  role: z.string(),
  organisation: z.string().nullable(),
  organisationName: z.string().nullable(),
  practitioner: z.string().nullable().optional(),
});

const payer = z.object({
  payer: z.enum(['zvw', 'gemeente', 'wpg']),
  basis: z.string(),
  version: z.string(),
  validFrom: z.iso.date(),
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
  pause: z.object({ until: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  resident: z.record(z.string(), z.unknown()).nullable(),
  referrer: party,
  accountable: party.nullable(),
  openSteps: z.array(
    z.object({
      id: z.string(),
      step: z.string(),
      label: z.string(),
      kind: z.string().nullable(),
      stage: z.string().nullable(),
      item: z.string().nullable(),
      role: z.string(),
      organisation: z.string().nullable(),
      assignee: z.string().nullable(),
      openedAt: z.iso.datetime().nullable(),
      notBefore: z.iso.datetime().nullable(),
      dueAt: z.iso.datetime(),
      overdue: z.boolean().nullable(),
    }),
  ),
  payer: payer.nullable(),
  links: z.array(
    z.object({ type: z.string(), chain: z.string(), case: z.uuid().nullable(), status: z.string().nullable() }),
  ),
  seq: z.number().int(),
});

export const listOf = (item: z.ZodType): z.ZodType => z.object({ items: z.array(item), next: z.string().nullable() });

const possible = {
  allowed: z.boolean(),
  why: z.object({ code: z.string(), detail: z.string() }).optional(),
};
const reasons = z.array(z.object({ code: z.string(), label: z.string() }));

export const actionSchema = z.object({
  action: z.enum(['decide', 'attempt', 'pause', 'resume', 'withdraw', 'event']),
  openStep: z.string().optional(),
  step: z.string().optional(),
  label: z.string(),
  outcomes: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        ...possible,
        reasons: reasons.optional(),
        form: z.string().optional(),
      }),
    )
    .optional(),
  reasons: reasons.optional(),
  events: z
    .array(z.object({ id: z.string(), label: z.string(), of: z.array(z.string()).optional(), ...possible }))
    .optional(),
  ...possible,
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
  stage: z.string().optional(),
  item: z.string().optional(),
  to: z.object({ organisation: z.string() }).optional(),
  rule: z.string().optional(),
  version: z.string().optional(),
  on: z.iso.date().optional(),
  channel: z.string().optional(),
  result: z.enum(['bereikt', 'niet-bereikt']).optional(),
  dueAt: z.iso.datetime().optional(),
  until: z.iso.date().optional(),
  event: z.string().optional(),
  of: z.string().optional(),
  gap: z.string().optional(),
  mark: z.string().optional(),
  milestone: z.string().optional(),
  purposes: z.array(z.string()).optional(),
  link: z.object({ type: z.string(), chain: z.string() }).optional(),
  payer: payer.optional(),
  group: z.object({ id: z.string(), starts: z.iso.date().optional(), ends: z.iso.date().optional() }).optional(),
  anchors: z.record(z.string(), z.iso.date()).optional(),
  actor: z.record(z.string(), z.unknown()),
});

import { z } from 'zod';

// What the story reads of the API's answers; everything else in them is left alone.

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

export const meAnswer = z.object({ organisation: z.string().nullable(), organisationName: z.string().nullable() });

const openStep = z.object({ id: z.string(), step: z.string(), label: z.string(), dueAt: z.string() });
const accountable = z.object({ organisationName: z.string().nullable() }).nullable();

export const caseAnswer = z.object({
  id: z.string(),
  status: z.string(),
  ending: z.string().nullable(),
  startedAt: z.string(),
  accountable,
  openSteps: z.array(openStep),
});
export type CaseAnswer = z.infer<typeof caseAnswer>;

const workItem = z.object({
  openStep: z.string(),
  case: z.string().nullable(),
  step: z.string(),
  label: z.string(),
  kern: z.string().nullable(),
  dueAt: z.string(),
  overdue: z.boolean(),
  escalations: z.number(),
  resident: z.object({ name: z.object({ given: z.string(), family: z.string() }) }).nullable(),
  why: z.string().optional(),
});
export const worklistAnswer = listOf(workItem);
export type WorkItem = z.infer<typeof workItem>;

const referral = z.object({
  id: z.string(),
  status: z.string(),
  ending: z.string().nullable(),
  accountable,
  feedback: z.array(z.object({ id: z.string(), at: z.string(), kind: z.string(), text: z.string() })),
});
export const referralsAnswer = listOf(referral);
export type ReferralAnswer = z.infer<typeof referral>;

const trailItem = z.object({
  seq: z.number(),
  at: z.string(),
  fact: z.string(),
  step: z.string().optional(),
  label: z.string().optional(),
  outcome: z.string().optional(),
  ending: z.string().optional(),
  actor: z.union([
    z.object({ system: z.enum(['clock', 'engine']) }),
    z.object({ role: z.string(), organisation: z.string().nullable() }),
  ]),
});
export const trailAnswer = listOf(trailItem);
export type TrailItem = z.infer<typeof trailItem>;

export const problemAnswer = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  proposed: z.string().optional(),
  allowed: z.array(z.object({ reason: z.string(), label: z.string() })).optional(),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;

export const orphansAnswer = listOf(z.string());
export const clockAnswer = z.object({ now: z.string() });

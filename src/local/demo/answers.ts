import { z } from 'zod';

// What the story reads of the API's answers; everything else in them is left alone.

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

export const meAnswer = z.object({ organisation: z.string().nullable(), organisationName: z.string().nullable() });

const openStep = z.object({ id: z.string(), step: z.string(), label: z.string(), dueAt: z.string() });
const accountable = z.object({ organisationName: z.string().nullable() }).nullable();

export const linkAnswer = z.object({ type: z.string(), chain: z.string(), case: z.string(), status: z.string() });

export const caseAnswer = z.object({
  id: z.string(),
  status: z.string(),
  ending: z.string().nullable(),
  accountable,
  openSteps: z.array(openStep),
  /** Without a case where one was promised and is not there yet. */
  links: z.array(linkAnswer.extend({ case: z.string().nullable(), status: z.string().nullable() })),
  payer: z.object({ payer: z.string(), basis: z.string(), validFrom: z.string() }).nullable(),
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
  resident: z
    .object({
      name: z.object({ given: z.string(), family: z.string() }).optional(),
      pc4: z.string().nullish(),
      ageBand: z.string().optional(),
    })
    .nullable(),
  why: z.string().optional(),
});
export const worklistAnswer = listOf(workItem);
export type WorkItem = z.infer<typeof workItem>;

const referral = z.object({
  id: z.string(),
  chain: z.string(),
  status: z.string(),
  ending: z.string().nullable(),
  accountable,
  feedback: z.array(z.object({ id: z.string(), at: z.string(), kind: z.string(), text: z.string() })),
});
export const referralsAnswer = listOf(referral);
export type ReferralAnswer = z.infer<typeof referral>;

export const trailAnswer = listOf(z.object({ seq: z.number(), at: z.string(), fact: z.string() }));

const seat = z.object({ case: z.string(), status: z.enum(['bezet', 'gevraagd', 'geweigerd', 'vrij']) });
export const groupAnswer = z.object({
  id: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  taken: z.number(),
  seats: z.array(seat),
});
export type GroupAnswer = z.infer<typeof groupAnswer>;

export const waitingAnswer = listOf(
  z.object({ kern: z.string().nullable(), waiting: z.number(), n: z.number(), ready: z.boolean() }),
);

export const problemAnswer = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  proposed: z.string().optional(),
  allowed: z.array(z.object({ reason: z.string(), label: z.string() })).optional(),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;

export const formsAnswer = listOf(z.object({ step: z.string() }));

export const orphansAnswer = listOf(z.string());
export const clockAnswer = z.object({ now: z.string() });

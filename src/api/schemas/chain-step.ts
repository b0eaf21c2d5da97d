import { z } from 'zod';

const length = {
  value: z.string(),
  source: z.string().optional(),
  assumption: z.literal(true).optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  knob: z.string().optional(),
};

export const lengthSchema = z
  .object(length)
  .meta({ id: 'Length', description: 'Een duur: met bron, of een aanname met grenzen die een gemeente kan zetten.' });

const from = z.union([
  z.object({ step: z.string() }),
  z.object({ after: z.string() }),
  z.object({ before: z.string() }),
]);

const day = {
  ...length,
  from: from.optional(),
  otherwise: lengthSchema.optional(),
};
const daySchema = z
  .object(day)
  .meta({ id: 'TermDay', description: 'Een dag: zo lang na het openen, of vanaf waar `from` het zegt.' });
const clock = { ...day, notBefore: daySchema.optional(), aim: daySchema.optional() };

const termSchema = z
  .object({
    ...clock,
    byVariant: z.string().optional(),
    byCode: z.string().optional(),
    cases: z.record(z.string(), z.object(clock)).optional(),
    words: z.string(),
  })
  .meta({ id: 'Term', description: 'De termijn van een stap, als gegevens en in woorden.' });

const opensSchema = z
  .object({
    event: z.string().optional(),
    at: daySchema.optional(),
    whileOpen: z.string().optional(),
    from: z.string().optional(),
    after: z.array(lengthSchema).optional(),
    every: lengthSchema.optional(),
    words: z.string(),
  })
  .meta({ id: 'StepOpens', description: 'Wat de stap opent, anders dan een uitkomst.' });

const stepTarget = z.object({ step: z.string(), with: z.record(z.string(), z.string()).optional() });
const plainTarget = z.union([
  stepTarget,
  z.object({ end: z.string() }),
  z.object({ gap: z.string(), fallback: z.string() }),
  z.object({ leave: z.literal(true) }),
]);
const targetSchema = z
  .union([
    plainTarget,
    z.object({ all: z.array(stepTarget) }),
    z.object({ byKnob: z.string(), cases: z.record(z.string(), plainTarget) }),
  ])
  .meta({ id: 'Target', description: 'Waar een uitkomst naartoe leidt.' });

const outcomeSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    to: targetSchema,
    when: z.string().optional(),
    inform: z.string().optional(),
    gives: z.array(z.string()).optional(),
    link: z.object({ type: z.string(), chain: z.string(), asks: z.string().optional() }).optional(),
    reuses: z.literal('intake').optional(),
    mark: z.string().optional(),
    by: z.literal('sender').optional(),
    reason: z.literal('required').optional(),
    anew: z.literal(true).optional(),
    group: z.enum(['joins', 'leaves']).optional(),
  })
  .meta({ id: 'Outcome', description: 'Een uitkomst van een stap.' });

const ready = z.object({
  waiting: z.enum(['kern', 'municipality']),
  n: z.object({
    knob: z.number(),
    min: z.number(),
    max: z.number(),
    label: z.string(),
    source: z.string().optional(),
  }),
});

/** A step of a chain as callers read it; which keys are there hangs on its kind. */
export const chainStepSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    kind: z.enum(['assess', 'handoff', 'inform', 'wait', 'rule']),
    role: z.string(),
    roles: z.array(z.string()).optional(),
    term: termSchema.optional(),
    opens: opensSchema.optional(),
    with: z.array(z.string()).optional(),
    lapsesOn: z.array(z.string()).optional(),
    each: z.string().optional(),
    missed: z.string().optional(),
    attempts: z.literal(true).optional(),
    confidential: z.literal(true).optional(),
    form: z.string().optional(),
    keeps: z.array(z.string()).optional(),
    propose: z.string().optional(),
    override: z.object({ reason: z.string() }).optional(),
    from: z.string().optional(),
    accept: lengthSchema.optional(),
    warm: z.literal(true).optional(),
    outside: z.literal(true).optional(),
    tells: z.string().optional(),
    waitsFor: z.string().optional(),
    reports: z.array(z.string()).optional(),
    ready: ready.optional(),
    rule: z.string().optional(),
    version: z.string().optional(),
    decides: z.array(z.object({ when: z.string(), outcome: z.string() })).optional(),
    otherwise: z.string().optional(),
    phase: z.string().optional(),
    regie: z.array(z.string()).optional(),
    source: z.string().optional(),
    join: z.array(z.string()).optional(),
    outcomes: z.array(outcomeSchema),
  })
  .meta({ id: 'ChainStep', description: 'Een stap: wie, wanneer, uit welk document, en waar elke uitkomst leidt.' });

import { z } from 'zod';
import { chainStepSchema, lengthSchema } from './chain-step.ts';

const labels = z.record(z.string(), z.string());

const knob = z
  .object({
    kind: z.enum(['switch', 'length', 'number']),
    label: z.string(),
    default: z.string(),
    options: z.array(z.string()).optional(),
    min: z.string().optional(),
    max: z.string().optional(),
    source: z.string().optional(),
  })
  .meta({ id: 'Knob', description: 'Iets wat een regio, gemeente of kern zelf kan zetten.' });

const step = {
  id: 'laag-advies',
  label: 'Advies bij laag risico',
  kind: 'assess',
  role: 'tester',
  term: {
    value: '10wd',
    min: '5wd',
    max: '20wd',
    assumption: true,
    knob: 'laag-advies.within',
    words: '10 werkdagen (aanname, 5 tot 20 werkdagen)',
  },
  source: 'POSOUD',
  outcomes: [{ id: 'gedaan', label: 'Advies gegeven', to: { end: 'laag' }, inform: 'advies-gegeven' }],
};

const example = {
  id: 'valpreventie',
  label: 'Valpreventie',
  version: 1,
  published: false,
  entries: { huisarts: ['laag-advies'] },
  afterConsent: [],
  roles: { tester: 'Geschoold tester' },
  endings: { laag: 'Laag valrisico, advies gegeven' },
  milestones: {
    'advies-gegeven': { full: 'De inwoner heeft advies gekregen.', neutral: 'Het traject is afgerond.' },
  },
  reasons: { 'klinische-blik': 'De professional schat het anders in' },
  anchors: {},
  events: {},
  variants: {},
  marks: {},
  phases: { opsporen: { label: 'Opsporen', regie: 'tester', steps: ['laag-advies'] } },
  inclusion: [],
  limits: {},
  payers: [],
  group: null,
  knobs: {},
  steps: [step],
  forms: {},
};

/** A chain as callers read it. */
export const chainSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    purpose: z.string().optional(),
    version: z.number().int(),
    published: z.boolean(),
    entries: z.record(z.string(), z.array(z.string())),
    afterConsent: z.array(z.string()),
    roles: labels,
    endings: labels,
    milestones: z.record(z.string(), z.object({ full: z.string(), neutral: z.string() })),
    reasons: labels,
    anchors: labels,
    events: z.record(
      z.string(),
      z.object({ label: z.string(), anchor: z.string().optional(), planned: z.literal(true).optional() }),
    ),
    variants: z.record(z.string(), z.array(z.string())),
    marks: labels,
    phases: z.record(
      z.string(),
      z.object({ label: z.string(), regie: z.union([z.string(), z.array(z.string())]), steps: z.array(z.string()) }),
    ),
    inclusion: z.array(
      z.object({
        label: z.string(),
        minAge: z.number().int().optional(),
        maxAge: z.number().int().optional(),
        instead: z.string(),
      }),
    ),
    limits: z.record(
      z.string(),
      z.object({
        label: z.string(),
        from: z.string(),
        until: z.string().optional(),
        within: lengthSchema,
        opens: z.string(),
      }),
    ),
    payers: z.array(
      z.object({
        payer: z.enum(['zvw', 'gemeente', 'wpg']),
        basis: z.string(),
        when: z.string(),
        version: z.string(),
        validFrom: z.iso.date(),
        validUntil: z.iso.date().optional(),
      }),
    ),
    group: z
      .object({
        waits: z.string(),
        during: z.array(z.string()),
        starts: z.string(),
        ends: z.string(),
        leads: z.string(),
      })
      .nullable(),
    knobs: z.record(z.string(), knob),
    steps: z.array(chainStepSchema),
    forms: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .describe('Per formulier zijn JSON Schema (2020-12), om een formulier te tekenen en te controleren.'),
  })
  .meta({ id: 'ChainDefinition', description: 'De definitie van een keten.', examples: [example] });

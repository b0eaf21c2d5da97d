import { z } from 'zod';
import { placePhases } from '../../cases/describe-variant.ts';
import { chainStepSchema, lengthSchema } from './chain-step.ts';

const labels = z.record(z.string(), z.string());

const knob = z
  .object({
    kind: z.enum(['switch', 'phase', 'presence', 'label', 'length', 'number']),
    label: z.string(),
    default: z.string(),
    options: z.array(z.string()).optional(),
    min: z.string().optional(),
    max: z.string().optional().describe('De grootste waarde; van een naam het grootste aantal tekens.'),
    gap: z.string().optional().describe('Wat er geteld wordt waar de stap ontbreekt.'),
    fallback: z.string().optional().describe('Waar een traject dan verder gaat.'),
    source: z.string().optional(),
  })
  .meta({ id: 'Knob', description: 'Iets wat een regio, gemeente of kern zelf kan zetten.' });

const variant = z
  .object({
    municipality: z.string(),
    kern: z.string().nullable(),
    fase: z.enum(placePhases),
    differences: z.array(
      z.object({
        knob: z.string(),
        label: z.string(),
        base: z.string(),
        here: z.string(),
        layer: z.enum(['region', 'municipality', 'kern']),
      }),
    ),
  })
  .meta({ id: 'ChainVariant', description: 'Hoe een plaats de keten heeft, als verschil met de keten zelf.' });

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
  birthdays: {},
  events: {},
  variants: {},
  marks: {},
  phases: { opsporen: { label: 'Opsporen', regie: 'tester', steps: ['laag-advies'] } },
  consentBy: [],
  inclusion: [],
  limits: {},
  payers: [],
  group: null,
  knobs: {},
  steps: [step],
  forms: {},
  variant: {
    municipality: 'losser',
    kern: null,
    fase: 'geen',
    differences: [
      {
        knob: 'hoogRoute',
        label: 'Is de hoge route van valpreventie hier ingericht?',
        base: 'live',
        here: 'niet-beschikbaar',
        layer: 'municipality',
      },
    ],
  },
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
    birthdays: labels.describe('Datums die Ketenpad afleidt van de geboortedatum. Geef ze niet mee.'),
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
    consentBy: z
      .array(z.object({ under: z.number().int().optional(), by: z.array(z.string()), says: z.string() }))
      .describe('Wie op welke leeftijd toestemming geeft. Leeg: wie genoemd wordt.'),
    inclusion: z.array(
      z.object({
        label: z.string(),
        minAge: z.number().int().optional(),
        maxAge: z.number().int().optional(),
        code: z
          .string()
          .optional()
          .describe('De code die met de verwijzing meekomt; wat niet bekend is, telt niet mee.'),
        in: z.array(z.string()).optional().describe('De waarden waarbij de keten past.'),
        byKnob: z.string().optional().describe('Dan hangt dat af van wat de plaats heeft gekozen.'),
        cases: z.record(z.string(), z.array(z.string())).optional(),
        begins: z.array(z.string()).optional().describe('Alleen als het traject bij een van deze stappen begint.'),
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
    variant: variant.optional(),
  })
  .meta({ id: 'ChainDefinition', description: 'De definitie van een keten.', examples: [example] });

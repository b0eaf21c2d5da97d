import { z } from 'zod';
import { lengthsSchema, quantile, share, count, suppressed } from './audit-cells.ts';

/* What the routes of the audit answer per item; in code: src/audit/figures/items.ts. */

const chain = z.string();
const label = z.string();
const counted = z.array(z.object({ reason: z.string(), label, count }));

export const flowItem = z
  .object({
    period: z.string().optional(),
    chain,
    label,
    in: count,
    herinstroom: count,
    out: count,
    open: count,
  })
  .meta({
    id: 'FlowItem',
    description:
      'Wie er bij kwam (van wie eerder in deze keten: herinstroom), wie eruit ging, en wie er aan het eind nog was.',
    examples: [
      { chain: 'valpreventie', label: 'Valpreventie', in: 214, herinstroom: 12, out: 187, open: 96 },
      { chain: 'kngg', label: 'KnGG', in: 43, herinstroom: { suppressed: true }, out: 38, open: 51 },
    ],
  });

export const durationItem = z
  .object({
    chain,
    label,
    step: z.string().optional(),
    n: count,
    ended: count,
    running: count,
    gross: lengthsSchema,
    net: lengthsSchema,
  })
  .meta({ id: 'DurationItem', description: 'Hoe lang het duurt, ook van wie nog bezig is. Met by=step per stap.' });

export const bottleneckItem = z
  .object({
    chain,
    step: z.string(),
    label,
    role: z.string(),
    waiting: count,
    overdue: count,
    overdueShare: share,
    age: z.object({ median: quantile, p90: quantile }),
    silence: z.object({ median: quantile, p90: quantile }),
    due: count,
    withinTerm: share,
    lost: z.object({
      gross: z.union([z.number().nullable(), suppressed]),
      net: z.union([z.number().nullable(), suppressed]),
    }),
    waitingDays: z.object({ median: quantile, p90: quantile }),
    handlingDays: z.object({ median: quantile, p90: quantile }),
    again: count,
  })
  .meta({ id: 'BottleneckItem', description: 'Waar het vastloopt: wachten, te laat, en verloren dagen per stap.' });

export const handoffItem = z
  .object({
    chain,
    from: z.string(),
    to: z.string(),
    label,
    offered: count,
    accepted: count,
    declined: count,
    declinedBy: counted,
    expired: count,
    warm: count,
    toAcceptance: lengthsSchema,
  })
  .meta({
    id: 'HandoffItem',
    description: 'Overdrachten tussen twee rollen: aangeboden, aangenomen, geweigerd, verlopen.',
  });

const bound = z.number().nullable();

export const outcomeItem = z
  .object({
    chain,
    label,
    ended: count,
    endings: z.array(z.object({ ending: z.string(), label, count })),
    dropout: counted,
    started: count,
    durable: z.object({ ja: count, nee: count, onbekend: count, 'nog-niet': count }),
    reach: z
      .array(
        z.object({
          id: z.string(),
          label,
          count,
          norm: z.number(),
          share: z.object({ value: z.union([z.number().nullable(), suppressed]), lower: bound, upper: bound }),
          of: z.number().int().nullable(),
          source: z.string().nullable(),
          date: z.string().nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'OutcomeItem', description: 'Hoe trajecten eindigen, en wie duurzaam geholpen is.' });

export const linkItem = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('link'),
      from: z.string(),
      to: z.string(),
      type: z.string(),
      label,
      opened: count,
      bothRunning: count,
      closed: count,
    }),
    z.object({ kind: z.literal('persons'), chains: z.number().int(), persons: count }),
    z.object({ kind: z.literal('samenwerking'), from: z.string(), to: z.string(), label, pairs: count }),
  ])
  .meta({
    id: 'LinkItem',
    description: 'Tussen de ketens: koppelingen, personen die in meer ketens zijn, en wie samenwerkt.',
  });

export const conformanceItem = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('step'),
      chain,
      step: z.string(),
      label,
      required: count,
      done: count,
      skipped: count,
      elsewhere: count,
      overridden: count,
    }),
    z.object({
      kind: z.literal('ketengat'),
      chain,
      gap: z.string(),
      label,
      count,
      municipality: z.string().optional(),
    }),
  ])
  .meta({ id: 'ConformanceItem', description: 'Of de keten gaat zoals zij is bedoeld, en waar iets ontbreekt.' });

export const keyFigureItem = z
  .object({
    id: z.string(),
    label,
    definition: z.string(),
    chain,
    unit: z.enum(['aantal', 'aandeel', 'punten']),
    value: z.union([z.number().nullable(), suppressed]),
    lower: bound,
    upper: bound,
    n: count,
    notYet: count,
    unknown: count,
    per10000: z
      .object({
        value: z.union([z.number(), suppressed]),
        lower: bound,
        upper: bound,
        inhabitants: z.number().int(),
        source: z.string(),
        date: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'KeyFigureItem', description: 'Een van de vijf kerncijfers, met wat het betekent.' });

const definitionSchema = z
  .object({ id: z.string(), version: z.number().int(), text: z.string() })
  .loose()
  .meta({ id: 'FigureDefinition', description: 'Wat een cijfer is, met het nummer van de afspraak.' });

const shown = { value: 41, lower: 37, upper: 46 };
const hidden = { suppressed: true };
const lengths = {
  unit: 'days',
  p25: { value: 20, lower: 18, upper: 23 },
  median: shown,
  p75: hidden,
  p90: { value: null, lower: null, upper: null },
  endedBy: { '7': { value: 0.09, lower: 0.06, upper: 0.13 }, '14': hidden },
};

/** One item of each route, as it may look. */
export const exampleItems = {
  flow: { chain: 'valpreventie', label: 'Valpreventie', in: 214, herinstroom: hidden, out: 187, open: 96 },
  durations: {
    chain: 'valpreventie',
    label: 'Valpreventie',
    n: 214,
    ended: 187,
    running: 27,
    gross: lengths,
    net: { ...lengths, endedBy: {} },
  },
  bottlenecks: {
    chain: 'valpreventie',
    step: 'valrisicotest',
    label: 'Valrisicotest',
    role: 'Geschoold tester',
    waiting: 31,
    overdue: hidden,
    overdueShare: hidden,
    age: { median: shown, p90: hidden },
    silence: { median: shown, p90: hidden },
    due: 120,
    withinTerm: { value: 0.82, lower: 0.74, upper: 0.88 },
    lost: { gross: 2.4, net: 2.1 },
    waitingDays: { median: shown, p90: hidden },
    handlingDays: { median: shown, p90: hidden },
    again: 0,
  },
  handoffs: {
    chain: 'valpreventie',
    from: 'tester',
    to: 'huisarts',
    label: 'Van Geschoold tester naar Huisarts',
    offered: 88,
    accepted: 71,
    declined: hidden,
    declinedBy: [{ reason: 'geen-plek', label: 'Geen plek', count: hidden }],
    expired: 0,
    warm: 0,
    toAcceptance: lengths,
  },
  outcomes: {
    chain: 'valpreventie',
    label: 'Valpreventie',
    ended: 187,
    endings: [{ ending: 'laag', label: 'Laag valrisico, advies gegeven', count: 114 }],
    dropout: [{ reason: 'te-ver', label: 'Het is te ver voor de inwoner', count: hidden }],
    started: 214,
    durable: { ja: 34, nee: 59, onbekend: 64, 'nog-niet': 57 },
    reach: [
      {
        id: 'valrisico-ingeschat',
        label: 'Valrisico ingeschat',
        count: 163,
        norm: 0.14,
        share: { value: null, lower: null, upper: null },
        of: null,
        source: null,
        date: null,
      },
    ],
  },
  links: {
    kind: 'link',
    from: 'sociaal-verwijzen',
    to: 'vngg',
    type: 'deel-intake',
    label: 'Met één intake: van Sociaal Verwijzen naar VnGG',
    opened: 24,
    bothRunning: 15,
    closed: hidden,
  },
  conformance: {
    kind: 'ketengat',
    chain: 'valpreventie',
    gap: 'geen-organisatie',
    label: 'Er is hier geen organisatie voor deze stap',
    count: 41,
    municipality: 'borne',
  },
  kerncijfers: {
    id: 'verwijzingen',
    label: 'Verwijzingen',
    definition: 'Alle trajecten die begonnen, ook van mensen die terugkwamen.',
    chain: 'alle',
    unit: 'aantal',
    value: 1197,
    lower: null,
    upper: null,
    n: 1197,
    notYet: 0,
    unknown: 0,
  },
} as const;

/** An answer with one item. */
export function exampleFigures(item: unknown): unknown {
  return {
    asOf: '2026-11-22T13:00:00.000Z',
    release: '2026-11-22',
    period: '2025',
    municipality: null,
    definitions: [{ id: 'instroom', version: 1, text: 'Alle trajecten die begonnen.' }],
    items: [item],
  };
}

/** The answer of one route of the audit. */
export function figuresOf(item: z.ZodType): z.ZodType {
  return z.object({
    asOf: z.iso.datetime(),
    release: z.string(),
    period: z.string(),
    municipality: z.string().nullable(),
    definitions: z.array(definitionSchema),
    items: z.array(item),
  });
}

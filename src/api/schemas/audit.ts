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

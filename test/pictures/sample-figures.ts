import type {
  BottleneckItem,
  Count,
  DurationItem,
  FlowItem,
  KeyFigureItem,
  Lengths,
  OutcomeItem,
  Quantile,
  Share,
} from '../../src/audit/figures/items.ts';
import type { FlowPoint } from '../../src/pictures/flow-picture.ts';
import type { InfographicData } from '../../src/pictures/infographic/data.ts';

/* Figures for the tests of the pictures: none of a real place. */

export const hidden = { suppressed: true } as const;
export const source = { place: 'gemeente Hof van Twente', asOf: '2026-10-05T00:00:00+02:00', release: '2026-3' };

export function flowItem(given: Partial<FlowItem> = {}): FlowItem {
  return { chain: 'valpreventie', label: 'Valpreventie', in: 41, herinstroom: 12, out: 37, open: 1234, ...given };
}

/** As many months from January 2025 as there are arrivals. */
export function months(arrivals: readonly Count[]): readonly FlowPoint[] {
  return arrivals.map((count, index) => ({
    period: `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    item: flowItem({ in: count }),
  }));
}

const never = { value: null, lower: null, upper: null };

function lengths(endedBy: Readonly<Record<string, Share>>): Lengths {
  return { unit: 'days', p25: never, median: never, p75: never, p90: never, endedBy };
}

function quantiles(...[p25, median, p75]: readonly (number | null)[]): Lengths {
  const near = (value: number | null = null): Quantile =>
    value === null ? hidden : { value, lower: value - 9, upper: value + 12 };
  return { ...lengths({}), p25: near(p25), median: near(median), p75: near(p75) };
}

export function durationItem(
  endedBy: Readonly<Record<string, Share>>,
  given: Partial<DurationItem> = {},
): DurationItem {
  const gross = lengths(endedBy);
  return { chain: 'valpreventie', label: 'Valpreventie', n: 512, ended: 420, running: 92, gross, net: gross, ...given };
}

export function bottleneck(step: string, waiting: Count, overdueShare: Share): BottleneckItem {
  const spread = { median: never, p90: never };
  return {
    chain: 'valpreventie',
    step,
    label: step,
    role: 'huisarts',
    waiting,
    overdue: 0,
    overdueShare,
    age: spread,
    silence: spread,
    due: 0,
    withinTerm: never,
    lost: { gross: null, net: null },
    waitingDays: spread,
    handlingDays: spread,
    again: 0,
  };
}

export function keyFigure(given: Partial<KeyFigureItem>): KeyFigureItem {
  return {
    id: 'contact-binnen-2-weken',
    label: 'Contact binnen 2 weken',
    definition: 'Van alle trajecten waarvan de twee weken om zijn: het deel waarin de inwoner is gesproken.',
    chain: 'alle',
    unit: 'aandeel',
    value: 0.8163,
    lower: 0.796,
    upper: 0.835,
    n: 1519,
    notYet: 38,
    unknown: 17,
    ...given,
  };
}

export function outcomeItem(given: Partial<OutcomeItem> = {}): OutcomeItem {
  return {
    chain: 'valpreventie',
    label: 'Valpreventie',
    ended: 371,
    endings: [],
    dropout: [],
    started: 432,
    durable: { ja: 201, nee: 63, onbekend: 45, 'nog-niet': 123 },
    ...given,
  };
}

const inhabitants = { inhabitants: 638_912, source: 'CBS', date: '2026-01-01' };

/** A full set: five key figures, a year of months, seven moments, two chains. */
export const infographicData: InfographicData = {
  ...source,
  period: '2026-Q3',
  figures: [
    keyFigure({
      id: 'verwijzingen',
      label: 'Verwijzingen',
      unit: 'aantal',
      value: 1748,
      lower: null,
      upper: null,
      n: 1748,
      notYet: 0,
      unknown: 0,
      per10000: { value: 27.36, lower: 26.1, upper: 28.7, ...inhabitants },
    }),
    keyFigure({}),
    keyFigure({ id: 'start-activiteit', label: 'Begonnen met een activiteit', value: 0.642, lower: 0.61, upper: 0.67 }),
    keyFigure({ id: 'actief-na-3-maanden', label: 'Na 3 maanden nog actief', value: 0.581, lower: 0.54, upper: 0.62 }),
    keyFigure({ id: 'verandering-cijfer', label: 'Gaat het beter?', value: 0.707, lower: 0.66, upper: 0.75 }),
  ],
  flow: months([540, 577, 614, 651, 565, 602, 639, 553, 590, 627, 541, 578]),
  durations: [
    durationItem({}, { gross: quantiles(21, 84, 196) }),
    durationItem(
      {},
      { chain: 'kngg', label: 'Kind naar een gezonder gewicht', n: 96, gross: quantiles(204, 383, null) },
    ),
  ],
  outcomes: [outcomeItem(), outcomeItem({ chain: 'kngg', label: 'Kind naar een gezonder gewicht' })],
};

import type { Count } from '../audit/figures/items.ts';
import { type FunnelLimits, funnelLimits } from '../audit/funnel.ts';
import { numberAxis, onScreen, still } from './axes.ts';
import { type ChartOption, drawChart } from './chart.ts';
import { amount, countInDutch, HIDDEN, isHidden, listed, percent, UNKNOWN } from './dutch.ts';
import { framed } from './framed.ts';
import { colours } from './look.ts';
import type { Picture, Source } from './picture.ts';
import { nameFrom } from './xml.ts';

/** Of `n` in this municipality `count`. */
export interface FunnelPoint {
  readonly municipality: string;
  readonly count: Count;
  readonly n: Count;
}

interface Shown {
  readonly municipality: string;
  readonly n: number;
  readonly share: number;
}

export interface Funnel {
  /** What the share is of, e.g. `Contact binnen twee weken`. */
  readonly label: string;
  readonly points: readonly FunnelPoint[];
  /** The share of the whole region; null when it is not known or hidden: then there are no limits. */
  readonly whole: number | null;
}

const SIZE = { width: 900, height: 460 } as const;
const LINES = 60;
const STROKE = 'path://M0,0L24,0L24,2L0,2Z';
const DASHES = 'path://M0,0L6,0L6,2L0,2ZM9,0L15,0L15,2L9,2ZM18,0L24,0L24,2L18,2Z';

/** The share of each municipality by its size, with limits around the region's: who differs by more than chance. */
export function funnelPicture({ label, points, whole }: Funnel, source: Source): Picture {
  const title = `${label}: gemeenten naast de hele regio`;
  const byName = points.toSorted((a, b) => a.municipality.localeCompare(b.municipality, 'nl'));
  const shown = byName.flatMap(shownOf);
  return framed({
    ...SIZE,
    title,
    source,
    note: hiddenNote(byName),
    sentences: sentencesOf(byName, shown, whole),
    table: {
      head: ['Gemeente', 'Hoeveel', 'Van de', 'Deel', 'Naast de regio'],
      rows: byName.map((point) => {
        const here = shownOf(point)[0];
        return [
          point.municipality,
          countInDutch(point.count),
          countInDutch(point.n),
          here === undefined ? (point.n === 0 ? UNKNOWN : HIDDEN) : percent(here.share),
          here === undefined || whole === null ? UNKNOWN : verdict(here, whole),
        ];
      }),
    },
    body: drawChart(optionOf(shown, whole), SIZE, nameFrom(title)),
  });
}

function shownOf({ municipality, count, n }: FunnelPoint): readonly Shown[] {
  return isHidden(count) || isHidden(n) || n === 0 ? [] : [{ municipality, n, share: count / n }];
}

function verdict({ n, share }: Shown, whole: number): string {
  const { lower95, upper95, lower998, upper998 } = funnelLimits(whole, n);
  if (share < lower998 || share > upper998) return `duidelijk ${share > whole ? 'hoger' : 'lager'}`;
  if (share < lower95 || share > upper95) return `misschien ${share > whole ? 'hoger' : 'lager'}`;
  return 'past bij toeval';
}

function sentencesOf(points: readonly FunnelPoint[], shown: readonly Shown[], whole: number | null): readonly string[] {
  const note = hiddenNote(points);
  const apart = whole === null ? [] : shown.filter((each) => verdict(each, whole).startsWith('duidelijk'));
  return [
    whole === null
      ? 'Van de hele regio is het deel niet bekend. Daarom staan er geen grenzen in het beeld.'
      : `In de hele regio is het ${percent(whole)}.`,
    ...shown.map(({ municipality, n, share }) => `${municipality}: ${percent(share)} van ${amount(n)}.`),
    ...(whole === null
      ? []
      : apart.length === 0
        ? ['Geen gemeente verschilt meer van de regio dan door toeval kan.']
        : [`Meer dan door toeval kan, verschillen: ${listed(apart.map(({ municipality }) => municipality))}.`]),
    ...(note === undefined ? [] : [note]),
    'Dit is geen ranglijst: bij weinig mensen is toeval groot.',
  ];
}

function hiddenNote(points: readonly FunnelPoint[]): string | undefined {
  const hidden = points.filter((point) => isHidden(point.count) || isHidden(point.n));
  if (hidden.length === 0) return undefined;
  return `Het cijfer is ${HIDDEN} voor ${listed(hidden.map(({ municipality }) => municipality))}.`;
}

function optionOf(shown: readonly Shown[], whole: number | null): ChartOption {
  const most = Math.max(20, ...shown.map(({ n }) => n)) * 1.1;
  const shares = [...shown.map(({ share }) => share), ...(whole === null ? [] : [whole])];
  const bottom = Math.max(0, Math.floor(Math.min(1, ...shares) * 10 - 1) / 10);
  const top = Math.min(1, Math.ceil(Math.max(0, ...shares) * 10 + 1) / 10);
  const limits =
    whole === null
      ? []
      : Array.from({ length: LINES }, (_, index) => funnelLimits(whole, Math.max(1, (most * (index + 1)) / LINES)));
  const line = (name: string, of: (limit: FunnelLimits) => number, look: object): object => ({
    name,
    type: 'line',
    ...still,
    symbol: 'none',
    lineStyle: look,
    itemStyle: { color: colours.line },
    data: limits.map((limit) => [limit.n, Math.min(top, Math.max(bottom, of(limit)))]),
  });
  const near = { color: colours.line, width: 1.25, type: 'dashed' };
  const far = { color: colours.line, width: 1.25, type: 'solid' };
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      left: 0,
      top: 0,
      textStyle: { fontSize: onScreen.axis, color: colours.ink },
      itemGap: 20,
      data: [
        { name: 'Gemeente', icon: 'circle' },
        ...(whole === null
          ? []
          : [
              { name: 'Regio', icon: STROKE, itemStyle: { color: colours.ink } },
              { name: 'grens 95 %', icon: DASHES },
              { name: 'grens 99,8 %', icon: STROKE },
            ]),
      ],
    },
    xAxis: {
      ...numberAxis(onScreen, {
        max: most,
        name: 'aantal mensen',
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
      }),
      nameTextStyle: { color: colours.muted, fontSize: onScreen.axis },
      axisLabel: {
        color: colours.muted,
        fontSize: onScreen.axis,
        showMaxLabel: false,
        formatter: (value: number): string => amount(value),
      },
    },
    yAxis: numberAxis(onScreen, { min: bottom, max: top, interval: 0.1 }, true),
    series: [
      line('grens 99,8 %', ({ lower998 }) => lower998, far),
      line('grens 99,8 %', ({ upper998 }) => upper998, far),
      line('grens 95 %', ({ lower95 }) => lower95, near),
      line('grens 95 %', ({ upper95 }) => upper95, near),
      line('Regio', () => whole ?? 0, { color: colours.ink, width: 1.5 }),
      {
        name: 'Gemeente',
        type: 'scatter',
        ...still,
        symbolSize: 10,
        itemStyle: { color: colours.accent },
        label: {
          show: true,
          position: 'right',
          fontSize: 12,
          color: colours.ink,
          textBorderColor: colours.paper,
          textBorderWidth: 3,
          formatter: ({ dataIndex }: { readonly dataIndex: number }): string => shown[dataIndex]?.municipality ?? '',
        },
        labelLayout: { hideOverlap: true },
        data: shown.map(({ n, share }) => [n, share]),
      },
    ],
  };
}

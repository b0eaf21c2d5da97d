import type { Count, FlowItem } from '../audit/figures/items.ts';
import { legend, numberAxis, type Letters, onScreen, room, still, wordAxis } from './axes.ts';
import { type ChartOption, drawChart, type Size } from './chart.ts';
import { countInDutch, HIDDEN, isHidden, listed, periodBriefly, periodInDutch } from './dutch.ts';
import { framed } from './framed.ts';
import { colours, CROSS } from './look.ts';
import type { Picture, Source } from './picture.ts';
import { nameFrom } from './xml.ts';

/** The flow of one month (`2026-09`) or quarter (`2026-Q3`). */
export interface FlowPoint {
  readonly period: string;
  readonly item: FlowItem;
}

const SIZE = { width: 900, height: 420 } as const;

/** Per period how many cases came and went, and how many were open at its end; periods in their order. */
export function flowPicture(points: readonly FlowPoint[], source: Source): Picture {
  const label = points[0]?.item.label ?? 'Geen ketenaanpak';
  const title = `${label}: begonnen, geëindigd en lopend ${perPeriod(points)}, ${source.place}`;
  return framed({
    ...SIZE,
    title,
    sentences: flowSentences(points),
    source,
    table: flowTable(points),
    body: drawChart(flowOption(points, SIZE, onScreen), SIZE, nameFrom(title)),
  });
}

/** `per maand` or `per kwartaal`. */
export function perPeriod(points: readonly FlowPoint[]): string {
  return points[0]?.period.includes('-Q') === true ? 'per kwartaal' : 'per maand';
}

export function flowTable(points: readonly FlowPoint[]): Picture['table'] {
  return {
    head: ['Periode', 'Begonnen', 'Waarvan opnieuw', 'Geëindigd', 'Lopend aan het eind'],
    rows: points.map(({ period, item }) => [
      periodInDutch(period),
      countInDutch(item.in),
      countInDutch(item.herinstroom),
      countInDutch(item.out),
      countInDutch(item.open),
    ]),
  };
}

/** The same in sentences. */
export function flowSentences(points: readonly FlowPoint[]): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return ['Er zijn nog geen cijfers over begin en einde.'];
  const hidden = points.filter(({ item }) => [item.in, item.out, item.open].some(isHidden));
  return [
    `Van ${periodInDutch(first.period)} tot en met ${periodInDutch(last.period)}.`,
    `In ${periodInDutch(last.period)}: begonnen ${countInDutch(last.item.in)}, geëindigd ${countInDutch(last.item.out)}, lopend aan het eind ${countInDutch(last.item.open)}.`,
    ...(hidden.length === 0 ? [] : [`Een cijfer is ${HIDDEN} in ${monthsInDutch(hidden, points.length)}.`]),
  ];
}

function monthsInDutch(some: readonly FlowPoint[], of: number): string {
  const few = some.length <= 3;
  return few ? listed(some.map(({ period }) => periodInDutch(period))) : `${some.length} van de ${of} perioden`;
}

/** Bars for what came and went, a line for what is open (not when it is small), a cross where a figure is hidden. */
export function flowOption(points: readonly FlowPoint[], { width }: Size, letters: Letters): ChartOption {
  const fontSize = letters.axis;
  const bar = Math.max(3, Math.min(24, (width * 0.85) / Math.max(1, points.length) / 3));
  const shown = (of: (item: FlowItem) => Count): (number | '-')[] => points.map(({ item }) => plain(of(item)));
  const crosses = (of: (item: FlowItem) => Count, aside: number, height = 0): object => ({
    name: HIDDEN,
    type: 'scatter',
    ...still,
    symbol: CROSS,
    symbolSize: Math.min(9, bar),
    yAxisIndex: 1,
    symbolOffset: [aside, height === 0 ? -Math.min(9, bar) : 0],
    itemStyle: { color: colours.muted },
    data: points.map(({ item }) => (isHidden(of(item)) ? height : '-')),
  });
  const open = {
    name: 'Lopend aan het eind',
    type: 'line',
    ...still,
    symbol: 'circle',
    symbolSize: Math.max(4, fontSize * 0.5),
    lineStyle: { color: colours.ink, width: Math.max(1.2, fontSize / 7) },
    itemStyle: { color: colours.ink },
    data: shown((item) => item.open),
  };
  const anyHidden = points.some(({ item }) => [item.in, item.out, item.open].some(isHidden));
  return {
    grid: room(letters),
    legend: legend(letters, [
      { name: 'Begonnen', icon: 'rect' },
      { name: 'Geëindigd', icon: 'rect' },
      { name: 'Lopend aan het eind' },
      ...(anyHidden ? [{ name: HIDDEN, icon: CROSS }] : []),
    ]),
    xAxis: wordAxis(
      points.map(({ period }, index) => periodBriefly(period, index === 0)),
      letters,
      letters.small && points.length > 6 ? { interval: 2 } : {},
    ),
    yAxis: [numberAxis(letters), { type: 'value', show: false, min: 0, max: 1 }],
    series: [
      {
        name: 'Begonnen',
        type: 'bar',
        ...still,
        barWidth: bar,
        barGap: '12%',
        itemStyle: { color: colours.accent },
        data: shown((item) => item.in),
      },
      {
        name: 'Geëindigd',
        type: 'bar',
        ...still,
        barWidth: bar,
        itemStyle: { color: colours.accentSoft, borderColor: colours.accent, borderWidth: 1 },
        data: shown((item) => item.out),
      },
      ...(letters.small ? [] : [open, crosses((item) => item.open, 0, 0.97)]),
      crosses((item) => item.in, -bar * 0.56),
      crosses((item) => item.out, bar * 0.56),
    ],
  };
}

function plain(count: Count): number | '-' {
  return isHidden(count) ? '-' : count;
}

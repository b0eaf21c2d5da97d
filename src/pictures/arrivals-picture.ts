import { type ControlChart, xmr } from '../audit/control-chart.ts';
import type { Count } from '../audit/figures/items.ts';
import { numberAxis, onScreen, room, roundScale, still, wordAxis } from './axes.ts';
import { type ChartOption, drawChart } from './chart.ts';
import { amount, countInDutch, decimal, HIDDEN, isHidden, listed, periodBriefly, periodInDutch } from './dutch.ts';
import { type FlowPoint, perPeriod } from './flow-picture.ts';
import { framed } from './framed.ts';
import { colours, CROSS } from './look.ts';
import type { Picture, Source } from './picture.ts';
import { nameFrom } from './xml.ts';

const SIZE = { width: 900, height: 380 } as const;

/** The arrivals per period with the limits between which they change by chance (XmR); limits only from twelve on. */
export function arrivalsPicture(points: readonly FlowPoint[], source: Source): Picture {
  const title = `${points[0]?.item.label ?? 'Geen ketenaanpak'}: beginnen er meer of minder trajecten dan anders? ${source.place}`;
  const chart = limitsOf(points.map(({ item }) => item.in));
  return framed({
    ...SIZE,
    title,
    source,
    sentences: sentencesOf(points, chart),
    table: {
      head: ['Periode', 'Begonnen', 'Naast de grenzen'],
      rows: points.map(({ period, item }) => [periodInDutch(period), countInDutch(item.in), verdict(item.in, chart)]),
    },
    body: drawChart(optionOf(points, chart), SIZE, nameFrom(title)),
  });
}

/** Of the longest row of months without a hidden one: a range over a gap is no range. */
function limitsOf(counts: readonly Count[]): ControlChart | null {
  let [longest, run]: [number[], number[]] = [[], []];
  for (const count of counts) {
    run = isHidden(count) ? [] : [...run, count];
    if (run.length >= longest.length) longest = run;
  }
  return xmr(longest);
}

function verdict(count: Count, chart: ControlChart | null): string {
  if (isHidden(count)) return HIDDEN;
  if (chart === null) return 'nog geen grenzen';
  if (count > chart.upper) return 'hoger dan door toeval';
  return count < chart.lower ? 'lager dan door toeval' : 'past bij toeval';
}

function sentencesOf(points: readonly FlowPoint[], chart: ControlChart | null): readonly string[] {
  const hidden = points.filter(({ item }) => isHidden(item.in)).map(({ period }) => periodInDutch(period));
  const told = points.flatMap(({ period, item }) =>
    isHidden(item.in) ? [] : [`${periodInDutch(period)} ${amount(item.in)}`],
  );
  const apart = points.flatMap(({ period, item }) =>
    verdict(item.in, chart).includes('dan door') ? [periodInDutch(period)] : [],
  );
  return [
    ...(told.length === 0
      ? ['Er zijn nog geen cijfers over het begin.']
      : [`Zoveel trajecten begonnen er: ${listed(told)}.`]),
    ...(hidden.length === 0 ? [] : [`Het aantal is ${HIDDEN} in ${listed(hidden)}.`]),
    ...(chart === null
      ? ['Er zijn nog geen twaalf perioden op een rij bekend. Daarom staan er geen grenzen in het beeld.']
      : [
          `Gemiddeld zijn het er ${decimal(chart.centre)} ${perPeriod(points)}. Door toeval ligt het tussen ${decimal(floorOf(chart))} en ${decimal(chart.upper)}.`,
          apart.length === 0 ? 'Geen periode valt daarbuiten.' : `Daarbuiten valt: ${listed(apart)}.`,
        ]),
  ];
}

function floorOf({ lower }: ControlChart): number {
  return Math.max(0, lower);
}

function heightOf(count: Count): number {
  return isHidden(count) ? 0 : count;
}

function optionOf(points: readonly FlowPoint[], chart: ControlChart | null): ChartOption {
  const level = (yAxis: number, words: string, look: object): object => ({
    yAxis,
    lineStyle: look,
    label: { formatter: words, position: 'insideEndTop', color: colours.muted, fontSize: 12 },
  });
  const edge = { color: colours.line, type: 'dashed', width: 1.25 };
  return {
    grid: room(onScreen),
    legend: {
      left: 0,
      top: 0,
      textStyle: { fontSize: onScreen.axis, color: colours.ink },
      data: [
        { name: 'Begonnen' },
        ...(points.some(({ item }) => isHidden(item.in)) ? [{ name: HIDDEN, icon: CROSS }] : []),
      ],
    },
    xAxis: wordAxis(
      points.map(({ period }, index) => periodBriefly(period, index === 0)),
      onScreen,
    ),
    yAxis: numberAxis(
      onScreen,
      roundScale(Math.max(chart?.upper ?? 0, ...points.map(({ item }) => heightOf(item.in)))),
    ),
    series: [
      {
        name: 'Begonnen',
        type: 'line',
        ...still,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { color: colours.accent, width: 2 },
        itemStyle: { color: colours.accent },
        data: points.map(({ item }) => (isHidden(item.in) ? '-' : item.in)),
        ...(chart === null
          ? {}
          : {
              markLine: {
                symbol: 'none',
                ...still,
                data: [
                  level(chart.upper, `bovengrens ${decimal(chart.upper)}`, edge),
                  level(chart.centre, `gemiddeld ${decimal(chart.centre)}`, {
                    color: colours.ink,
                    type: 'solid',
                    width: 1,
                  }),
                  level(floorOf(chart), `ondergrens ${decimal(floorOf(chart))}`, edge),
                ],
              },
            }),
      },
      {
        name: HIDDEN,
        type: 'scatter',
        ...still,
        symbol: CROSS,
        symbolSize: 9,
        symbolOffset: [0, -9],
        itemStyle: { color: colours.muted },
        data: points.map(({ item }) => (isHidden(item.in) ? 0 : '-')),
      },
    ],
  };
}

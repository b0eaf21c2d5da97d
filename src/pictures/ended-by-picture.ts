import type { DurationItem, Share } from '../audit/figures/items.ts';
import { legend, numberAxis, onScreen, room, still, wordAxis } from './axes.ts';
import { type ChartOption, drawChart } from './chart.ts';
import {
  countInDutch,
  HIDDEN,
  intervalInDutch,
  isHidden,
  listed,
  percent,
  quantileInDutch,
  roundPercent,
  shareInDutch,
  UNKNOWN,
} from './dutch.ts';
import { framed } from './framed.ts';
import { colours, CROSS } from './look.ts';
import type { Picture, Source } from './picture.ts';
import { nameFrom } from './xml.ts';

const SIZE = { width: 900, height: 420 } as const;
/** The days of which the share that had ended is told. */
const MOMENTS = [7, 14, 30, 60, 90, 180, 365] as const;

/** The share that had ended by each of seven moments, with its interval as a band. */
export function endedByPicture(item: DurationItem, source: Source): Picture {
  const title = `${item.label}: welk deel klaar is na hoeveel dagen, ${source.place}`;
  return framed({
    ...SIZE,
    title,
    sentences: sentencesOf(item),
    source,
    table: tableOf(item),
    body: drawChart(optionOf(item), SIZE, nameFrom(title)),
  });
}

function tableOf(item: DurationItem): Picture['table'] {
  return {
    head: ['Na', 'Klaar', 'Waarschijnlijk'],
    rows: MOMENTS.map((days) => [
      `${days} dagen`,
      shareInDutch(shareBy(item, days)),
      intervalInDutch(shareBy(item, days)),
    ]),
  };
}

/** The same in sentences. */
function sentencesOf(item: DurationItem): readonly string[] {
  const shares = MOMENTS.map((days) => ({ days, share: shareBy(item, days) }));
  const told = shares.flatMap(({ days, share }) =>
    isHidden(share) || share.value === null ? [] : [`na ${days} dagen ${percent(share.value)}`],
  );
  const untold = (is: (share: Share) => boolean): string =>
    listed(shares.flatMap(({ days, share }) => (is(share) ? [String(days)] : [])));
  const hidden = untold(isHidden);
  const unknown = untold((share) => !isHidden(share) && share.value === null);
  return [
    `Het gaat om ${countInDutch(item.n)} trajecten. Klaar: ${countInDutch(item.ended)}. Lopend: ${countInDutch(item.running)}.`,
    ...(told.length === 0 ? [] : [`Zoveel was klaar: ${listed(told)}.`]),
    ...(hidden === '' ? [] : [`Na ${hidden} dagen is het ${HIDDEN}.`]),
    ...(unknown === '' ? [] : [`Na ${unknown} dagen is het ${UNKNOWN}.`]),
    `Een kwart is klaar na: ${quantileInDutch(item.gross.p25)}. De helft is klaar na: ${quantileInDutch(item.gross.median)}.`,
    'Trajecten die nog lopen, tellen mee voor de tijd die ze al duren.',
  ];
}

function shareBy(item: DurationItem, days: number): Share {
  return item.gross.endedBy[String(days)] ?? { value: null, lower: null, upper: null };
}

/** A line with a band around it; a cross where the share is hidden. */
function optionOf(item: DurationItem): ChartOption {
  const shares = MOMENTS.map((days) => shareBy(item, days));
  const over = <Value>(of: (share: Exclude<Share, { suppressed: true }>) => Value | null): (Value | '-')[] =>
    shares.map((share) => (isHidden(share) ? '-' : (of(share) ?? '-')));
  const band = {
    type: 'line',
    ...still,
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    lineStyle: { opacity: 0 },
  };
  const fontSize = onScreen.axis;
  // A share between two that are hidden has no band beside it.
  const lineStyle = { color: colours.accentSoft, type: 'solid', width: fontSize * 0.6, cap: 'butt' };
  const reaches = shares.flatMap((share, index) =>
    isHidden(share) || share.lower === null || share.upper === null
      ? []
      : [[{ coord: [index, share.lower], lineStyle }, { coord: [index, share.upper] }]],
  );
  const hidden = shares.some(isHidden);
  return {
    grid: room(onScreen),
    legend: legend(onScreen, [
      { name: 'Deel dat klaar is' },
      { name: 'Door toeval mogelijk', icon: 'rect' },
      ...(hidden ? [{ name: HIDDEN, icon: CROSS }] : []),
    ]),
    xAxis: wordAxis(MOMENTS.map(longMoments), onScreen),
    yAxis: numberAxis(onScreen, {}, true),
    series: [
      { ...band, name: 'ondergrens', data: over(({ lower }) => lower) },
      {
        ...band,
        name: 'Door toeval mogelijk',
        areaStyle: { color: colours.accentSoft, opacity: 1 },
        itemStyle: { color: colours.accentSoft },
        data: over(({ lower, upper }) => (lower === null || upper === null ? null : upper - lower)),
      },
      {
        name: 'Deel dat klaar is',
        type: 'line',
        ...still,
        symbol: 'circle',
        symbolSize: Math.max(4, fontSize * 0.55),
        lineStyle: { color: colours.ink, width: Math.max(1.2, fontSize / 7) },
        itemStyle: { color: colours.ink },
        markLine: { ...still, symbol: 'none', z: 1, label: { show: false }, data: reaches },
        data: over(({ value }) => value),
      },
      {
        name: 'getal',
        type: 'scatter',
        ...still,
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        label: {
          show: true,
          position: 'top',
          distance: fontSize * 0.5,
          fontSize: onScreen.value,
          fontWeight: 'bold',
          color: colours.ink,
          formatter: ({ dataIndex }: { readonly dataIndex: number }): string => shortShare(shares[dataIndex]),
        },
        data: over(({ value, upper }) => (value === null ? null : (upper ?? value))),
      },
      {
        name: HIDDEN,
        type: 'scatter',
        ...still,
        symbol: CROSS,
        symbolSize: fontSize * 0.7,
        symbolOffset: [0, -fontSize * 0.7],
        itemStyle: { color: colours.muted },
        data: shares.map((share) => (isHidden(share) ? 0 : '-')),
      },
    ],
  };
}

function shortShare(share: Share | undefined): string {
  return share === undefined || isHidden(share) || share.value === null ? '' : roundPercent(share.value);
}

function longMoments(days: number): string {
  return `${days}\ndagen`;
}

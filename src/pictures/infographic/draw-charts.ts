import { drawChart, type Size } from '../chart.ts';
import { HIDDEN, isHidden } from '../dutch.ts';
import { type FlowPoint, flowOption } from '../flow-picture.ts';
import { textLines, tidy, wrapped } from '../letters.ts';
import { colours } from '../look.ts';
import { drawHalf } from './draw-half.ts';
import { drawDurable } from './draw-durable.ts';
import { drawLegend, type Mark } from './draw-legend.ts';
import type { Infographic } from './infographic.ts';
import { EDGE, INNER, letters } from './page.ts';

const GAP = 20;
const TITLE = 10;
const small = { axis: 8, value: 8.5, small: true } as const;

/** Three charts beside each other, each under its question. */
export function drawCharts({ charts, drawn }: Infographic, top: number, bottom: number): string {
  const width = (INNER - 2 * GAP) / 3;
  const size = { width, height: bottom - top - 30 };
  const columns = [
    { ...charts.flow, body: drawn.flow.length === 0 ? '' : drawFlow(drawn.flow, size) },
    { ...charts.half, body: drawn.durations.length === 0 ? '' : drawHalf(drawn.durations, size) },
    { ...charts.durable, body: drawn.outcomes.length === 0 ? '' : drawDurable(drawn.outcomes, size) },
  ];
  return columns
    .map(({ title, sentences, body }, index) => {
      const x = EDGE + index * (width + GAP);
      const empty = textLines(wrapped(sentences[0] ?? '', width, letters.fact), {
        x: 0,
        y: 20,
        size: letters.fact,
        fill: colours.muted,
      });
      return [
        textLines(wrapped(title, width, TITLE, 'bold'), {
          x,
          y: top + TITLE,
          size: TITLE,
          weight: 'bold',
          leading: 12.5,
        }),
        `<g transform="translate(${tidy(x)} ${top + 30})">`,
        body === '' ? empty : body,
        '</g>',
      ].join('\n');
    })
    .join('\n');
}

function drawFlow(points: readonly FlowPoint[], size: Size): string {
  const hidden = points.some(({ item }) => isHidden(item.in) || isHidden(item.out));
  const marks: readonly Mark[] = [
    { shape: 'box', fill: colours.accent, words: 'begonnen' },
    { shape: 'box', fill: colours.accentSoft, words: 'geëindigd' },
    ...(hidden ? [cross] : []),
  ];
  return withLegend(marks, size, (room) => drawChart(flowOption(points, room, small), room, 'instroom'));
}

const cross = { shape: 'cross', fill: colours.muted, words: HIDDEN } as const;

function withLegend(marks: readonly Mark[], { width, height }: Size, draw: (room: Size) => string): string {
  const legend = drawLegend(marks, width);
  const chart = draw({ width, height: height - legend.height });
  return [legend.svg, `<g transform="translate(0 ${legend.height})">`, chart, '</g>'].join('\n');
}

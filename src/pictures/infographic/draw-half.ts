import type { DurationItem } from '../../audit/figures/items.ts';
import type { Size } from '../chart.ts';
import { amount, HIDDEN, isHidden, UNKNOWN } from '../dutch.ts';
import { sizeThatFits, textLines, tidy } from '../letters.ts';
import { colours } from '../look.ts';
import { drawLegend, type Mark } from './draw-legend.ts';
import { BAR, drawPart, hiddenLook, LETTER } from './draw-part.ts';

const HIGHEST = 34;
/** For the number behind a bar. */
const BEHIND = 32;
const REACH = 3.5;
/** Room for what has no upper bound, as a multiple of the number. */
const BEYOND = 1.25;
const filled = { fill: colours.accent, ink: colours.paper } as const;

const marks: readonly Mark[] = [
  { shape: 'box', fill: colours.accent, words: 'dagen' },
  { shape: 'box', fill: colours.accentSoft, words: 'waarschijnlijk' },
];

/** Per chain a bar of so many days as it took until half were done, and under it between which that lies. */
export function drawHalf(durations: readonly DurationItem[], { width, height }: Size): string {
  const hidden = durations.some(({ gross }) => isHidden(gross.median));
  const dashed = { shape: 'dashed', fill: colours.paper, words: HIDDEN } as const;
  const legend = drawLegend([...marks, ...(hidden ? [dashed] : [])], width);
  const top = legend.height + 4;
  const step = Math.min(HIGHEST, (height - top) / durations.length);
  const perDay = (width - BEHIND) / longest(durations);
  return [
    legend.svg,
    ...durations.map((item, index) => drawRow(item, { top: top + index * step, width, perDay })),
  ].join('\n');
}

function longest(durations: readonly DurationItem[]): number {
  const days = durations.flatMap(({ gross: { median } }) =>
    isHidden(median) || median.value === null ? [] : [median.upper ?? median.value * BEYOND],
  );
  return Math.max(1, ...days);
}

interface Row {
  readonly top: number;
  readonly width: number;
  /** How wide a day is. */
  readonly perDay: number;
}

function drawRow({ label, gross: { median } }: DurationItem, { top, width, perDay }: Row): string {
  const heading = textLines([label], { x: 0, y: top + LETTER, size: sizeThatFits(label, width, [LETTER, 7.5, 7]) });
  const y = top + LETTER + 4;
  if (isHidden(median)) return [heading, drawPart(0, y, width, hiddenLook, HIDDEN)].join('\n');
  const { value, lower, upper } = median;
  if (value === null) return [heading, drawPart(0, y, width, hiddenLook, UNKNOWN)].join('\n');
  const long = value * perDay;
  // Without an upper bound it goes on to the edge.
  const until = upper === null ? width - BEHIND : upper * perDay;
  return [
    heading,
    drawPart(0, y, long, filled, ''),
    textLines([amount(value)], { x: long + 4, y: y + BAR - 3, size: 9, weight: 'bold' }),
    ...(lower === null ? [] : [drawReach(lower * perDay, until, y + BAR + 1)]),
  ].join('\n');
}

function drawReach(from: number, to: number, y: number): string {
  return `<rect x="${tidy(from)}" y="${tidy(y)}" width="${tidy(to - from)}" height="${REACH}" fill="${colours.accentSoft}"/>`;
}

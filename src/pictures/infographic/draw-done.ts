import type { DurationItem } from '../../audit/figures/items.ts';
import type { Size } from '../chart.ts';
import { HIDDEN, isHidden, roundPercent, UNKNOWN } from '../dutch.ts';
import { sizeThatFits, textLines, tidy } from '../letters.ts';
import { colours } from '../look.ts';
import { doneBy, DRAWN_DAY } from './done-in-words.ts';
import { drawLegend, type Mark } from './draw-legend.ts';
import { BAR, drawPart, hiddenLook, LETTER } from './draw-part.ts';

const HIGHEST = 34;
/** For the number behind a bar. */
const BEHIND = 30;
const REACH = 3.5;

const marks: readonly Mark[] = [
  { shape: 'box', fill: colours.accent, words: 'klaar' },
  { shape: 'box', fill: colours.accentSoft, words: 'waarschijnlijk' },
];

/** Per chain the share that was done by one day, as part of a whole bar, and under it between which it lies. */
export function drawDone(durations: readonly DurationItem[], { width, height }: Size): string {
  const hidden = durations.some((item) => isHidden(doneBy(item, DRAWN_DAY)));
  const dashed = { shape: 'dashed', fill: colours.paper, words: HIDDEN } as const;
  const legend = drawLegend([...marks, ...(hidden ? [dashed] : [])], width);
  const top = legend.height + 4;
  const step = Math.min(HIGHEST, (height - top) / durations.length);
  return [legend.svg, ...durations.map((item, index) => drawRow(item, width, top + index * step))].join('\n');
}

function drawRow(item: DurationItem, width: number, top: number): string {
  const size = sizeThatFits(item.label, width, [LETTER, 7.5, 7]);
  const heading = textLines([item.label], { x: 0, y: top + LETTER, size });
  const y = top + LETTER + 4;
  const share = doneBy(item, DRAWN_DAY);
  if (isHidden(share)) return [heading, drawPart(0, y, width, hiddenLook, HIDDEN)].join('\n');
  const { value, lower, upper } = share;
  if (value === null) return [heading, drawPart(0, y, width, hiddenLook, UNKNOWN)].join('\n');
  const room = width - BEHIND;
  return [
    heading,
    drawPart(0, y, room, { fill: colours.paper, ink: colours.ink }, ''),
    drawPart(0, y, room * value, { fill: colours.accent, ink: colours.paper }, ''),
    textLines([roundPercent(value)], { x: width, y: y + BAR - 3, size: 9, weight: 'bold', anchor: 'end' }),
    ...(lower === null || upper === null ? [] : [drawReach(room * lower, room * upper, y + BAR + 1)]),
  ].join('\n');
}

function drawReach(from: number, to: number, y: number): string {
  return `<rect x="${tidy(from)}" y="${tidy(y)}" width="${tidy(to - from)}" height="${REACH}" fill="${colours.accentSoft}"/>`;
}

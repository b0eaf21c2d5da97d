import type { Count, OutcomeItem } from '../../audit/figures/items.ts';
import type { Size } from '../chart.ts';
import { amount, HIDDEN, isHidden } from '../dutch.ts';
import { sizeThatFits, textLines } from '../letters.ts';
import { colours } from '../look.ts';
import { drawLegend, type Mark } from './draw-legend.ts';
import { drawPart, hiddenLook, LETTER } from './draw-part.ts';
import { durableKinds, durableLabels } from './infographic.ts';

const HIGHEST = 34;

const looks = {
  ja: { fill: colours.accent, ink: colours.paper },
  nee: { fill: colours.muted, ink: colours.paper },
  onbekend: { fill: colours.accentSoft, ink: colours.ink },
  'nog-niet': { fill: colours.paper, ink: colours.ink },
} as const satisfies Record<(typeof durableKinds)[number], { readonly fill: string; readonly ink: string }>;

/** Per chain one bar of all that began, in four parts; what is hidden stays an empty part that says so. */
export function drawDurable(outcomes: readonly OutcomeItem[], { width, height }: Size): string {
  const hidden = outcomes.some((item) => [item.started, ...Object.values(item.durable)].some(isHidden));
  const marks: readonly Mark[] = [
    ...durableKinds.map((kind) => ({ shape: 'box', fill: looks[kind].fill, words: durableLabels[kind] }) as const),
    ...(hidden ? [{ shape: 'dashed', fill: colours.paper, words: HIDDEN } as const] : []),
  ];
  const legend = drawLegend(marks, width);
  const top = legend.height + 4;
  const step = Math.min(HIGHEST, (height - top) / outcomes.length);
  return [legend.svg, ...outcomes.map((item, index) => drawBar(item, width, top + index * step))].join('\n');
}

function drawBar({ label, started, durable }: OutcomeItem, width: number, top: number): string {
  const size = sizeThatFits(label, width, [LETTER, 7.5, 7]);
  const heading = textLines([label], { x: 0, y: top + LETTER, size });
  const y = top + LETTER + 4;
  if (isHidden(started)) return [heading, drawPart(0, y, width, hiddenLook, HIDDEN)].join('\n');
  if (started === 0) return [heading, drawPart(0, y, width, hiddenLook, 'niemand begonnen')].join('\n');
  let x = 0;
  const parts = durableKinds.flatMap((kind) => {
    const count = plain(durable[kind]);
    const wide = (width * count) / started;
    const part = drawPart(x, y, wide, looks[kind], amount(count));
    x += wide;
    return count === 0 ? [] : [part];
  });
  const rest = width - x;
  return [heading, ...parts, ...(rest > 0.5 ? [drawPart(x, y, rest, hiddenLook, HIDDEN)] : [])].join('\n');
}

function plain(count: Count): number {
  return isHidden(count) ? 0 : count;
}

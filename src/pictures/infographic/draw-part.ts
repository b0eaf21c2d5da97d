import { textLines, tidy, widthOf } from '../letters.ts';
import { colours } from '../look.ts';

export const BAR = 13;
/** The letters at a bar. */
export const LETTER = 8;

export const hiddenLook = { fill: colours.paper, ink: colours.muted, dashed: true } as const;

interface PartLook {
  readonly fill: string;
  readonly ink: string;
  readonly dashed?: boolean;
}

/** A piece of a bar, with its words in it where they fit. */
export function drawPart(
  x: number,
  y: number,
  width: number,
  { fill, ink, dashed = false }: PartLook,
  words: string,
): string {
  const fits = widthOf(words, LETTER) + 4 <= width;
  const edge = `stroke="${colours.accent}" stroke-width="0.75"${dashed ? ' stroke-dasharray="2 2"' : ''}`;
  return [
    `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(width)}" height="${BAR}" fill="${fill}" ${edge}/>`,
    ...(fits
      ? [textLines([words], { x: x + width / 2, y: y + BAR - 3.7, size: LETTER, anchor: 'middle', fill: ink })]
      : []),
  ].join('\n');
}

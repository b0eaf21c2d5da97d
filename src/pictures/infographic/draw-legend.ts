import { textLines, tidy, widthOf } from '../letters.ts';
import { colours } from '../look.ts';

export interface Mark {
  readonly shape: 'box' | 'dashed' | 'line' | 'cross';
  readonly fill: string;
  readonly words: string;
}

const LETTER = 8;
const LINE = 11;

/** What the shapes of a small chart mean, and how high it is; goes on at the next line where it does not fit. */
export function drawLegend(marks: readonly Mark[], width: number): { readonly svg: string; readonly height: number } {
  let [x, y] = [0, 1];
  const parts = marks.map(({ shape, fill, words }) => {
    const wide = widthOf(words, LETTER) + 13;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const here = x;
    x += wide + 9;
    return [drawShape(shape, fill, here, y), textLines([words], { x: here + 12, y: y + 6.5, size: LETTER })].join('\n');
  });
  return { svg: parts.join('\n'), height: y + LINE };
}

function drawShape(shape: Mark['shape'], fill: string, x: number, y: number): string {
  const left = tidy(x);
  switch (shape) {
    case 'box':
      return `<rect x="${left}" y="${y}" width="8" height="7" fill="${fill}" stroke="${colours.accent}" stroke-width="0.75"/>`;
    case 'dashed':
      return `<rect x="${left}" y="${y}" width="8" height="7" fill="${fill}" stroke="${colours.accent}" stroke-width="0.75" stroke-dasharray="2 2"/>`;
    case 'line':
      return `<path d="M${left} ${y + 3.5}h9" stroke="${fill}" stroke-width="1.2"/><circle cx="${tidy(x + 4.5)}" cy="${y + 3.5}" r="2.2" fill="${fill}"/>`;
    case 'cross':
      return `<path d="M${tidy(x + 1)} ${y + 1}l5 5m0 -5l-5 5" fill="none" stroke="${fill}" stroke-width="1.5"/>`;
  }
}

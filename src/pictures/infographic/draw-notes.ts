import { textLines, tidy, wrapped } from '../letters.ts';
import { colours } from '../look.ts';
import type { Infographic } from './infographic.ts';
import { EDGE, INNER, letters } from './page.ts';

const GAP = 20;

/** What the words mean, how small numbers are hidden, and the source: beside each other at the foot. */
export function drawNotes(notes: Infographic['notes'], top: number): string {
  const width = (INNER - GAP * (notes.length - 1)) / notes.length;
  const columns = notes.map(({ title, text }, index) => {
    const x = EDGE + index * (width + GAP);
    return [
      textLines([title], { x, y: top + 16, size: letters.note, weight: 'bold' }),
      textLines(wrapped(text, width, letters.note), {
        x,
        y: top + 27,
        size: letters.note,
        fill: colours.muted,
        leading: 9.8,
      }),
    ].join('\n');
  });
  return [`<path d="M${EDGE} ${tidy(top)}h${tidy(INNER)}" stroke="${colours.hair}"/>`, ...columns].join('\n');
}

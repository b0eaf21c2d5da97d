import { fitted, sizeThatFits, textLines, tidy, wrapped } from '../letters.ts';
import { colours } from '../look.ts';
import type { FigureInWords } from './figure-in-words.ts';
import { EDGE, INNER, letters } from './page.ts';

const NUMBER = 126;
const FACTS = 152;
const GAP = 20;
const WORDS = INNER - NUMBER - FACTS - 2 * GAP;
const MOST = 74;

/** The key figures below each other: a large number, what it means, and how sure it is. */
export function drawFigures(figures: readonly FigureInWords[], top: number, bottom: number): string {
  if (figures.length === 0) {
    return textLines(['Er zijn nog geen kerncijfers.'], {
      x: EDGE,
      y: top + 40,
      size: letters.label,
      fill: colours.muted,
    });
  }
  const height = Math.min(MOST, (bottom - top) / figures.length);
  return figures
    .map((figure, index) => {
      const y = top + index * height;
      const line = `<path d="M${EDGE} ${tidy(y)}h${tidy(INNER)}" stroke="${colours.hair}"/>`;
      return [
        ...(index === 0 ? [] : [line]),
        drawNumber(figure, y),
        drawWords(figure, y, height),
        drawFacts(figure, y),
      ].join('\n');
    })
    .join('\n');
}

function drawNumber({ number, value, unit, share }: FigureInWords, top: number): string {
  if (number === null) {
    const lines = wrapped(value, NUMBER, 14, 'bold');
    return textLines(lines, { x: EDGE, y: top + 34, size: 14, weight: 'bold', fill: colours.muted });
  }
  const size = sizeThatFits(number, NUMBER, [letters.number, 28, 24, 20], 'bold');
  const text = textLines([number], {
    x: EDGE,
    y: top + 44,
    size,
    weight: 'bold',
    fill: colours.accent,
    behind: unit === '' ? undefined : { text: unit, size: 12 },
  });
  return share === null ? text : [text, drawShare(share, top + 54)].join('\n');
}

function drawShare(share: number, y: number): string {
  const bar = (width: number, fill: string): string =>
    `<rect x="${EDGE}" y="${tidy(y)}" width="${tidy(width)}" height="5" fill="${fill}"/>`;
  return [bar(NUMBER, colours.hair), bar(NUMBER * share, colours.accent)].join('\n');
}

function drawWords({ label, meaning }: FigureInWords, top: number, height: number): string {
  const x = EDGE + NUMBER + GAP;
  const heading = wrapped(label, WORDS, letters.label, 'bold');
  const first = top + 24;
  const below = first + heading.length * 14 + 1;
  const room = { width: WORDS, height: top + height - below + 6 };
  const { lines, size } = fitted(meaning, room, [letters.text, 8.5, 7.5]);
  return [
    textLines(heading, { x, y: first, size: letters.label, weight: 'bold', leading: 14 }),
    textLines(lines, { x, y: below, size }),
  ].join('\n');
}

function drawFacts({ facts }: FigureInWords, top: number): string {
  const lines = facts.flatMap((fact) => wrapped(fact, FACTS, letters.fact));
  return textLines(lines, {
    x: EDGE + INNER - FACTS,
    y: top + 24,
    size: letters.fact,
    fill: colours.muted,
    leading: 10.5,
  });
}

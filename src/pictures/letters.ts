import PDFDocument from 'pdfkit';
import { colours, FONT } from './look.ts';
import { escapeXml } from './xml.ts';

export type Weight = 'normal' | 'bold';

const ruler = new PDFDocument({ autoFirstPage: false });
/** Fonts that take the place of Helvetica are a little wider. */
const SLACK = 1.05;

/** How wide a text is, in the unit of its size. */
export function widthOf(text: string, size: number, weight: Weight = 'normal'): number {
  const font = weight === 'bold' ? 'Helvetica-Bold' : 'Helvetica';
  return ruler.font(font).fontSize(size).widthOfString(text) * SLACK;
}

/** The text in lines that fit; a word that is too long for a line is cut with a hyphen. */
export function wrapped(text: string, width: number, size: number, weight: Weight = 'normal'): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => cut(each, width, size, weight))) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(word: string, width: number, size: number, weight: Weight): readonly string[] {
  if (widthOf(word, size, weight) <= width) return [word];
  const signs = Array.from(word);
  let fits = signs.length - 1;
  while (fits > 1 && widthOf(`${signs.slice(0, fits).join('')}-`, size, weight) > width) fits -= 1;
  const head = `${signs.slice(0, Math.max(1, fits)).join('')}-`;
  return [head, ...cut(signs.slice(Math.max(1, fits)).join(''), width, size, weight)];
}

/** The largest of these sizes (largest first) in which the text fits on one line; the smallest when none does. */
export function sizeThatFits(text: string, width: number, sizes: readonly number[], weight: Weight = 'normal'): number {
  return sizes.find((size) => widthOf(text, size, weight) <= width) ?? sizes.at(-1) ?? 0;
}

/** The text in lines, in the largest of these sizes (largest first) in which it fits; cut off where it never does. */
export function fitted(
  text: string,
  { width, height }: { readonly width: number; readonly height: number },
  sizes: readonly number[],
): { readonly lines: readonly string[]; readonly size: number } {
  const tries = sizes.map((size) => ({
    size,
    lines: wrapped(text, width, size),
    most: Math.floor(height / (size * 1.3)),
  }));
  const found = tries.find(({ lines, most }) => lines.length <= most) ?? tries.at(-1);
  if (found === undefined) return { lines: [], size: 0 };
  const { lines, most, size } = found;
  if (lines.length <= most) return { lines, size };
  return { lines: [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1) ?? ''}…`], size };
}

interface Placed {
  readonly x: number;
  /** Of the base line of the first line. */
  readonly y: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** From line to line. */
  readonly leading?: number;
  /** Small and light, right behind each line. */
  readonly behind?: { readonly text: string; readonly size: number } | undefined;
}

/** Lines of text below each other, as SVG. */
export function textLines(
  lines: readonly string[],
  { x, y, size, weight = 'normal', fill = colours.ink, anchor = 'start', leading = size * 1.3, behind }: Placed,
): string {
  const after =
    behind === undefined
      ? ''
      : `<tspan dx="4" font-size="${behind.size}" font-weight="normal">${escapeXml(behind.text)}</tspan>`;
  return lines
    .map(
      (line, index) =>
        `<text x="${tidy(x)}" y="${tidy(y + index * leading)}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escapeXml(line)}${after}</text>`,
    )
    .join('\n');
}

/** A coordinate in hundredths, so that the same picture is the same text. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

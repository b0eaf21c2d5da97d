import type { Size } from './chart.ts';
import { textLines, wrapped } from './letters.ts';
import { colours } from './look.ts';
import type { Picture, Source } from './picture.ts';
import { sourceInDutch } from './source.ts';
import { svgDocument } from './xml.ts';

interface Framed extends Size {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly source: Source;
  readonly table: Picture['table'];
  /** What has to be seen under what is drawn. */
  readonly note?: string | undefined;
  /** What is drawn, as SVG, of this size. */
  readonly body: string;
}

const EDGE = 16;
const TITLE = 20;
const SMALL = 13;

/** A picture with its title and source to be seen above and below what is drawn. */
export function framed({ title, sentences, source, table, note, body, width, height }: Framed): Picture {
  const lines = wrapped(title, width, TITLE, 'bold');
  const top = EDGE + lines.length * TITLE * 1.3 + 12;
  const from = sourceInDutch(source);
  const below = [note, from].flatMap((text) => (text === undefined ? [] : wrapped(text, width, SMALL)));
  const bottom = 16 + below.length * SMALL * 1.3 + EDGE;
  const size = { width: width + 2 * EDGE, height: Math.ceil(top + height + bottom) };
  const description = [...sentences, from].join(' ');
  const parts = [
    `<rect width="${size.width}" height="${size.height}" fill="${colours.paper}"/>`,
    textLines(lines, { x: EDGE, y: EDGE + TITLE, size: TITLE, weight: 'bold' }),
    `<g transform="translate(${EDGE} ${Math.round(top)})">`,
    body,
    '</g>',
    textLines(below, { x: EDGE, y: top + height + 16 + SMALL, size: SMALL, fill: colours.muted }),
  ];
  return { svg: svgDocument({ ...size, title, description, body: parts.join('\n') }), title, description, table };
}

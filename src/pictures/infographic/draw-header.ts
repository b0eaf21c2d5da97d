import { sizeThatFits, textLines, widthOf } from '../letters.ts';
import { colours } from '../look.ts';
import type { Infographic } from './infographic.ts';
import { EDGE, INNER, letters, PAGE } from './page.ts';

/** The place, what this is, and until when. */
export function drawHeader({ place, subtitle, stamp }: Infographic, height: number): string {
  const aside = Math.max(...stamp.map((line) => widthOf(line, letters.fact)));
  const size = sizeThatFits(place, INNER - aside - 24, [letters.title, 24, 20, 16, 12], 'bold');
  const small = sizeThatFits(subtitle, INNER, [letters.subtitle, 11, 9.5]);
  const light = { fill: colours.paper } as const;
  return [
    `<rect width="${PAGE.width}" height="${height}" fill="${colours.accent}"/>`,
    textLines([place], { x: EDGE, y: 60, size, weight: 'bold', ...light }),
    textLines([subtitle], { x: EDGE, y: 84, size: small, ...light }),
    textLines(stamp, { x: PAGE.width - EDGE, y: 48, size: letters.fact, anchor: 'end', leading: 12, ...light }),
  ].join('\n');
}

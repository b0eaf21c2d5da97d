import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { infographicPdf } from '../../pictures/infographic/infographic-pdf.ts';
import { drawInfographic } from '../../pictures/infographic/draw-infographic.ts';
import { infographicMarkdown } from '../../pictures/infographic/infographic-markdown.ts';
import { infographicOf } from '../../pictures/infographic/infographic.ts';
import { pageHtml, pictureHtml, pictureMarkdown } from '../../pictures/render-picture.ts';
import type { DrawnChain } from './drawn-chain.ts';
import type { FiguresRead } from './figures-read.ts';
import { picturesOf } from './pictures-of.ts';

/** The content of every file by its name: the infographic, each picture, and all pictures on one page. */
export async function pictureFiles(
  read: FiguresRead,
  chains: readonly DrawnChain[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const infographic = infographicOf({
    ...read,
    flow: read.flow.filter(({ item }) => item.chain === EVERY_CHAIN),
  });
  const svg = drawInfographic(infographic);
  const pictures = picturesOf(read, chains);
  const named = [...pictures];
  return new Map<string, string | Uint8Array>([
    ['kerncijfers.svg', svg],
    ['kerncijfers.pdf', await infographicPdf(svg, infographic)],
    ['kerncijfers.md', infographicMarkdown(infographic, 'kerncijfers.svg')],
    ...named.map(([name, picture]) => [`${name}.svg`, picture.svg] as const),
    ['beelden.md', named.map(([name, picture]) => pictureMarkdown(picture, `${name}.svg`)).join('\n')],
    [
      'beelden.html',
      pageHtml(
        infographic.title,
        named.map(([, picture]) => pictureHtml(picture)),
      ),
    ],
  ]);
}

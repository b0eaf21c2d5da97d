import { colours } from '../look.ts';
import { svgDocument } from '../xml.ts';
import { drawCharts } from './draw-charts.ts';
import { drawFigures } from './draw-figures.ts';
import { drawHeader } from './draw-header.ts';
import { drawNotes } from './draw-notes.ts';
import type { Infographic } from './infographic.ts';
import { PAGE } from './page.ts';

const HEADER = 108;
const CHARTS = 506;
const NOTES = 733;

/** The infographic as an SVG of one A4, portrait. */
export function drawInfographic(infographic: Infographic): string {
  const body = [
    `<rect width="${PAGE.width}" height="${PAGE.height}" fill="${colours.paper}"/>`,
    drawHeader(infographic, HEADER),
    drawFigures(infographic.figures, HEADER + 12, CHARTS - 14),
    drawCharts(infographic, CHARTS, NOTES - 16),
    drawNotes(infographic.notes, NOTES),
  ].join('\n');
  return svgDocument({
    ...PAGE,
    paper: ['210mm', '297mm'],
    title: infographic.title,
    description: paragraphsOf(infographic).join(' '),
    body,
  });
}

/** All that the infographic says, in whole sentences: a paragraph for each key figure, chart and note. */
export function paragraphsOf({ subtitle, stamp, figures, charts, notes }: Infographic): readonly string[] {
  return [
    `${subtitle} ${stamp.join('. ')}.`,
    ...figures.map((figure) => figureSentences(figure).join(' ')),
    ...Object.values(charts).map(({ title, sentences }) => [title, ...sentences].join(' ')),
    ...notes.map(({ title, text }) => [title, text].join(' ')),
  ];
}

export function figureSentences({ label, value, meaning, facts }: Infographic['figures'][number]): string[] {
  return [`${label}${label.endsWith('?') ? '' : ':'} ${value}.`, meaning, ...facts];
}

import { inLine, tableMarkdown } from '../render-picture.ts';
import { figureSentences } from './draw-infographic.ts';
import type { Infographic } from './infographic.ts';

/** The infographic in words and tables, as Markdown; `file` is the name of its drawing. */
export function infographicMarkdown(infographic: Infographic, file: string): string {
  const { title, subtitle, stamp, figures, figuresTable, charts, notes } = infographic;
  return [
    `# ${inLine(title)}`,
    inLine(`${subtitle} ${stamp.join('. ')}.`),
    `![${inLine(title)}](${file})`,
    '## Kerncijfers',
    ...figures.map((figure) => `- ${inLine(figureSentences(figure).join(' '))}`),
    tableMarkdown(figuresTable),
    ...Object.values(charts).flatMap(({ title: heading, sentences, table }) => [
      `## ${inLine(heading)}`,
      inLine(sentences.join(' ')),
      ...(table.rows.length === 0 ? [] : [tableMarkdown(table)]),
    ]),
    ...notes.flatMap(({ title: heading, text }) => [`## ${inLine(heading)}`, inLine(text)]),
    '',
  ].join('\n\n');
}

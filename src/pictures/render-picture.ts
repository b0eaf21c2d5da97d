import type { Picture } from './picture.ts';
import { escapeXml } from './xml.ts';

/** The picture with its data table beside it and the same in words, as a part of an HTML page. */
export function pictureHtml({ svg, title, description, table }: Picture): string {
  const head = table.head.map((cell) => `<th scope="col">${escapeXml(cell)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  return [
    '<figure>',
    svg.trim(),
    '<figcaption>',
    `<h2>${escapeXml(title)}</h2>`,
    `<p>${escapeXml(description)}</p>`,
    `<table><caption>${escapeXml(title)}</caption><thead><tr>${head}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
    '</figcaption>',
    '</figure>',
    '',
  ].join('\n');
}

function cellHtml(cell: string, column: number): string {
  return column === 0 ? `<th scope="row">${escapeXml(cell)}</th>` : `<td>${escapeXml(cell)}</td>`;
}

/** The picture (by the name of its file) with its data table and the same in words, as Markdown. */
export function pictureMarkdown({ title, description, table }: Picture, file: string): string {
  return [`## ${inLine(title)}`, `![${inLine(title)}](${file})`, inLine(description), tableMarkdown(table), ''].join(
    '\n\n',
  );
}

export function tableMarkdown({ head, rows }: Picture['table']): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inLine).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of others as text: no line ends, and no sign that Markdown gives a meaning. */
export function inLine(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}

/** A page of its own around parts of HTML; it needs nothing from outside. */
export function pageHtml(title: string, parts: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style></head><body>`,
    `<h1>${escapeXml(title)}</h1>`,
    ...parts,
    '</body></html>',
    '',
  ].join('\n');
}

const STYLE = [
  'body{font:16px/1.5 Helvetica,Arial,sans-serif;color:#1B2B33;margin:2rem auto;max-width:84rem;padding:0 1rem}',
  'figure{display:grid;grid-template-columns:minmax(0,3fr) minmax(16rem,2fr);gap:2rem;margin:0 0 4rem}',
  'figure svg{width:100%;height:auto}caption{position:absolute;left:-99rem}',
  'table{border-collapse:collapse;font-size:.875rem}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #D9E0E3}',
  '@media(max-width:60rem){figure{grid-template-columns:1fr}}',
].join('');

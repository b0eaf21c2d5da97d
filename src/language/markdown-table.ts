/** A Markdown table; the cells have been made safe. Without rows it says so. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(name: string): string {
  return `\`${name}\``;
}

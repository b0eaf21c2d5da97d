/** Rows as a table for people, under their heads. */
export function closingTable(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const draw = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [draw(heads), draw(widths.map((width) => '-'.repeat(width))), ...rows.map(draw)];
}

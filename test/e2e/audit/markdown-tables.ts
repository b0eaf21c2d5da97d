/** The rows of the first table under each heading, as cells; a sign of Markdown that is text is as it was. */
export function tablesIn(markdown: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
      return [plain(heading), rows.map((row) => row.slice(2, -2).split(' | ').map(plain))];
    }),
  );
}

function plain(text: string): string {
  return text.replaceAll('\\', '');
}

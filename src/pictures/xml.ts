const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in XML and HTML, in content and in attributes; signs that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A short name for ids and files: the letters and digits of a text. */
export function nameFrom(text: string): string {
  const plain = text.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'beeld';
}

interface Document {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** What is drawn, as SVG. */
  readonly body: string;
  /** The size on paper, e.g. `210mm` by `297mm`; else as many pixels as units. */
  readonly paper?: readonly [string, string];
}

/** A whole SVG document with its title and its description for who does not see it. */
export function svgDocument({ width, height, title, description, body, paper }: Document): string {
  const name = nameFrom(title);
  const [across, down] = paper ?? [String(width), String(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}" role="img" lang="nl" aria-labelledby="${name}-titel ${name}-tekst">`,
    `<title id="${name}-titel">${escapeXml(title)}</title>`,
    `<desc id="${name}-tekst">${escapeXml(description)}</desc>`,
    body,
    '</svg>',
    '',
  ].join('\n');
}

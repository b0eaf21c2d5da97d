import { inflateSync } from 'node:zlib';

/** The words of each content stream of a PDF that pdfkit made; spaces of any kind are left out. */
export function wordsInPdf(pdf: Buffer): readonly string[] {
  const streams = pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g);
  return [...streams].flatMap(([, bytes = '']) => {
    const text = inflated(bytes);
    const runs = text.match(/(?:\[[^\]]*\] TJ|<[0-9a-f]*> Tj)/g) ?? [];
    const shown = runs.flatMap((run) =>
      [...run.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')),
    );
    return shown.length === 0 ? [] : [shown.join('').replaceAll(/\s/g, '')];
  });
}

function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

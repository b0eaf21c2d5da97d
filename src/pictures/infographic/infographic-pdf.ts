import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { paragraphsOf } from './draw-infographic.ts';
import type { Infographic } from './infographic.ts';
import { PAGE } from './page.ts';
import { type Pdf, writeTables } from './pdf-tables.ts';

/**
 * A PDF of two A4 pages: the drawing, and behind it the same in words and tables. Tagged, in Dutch; the same input gives
 * the same bytes, since its date is that of the figures.
 */
export async function infographicPdf(svg: string, infographic: Infographic): Promise<Uint8Array> {
  const asOf = new Date(infographic.asOf);
  const date = Number.isNaN(asOf.getTime()) ? new Date(0) : asOf;
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: infographic.title, Author: 'Ketenpad', Creator: 'Ketenpad', CreationDate: date, ModDate: date },
  });
  const bytes = collected(doc);
  const alt = paragraphsOf(infographic).join(' ');
  const image = doc.struct('Figure', { alt, title: infographic.title }, () => drawOn(doc, svg));
  doc.addStructure(image);
  image.end();
  doc.addPage();
  writeTables(doc, infographic);
  doc.end();
  return bytes;
}

function drawOn(doc: Pdf, svg: string): void {
  SVGtoPDF(asTheirs(doc), svg, 0, 0, {
    ...PAGE,
    fontCallback: (_family, bold) => (bold ? 'Helvetica-Bold' : 'Helvetica'),
  });
}

/** Their types ask for the class where they take a document. */
function asTheirs(doc: Pdf): typeof PDFDocument {
  return doc as unknown as typeof PDFDocument;
}

function collected(doc: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

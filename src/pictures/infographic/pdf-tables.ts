import PDFDocument from 'pdfkit';
import { HIDDEN } from '../dutch.ts';
import { colours } from '../look.ts';
import type { PictureTable } from '../picture.ts';
import { paragraphsOf } from './draw-infographic.ts';
import type { Infographic } from './infographic.ts';
import { EDGE, INNER, PAGE } from './page.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

const GAP = 24;
const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
/** In a narrow cell; what it means is said above the tables. */
const BRIEFLY_HIDDEN = 'te klein';

/** On the page: all sentences, then the table of the key figures, then those of the charts; as large as fits. */
export function writeTables(doc: Pdf, infographic: Infographic): void {
  const size = SIZES.find((each) => fitsOnePage(infographic, each)) ?? SIZES[SIZES.length - 1];
  writeAll(doc, infographic, size ?? SIZES[0]);
}

function fitsOnePage(infographic: Infographic, size: number): boolean {
  const trial = new PDFDocument({ size: [PAGE.width, PAGE.height], margin: EDGE / 2, bufferPages: true });
  writeAll(trial, infographic, size);
  return trial.bufferedPageRange().count === 1;
}

function writeAll(doc: Pdf, { title, charts, figuresTable, ...rest }: Infographic, size: number): void {
  const half = (INNER - GAP) / 2;
  const right = EDGE + half + GAP;
  const root = doc.struct('Sect', { title: 'Tekst en tabellen' });
  doc.addStructure(root);
  const write = (text: string, y: number, letters: number): number => {
    doc.font('Helvetica').fontSize(letters).fillColor(colours.ink);
    doc.text(plain(text), EDGE, y, { width: INNER, lineGap: 1.5, structParent: root });
    return doc.y;
  };
  doc.font('Helvetica-Bold').fontSize(14).fillColor(colours.ink);
  doc.text(plain(title), EDGE, EDGE, { width: INNER, structParent: root, structType: 'H1' });
  let y = doc.y + 6;
  for (const paragraph of paragraphsOf({ title, charts, figuresTable, ...rest })) y = write(paragraph, y, size) + 3;
  y = write(`In de tabellen betekent "${BRIEFLY_HIDDEN}": ${HIDDEN}.`, y, size) + 9;
  const table = (name: string, of: PictureTable, x: number, top: number, width: number, shares: readonly number[]) =>
    writeTable(doc, root, { name, of, x, y: top, width, shares, size });
  y = table('Kerncijfers', figuresTable, EDGE, y, INNER, [2, 1.4, 1.6, 1.1, 1.1, 1.1, 1.3, 4.2]) + 10;
  table(charts.flow.title, charts.flow.table, EDGE, y, half, [1.6, 1.2, 1.2, 1.2, 1.2]);
  y = table(charts.half.title, charts.half.table, right, y, half, [1.5, 1.2, 0.85, 0.85, 1.75, 1.25]) + 10;
  table(charts.durable.title, charts.durable.table, right, y, half, [2, 1.3, 0.9, 0.9, 0.9, 1]);
  root.end();
}

interface Placed {
  readonly name: string;
  readonly of: PictureTable;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How the width is shared among the columns. */
  readonly shares: readonly number[];
  readonly size: number;
}

/** Returns where the table ends. */
function writeTable(
  doc: Pdf,
  structParent: PDFKit.PDFStructureElement,
  { name, of, x, y, width, shares, size }: Placed,
): number {
  doc.font('Helvetica-Bold').fontSize(size + 1);
  doc.text(plain(name), x, y, { width, structParent, structType: 'H2' });
  const total = shares.reduce((sum, share) => sum + share, 0);
  doc.font('Helvetica').fontSize(size - 0.5);
  const options: PDFKit.Mixins.TableOptionsWithData & { readonly structParent: PDFKit.PDFStructureElement } = {
    position: { x, y: doc.y + 2 },
    maxWidth: width,
    columnStyles: shares.map((share) => (width * share) / total),
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: colours.hair, padding: [2, 4, 2, 0], textColor: colours.ink },
    structParent,
    data: [
      of.head.map((text) => ({ text: plain(text), type: 'TH', font: { src: 'Helvetica-Bold' } })),
      ...of.rows.map((row) => row.map((cell) => plain(cell === HIDDEN ? BRIEFLY_HIDDEN : cell))),
    ],
  };
  doc.table(options);
  return doc.y;
}

/** The letters that the standard fonts have; another one becomes a question mark. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\n\u0020-\u007E\u00A0-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC]/gu, '?');
}

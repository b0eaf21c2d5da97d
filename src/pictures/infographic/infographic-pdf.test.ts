import { describe, expect, test } from 'vitest';
import { HIDDEN } from '../dutch.ts';
import { wordsInPdf } from '../../../test/pictures/read-pdf.ts';
import { hidden, infographicData, keyFigure, months, outcomeItem } from '../../../test/pictures/sample-figures.ts';
import { drawInfographic } from './draw-infographic.ts';
import { infographicPdf } from './infographic-pdf.ts';
import { infographicOf } from './infographic.ts';

const printed = (text: string): string => text.replaceAll(/\s/g, '');

describe('the PDF of the infographic', async () => {
  const infographic = infographicOf(infographicData);
  const svg = drawInfographic(infographic);
  const pdf = Buffer.from(await infographicPdf(svg, infographic));
  const raw = pdf.toString('latin1');
  const [drawing = '', tables = ''] = wordsInPdf(pdf);

  test('is a tagged PDF of two A4 pages, in Dutch', () => {
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw.match(/\/Type \/Page\n/g)).toHaveLength(2);
    expect(raw.match(/\/MediaBox \[0 0 595.28 841.89\]/g)).toHaveLength(2);
    expect(raw).toContain('/Lang (nl-NL)');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/S /Figure');
    expect(raw).toContain('/S /TH');
  });

  test('has the title of the infographic', () => {
    const [, reference] = /\/Title (\d+) 0 R/.exec(raw) ?? [];
    expect(raw).toContain(`\n${reference} 0 obj\n(${infographic.title})\n`);
  });

  test('has the same numbers in the drawing and in its tables', () => {
    for (const { label, number, value, meaning, facts } of infographic.figures) {
      for (const said of [label, number!, meaning, ...facts]) expect(drawing).toContain(printed(said));
      for (const said of [label, value, meaning, ...facts]) expect(tables).toContain(printed(said));
    }
    for (const { table } of Object.values(infographic.charts)) {
      for (const row of table.rows) expect(tables).toContain(printed(row.join('').replaceAll(HIDDEN, 'te klein')));
    }
  });

  test('is the same, byte for byte, for the same figures', async () => {
    expect(Buffer.from(await infographicPdf(svg, infographic)).equals(pdf)).toBe(true);
  });
});

test('a PDF has two pages also where every figure is hidden and every definition long', async () => {
  const long = 'Van alle trajecten waarvan de twee weken na de aanmelding om zijn: het deel dat is gesproken. '.repeat(
    5,
  );
  const figure = keyFigure({ value: hidden, n: hidden, notYet: hidden, unknown: hidden, definition: long });
  const outcome = outcomeItem({
    label: 'Volwassenen naar een gezonder gewicht',
    started: hidden,
    durable: { ja: hidden, nee: hidden, onbekend: hidden, 'nog-niet': hidden },
  });
  const infographic = infographicOf({
    ...infographicData,
    figures: Array.from({ length: 5 }, () => figure),
    flow: months(Array.from({ length: 12 }, () => hidden)),
    outcomes: Array.from({ length: 5 }, () => outcome),
  });
  const pdf = Buffer.from(await infographicPdf(drawInfographic(infographic), infographic));
  expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(2);
  expect(wordsInPdf(pdf)[1]).toContain(printed(HIDDEN));
});

test('a letter that the fonts do not have does not break the PDF', async () => {
  const infographic = infographicOf({ ...infographicData, place: 'gemeente Łódź 東' });
  const pdf = Buffer.from(await infographicPdf(drawInfographic(infographic), infographic));
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
});

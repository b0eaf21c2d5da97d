import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Count, DurationItem, Quantile } from '../../audit/figures/items.ts';
import { HIDDEN } from '../dutch.ts';
import { widthOf } from '../letters.ts';
import { readSvg } from '../../../test/pictures/read-svg.ts';
import {
  durationItem,
  hidden,
  infographicData,
  keyFigure,
  months,
  outcomeItem,
  source,
} from '../../../test/pictures/sample-figures.ts';
import { drawInfographic } from './draw-infographic.ts';
import { infographicMarkdown } from './infographic-markdown.ts';
import { infographicOf } from './infographic.ts';
import { EDGE, PAGE } from './page.ts';

const nothing = { ...infographicData, figures: [], flow: [], durations: [], outcomes: [] };
const counts: fc.Arbitrary<Count> = fc.oneof(fc.nat(3000), fc.constant(hidden));
const figures = fc.record({
  value: fc.oneof(fc.constant(null), fc.constant(hidden), fc.double({ min: 0, max: 1, noNaN: true })),
  n: counts,
  notYet: counts,
  unknown: counts,
});
const whatever = fc
  .tuple(fc.array(figures, { maxLength: 5 }), fc.array(counts, { maxLength: 14 }), fc.array(counts, { maxLength: 5 }))
  .map(([some, arrivals, started]) => ({
    ...infographicData,
    figures: some.map(keyFigure),
    flow: months(arrivals),
    outcomes: started.map((count) =>
      outcomeItem({ started: count, durable: { ja: hidden, nee: 0, onbekend: hidden, 'nog-niet': 0 } }),
    ),
  }));

describe('the infographic', () => {
  const infographic = infographicOf(infographicData);
  const svg = drawInfographic(infographic);
  const { words, elements, description } = readSvg(svg);
  const drawn = words.join(' ');
  const markdown = infographicMarkdown(infographic, 'kerncijfers.svg').replaceAll('\\', '');

  test('is one A4, portrait', () => {
    expect(elements[0]?.attributes).toMatchObject({ width: '210mm', height: '297mm', viewBox: '0 0 595.28 841.89' });
  });

  test('shows the five key figures with their sentence and their facts, as the text and the tables do', () => {
    expect(infographic.figures).toHaveLength(5);
    for (const { label, number, value, meaning, facts } of infographic.figures) {
      for (const said of [label, value, meaning, ...facts]) {
        expect(description).toContain(said);
        expect(markdown).toContain(said);
      }
      for (const said of [label, number!, meaning, ...facts]) expect(drawn).toContain(said);
    }
    expect(infographic.figures.map(({ value }) => value)).toEqual(
      ['1.748', '82 %', '64 %', '58 %', '71 %'].map((value) => value.replace(' ', '\u00A0')),
    );
    expect(infographic.figuresTable.rows.map((row) => row[1])).toEqual(infographic.figures.map(({ value }) => value));
  });

  test('shows the number per 10,000 inhabitants with source and date of the denominator', () => {
    expect(drawn).toContain('Dat is 27,4 per 10.000 inwoners. Waarschijnlijk tussen 26,1 en 28,7.');
    expect(drawn).toContain('638.912 (CBS, 1 januari 2026)');
  });

  test('draws per chain what the table of durable help says', () => {
    for (const count of infographic.charts.durable.table.rows[0]!.slice(2)) expect(words).toContain(count);
  });

  test('says place, period, day and release', () => {
    for (const said of ['Gemeente Hof van Twente', 'het derde kwartaal van 2026', '5 oktober 2026', 'Uitgave 2026-3']) {
      expect(drawn).toContain(said);
      expect(markdown).toContain(said);
    }
  });

  test('tells only the figures of all chains together', () => {
    const more = {
      ...infographicData,
      figures: [...infographicData.figures, keyFigure({ chain: 'kngg', value: 0.123 })],
    };
    expect(drawInfographic(infographicOf(more))).toBe(svg);
  });

  test('has no numbers where there are none, and says so', () => {
    const empty = drawInfographic(infographicOf(nothing));
    expect(readSvg(empty).words).toContain('Er zijn nog geen kerncijfers.');
    expect(empty).not.toMatch(/NaN|undefined|Infinity/);
  });

  test.each(['gemeente Hof van Twente', 'gemeente Rijssen-Holten', 'gemeenten Hof van Twente en Rijssen-Holten samen'])(
    'keeps all words of %s within the edges of the paper',
    (place) => {
      const { elements: all } = readSvg(drawInfographic(infographicOf({ ...infographicData, place })));
      const heading = all.find(({ name, attributes }) => name === 'text' && attributes['y'] === '60');
      const size = Number(heading?.attributes['font-size']);
      const stamp = Math.max(...infographic.stamp.map((line) => widthOf(line, 8.5)));
      expect(EDGE + widthOf(infographicOf({ ...infographicData, place }).place, size, 'bold')).toBeLessThan(
        PAGE.width - EDGE - stamp,
      );
    },
  );
});

test('an infographic of whatever figures is well-formed, and shows no number for what is hidden', () => {
  fc.assert(
    fc.property(whatever, (data) => {
      const infographic = infographicOf(data);
      const svg = drawInfographic(infographic);
      readSvg(svg);
      expect(svg + infographicMarkdown(infographic, 'beeld.svg')).not.toMatch(/NaN|undefined|Infinity|\[object/);
      const isHidden = ({ value }: (typeof data.figures)[number]): boolean =>
        typeof value === 'object' && value !== null;
      expect(infographic.figures.map(({ value }) => value === HIDDEN)).toEqual(data.figures.map(isHidden));
      const shown = infographic.figures.filter(({ number, share }) => number !== null || share !== null);
      expect(shown.map(({ value }) => value)).not.toContain(HIDDEN);
    }),
    { numRuns: 40 },
  );
});

test('of a chain of which parts are hidden only the shown parts are drawn with a number', () => {
  const outcomes = [outcomeItem({ started: 60, durable: { ja: 22, nee: hidden, onbekend: hidden, 'nog-niet': 0 } })];
  const infographic = infographicOf({ ...nothing, ...source, outcomes });
  const { words } = readSvg(drawInfographic(infographic));
  expect(words.filter((each) => /^\d+$/.test(each))).toEqual(['22']);
  expect(words.filter((each) => each === HIDDEN)).toHaveLength(2);
  expect(infographic.charts.durable.sentences.join(' ')).toContain(`${HIDDEN}: nee en niet bekend`);
});

test('a share that is not wholly none or all never reads as 0 % or 100 %', () => {
  const values = [0.004, 0.996].map(
    (value) => infographicOf({ ...nothing, figures: [keyFigure({ value })] }).figures[0]!,
  );
  expect(values.map(({ value }) => value)).toEqual(['0,4\u00A0%', '99,6\u00A0%']);
  expect(values.map(({ meaning }) => meaning).join(' ')).not.toMatch(/\d/);
});

test('per chain the days until half were done are drawn with their number; hidden ones have no bar and no number', () => {
  const gross = (median: Quantile): Partial<DurationItem> => ({ gross: { ...durationItem({}).gross, median } });
  const durations = [
    durationItem({}, gross({ value: 240, lower: 222, upper: 302 })),
    durationItem({}, { label: 'KnGG', ...gross(hidden) }),
    durationItem({}, { label: 'VnGG', ...gross({ value: null, lower: 570, upper: null }) }),
  ];
  const infographic = infographicOf({ ...nothing, durations });
  const { words, elements } = readSvg(drawInfographic(infographic));
  expect(words.filter((each) => /^\d+$/.test(each))).toEqual(['240']);
  expect(words).toEqual(expect.arrayContaining([HIDDEN, 'niet bekend']));
  const bars = elements.filter(({ attributes }) => attributes['height'] === '13' && attributes['fill'] === '#006B75');
  expect(bars).toHaveLength(1);
  expect(infographic.charts.half.table.rows.map((row) => row.slice(3, 5))).toEqual([
    ['240 dagen', '222 tot 302 dagen'],
    [HIDDEN, HIDDEN],
    ['niet bekend', '570 dagen of meer'],
  ]);
});

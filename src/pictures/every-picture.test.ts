import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Count, Share } from '../audit/figures/items.ts';
import { arrivalsPicture } from './arrivals-picture.ts';
import { bottlenecksPicture } from './bottlenecks-picture.ts';
import { HIDDEN } from './dutch.ts';
import { endedByPicture } from './ended-by-picture.ts';
import { flowPicture } from './flow-picture.ts';
import { funnelPicture } from './funnel-picture.ts';
import type { Picture } from './picture.ts';
import { readSvg } from '../../test/pictures/read-svg.ts';
import { pictureHtml, pictureMarkdown } from './render-picture.ts';
import { bottleneck, durationItem, flowItem, hidden, months, source } from '../../test/pictures/sample-figures.ts';

const graph = {
  steps: [
    { id: 'signaleren', label: 'Signaleren & melden' },
    { id: 'test', label: 'Valrisicotest <kort>' },
  ],
  ends: [{ id: 'einde:klaar', label: 'Klaar' }],
  edges: [
    { from: 'signaleren', to: 'test', label: 'Door' },
    { from: 'test', to: 'test', label: 'Nog eens' },
    { from: 'test', to: 'einde:klaar', label: 'Klaar' },
  ],
};

const counts: fc.Arbitrary<Count> = fc.oneof(fc.nat(5000), fc.constant(hidden));
const shares: fc.Arbitrary<Share> = fc.oneof(
  fc.constant(hidden),
  fc.constant({ value: null, lower: null, upper: null }),
  fc.tuple(fc.nat(500), fc.nat(300), fc.nat(200)).map(([lower, more, rest]) => ({
    lower: lower / 1000,
    value: (lower + more) / 1000,
    upper: (lower + more + rest) / 1000,
  })),
);
const days = fc.record({ 7: shares, 14: shares, 30: shares, 60: shares, 90: shares, 180: shares, 365: shares });
const points = fc.record({ municipality: fc.constantFrom('Borne', 'Hof van Twente'), count: counts, n: counts });

const pictures: Readonly<Record<string, fc.Arbitrary<Picture>>> = {
  flow: fc.array(counts, { maxLength: 18 }).map((arrivals) => flowPicture(months(arrivals), source)),
  'ended-by': days.map((endedBy) => endedByPicture(durationItem(endedBy), source)),
  arrivals: fc.array(counts, { maxLength: 18 }).map((arrivals) => arrivalsPicture(months(arrivals), source)),
  bottlenecks: fc
    .array(fc.tuple(fc.constantFrom('signaleren', 'test', 'onbekend'), counts, shares), { maxLength: 2 })
    .map((items) =>
      bottlenecksPicture(
        graph,
        items.map((item) => bottleneck(...item)),
        'Valpreventie',
        source,
      ),
    ),
  funnel: fc
    .tuple(fc.array(points, { maxLength: 4 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true })))
    .map(([some, whole]) => funnelPicture({ label: 'Contact binnen 2 weken', points: some, whole }, source)),
};

describe.each(Object.entries(pictures))('the picture of %s, whatever the figures', (_name, picture) => {
  test('is well-formed, stands alone, and has a title and a description for who does not see it', () => {
    fc.assert(
      fc.property(picture, ({ svg, title, description }) => {
        const { elements, title: read, description: told } = readSvg(svg);
        const [root] = elements;
        expect(read).toBe(title);
        expect(told).toBe(description);
        expect(root?.attributes['role']).toBe('img');
        expect(root?.attributes['aria-labelledby']?.split(' ')).toHaveLength(2);
        expect(elements.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['script']));
        for (const { name, attributes } of elements) {
          expect(['script', 'image', 'foreignObject', 'style', 'a', 'use']).not.toContain(name);
          expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key.endsWith('href'))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('says nothing that is no number and no word', () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const all = [drawn.svg, drawn.description, pictureHtml(drawn), pictureMarkdown(drawn, 'beeld.svg')].join('\n');
        expect(all).not.toMatch(/NaN|undefined|Infinity|\[object|null/);
      }),
      { numRuns: 25 },
    );
  });

  test('has a cell under every head of its table, and the table in HTML and Markdown', () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const { head, rows } = drawn.table;
        for (const row of rows) expect(row).toHaveLength(head.length);
        expect(pictureHtml(drawn).match(/<th scope="row">/g) ?? []).toHaveLength(rows.length);
        expect(pictureMarkdown(drawn, 'beeld.svg').match(/^\|/gm)).toHaveLength(rows.length + 2);
      }),
      { numRuns: 25 },
    );
  });
});

test('the same figures give the same bytes, whatever was drawn before', () => {
  const draw = (): string => flowPicture(months([12, hidden, 30]), source).svg;
  const first = draw();
  endedByPicture(durationItem({}), source);
  expect(draw()).toBe(first);
  expect(first).not.toMatch(/zr\d/);
});

test('text of others is text in HTML and Markdown', () => {
  const drawn = flowPicture([{ period: '2026-09', item: flowItem({ label: '<b>A|B</b>' }) }], source);
  expect(pictureHtml(drawn)).not.toContain('<b>');
  expect(pictureMarkdown(drawn, 'beeld.svg')).toContain('\\<b\\>A\\|B');
});

test('what is hidden is said in table and description, and no bar is drawn for it', () => {
  const bars = (arrivals: readonly Count[]): number =>
    readSvg(flowPicture(months(arrivals), source).svg).elements.filter(
      ({ name, attributes }) => name === 'path' && attributes['fill'] === '#006B75',
    ).length;
  expect(bars([30, hidden, 40])).toBe(bars([30, 35, 40]) - 1);
  const drawn = flowPicture(months([30, hidden, 40]), source);
  expect(drawn.table.rows.map((row) => row[1])).toEqual(['30', HIDDEN, '40']);
  expect(drawn.description).toContain(`${HIDDEN} in februari 2025`);
  expect(readSvg(drawn.svg).words).toContain(HIDDEN);
});

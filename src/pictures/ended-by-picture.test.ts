import { expect, test } from 'vitest';
import { HIDDEN } from './dutch.ts';
import { endedByPicture } from './ended-by-picture.ts';
import { readSvg } from '../../test/pictures/read-svg.ts';
import { durationItem, hidden, source } from '../../test/pictures/sample-figures.ts';

const picture = endedByPicture(
  durationItem({
    7: hidden,
    14: { value: 0.125, lower: 0.1, upper: 0.15 },
    30: { value: 0.25, lower: 0.2, upper: 0.3 },
    365: { value: null, lower: null, upper: null },
  }),
  source,
);

test('the shares are the same in table and description, with their interval', () => {
  expect(picture.table.rows[1]).toEqual(['14 dagen', '12,5\u00A0%', 'van 10\u00A0% tot 15\u00A0%']);
  expect(picture.description).toContain('na 14 dagen 12,5\u00A0% en na 30 dagen 25\u00A0%');
});

test('of a share that is hidden no number is drawn, and it is said', () => {
  const { words } = readSvg(picture.svg);
  const numbers = words.filter((each) => /^\d+\s%$/.test(each)).filter((each) => !/^(?:0|25|50|75|100)\s/.test(each));
  expect(numbers).toEqual(['13\u00A0%']);
  expect(words).toContain(HIDDEN);
  expect(picture.description).toContain(`Na 7 dagen is het ${HIDDEN}.`);
});

test('of a moment that nobody reached it is said that it is not known', () => {
  expect(picture.description).toContain('en 365 dagen is het niet bekend.');
  expect(picture.table.rows.at(-1)).toEqual(['365 dagen', 'niet bekend', 'niet bekend']);
});

test('of a share between two that are hidden the interval is drawn all the same', () => {
  const share = { value: 0.4, lower: 0.2, upper: 0.6 };
  const { elements } = readSvg(endedByPicture(durationItem({ 7: hidden, 14: share, 30: hidden }), source).svg);
  const reach = elements.filter(
    ({ attributes }) =>
      attributes['stroke'] === '#A9D3D6' && /^M([\d.]+) [\d.]+L\1 [\d.]+$/.test(attributes['d'] ?? ''),
  );
  expect(reach).toHaveLength(1);
});

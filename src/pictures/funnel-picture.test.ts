import { describe, expect, test } from 'vitest';
import { funnelLimits } from '../audit/funnel.ts';
import { arrivalsPicture } from './arrivals-picture.ts';
import { HIDDEN } from './dutch.ts';
import { funnelPicture } from './funnel-picture.ts';
import { readSvg } from '../../test/pictures/read-svg.ts';
import { hidden, months, source } from '../../test/pictures/sample-figures.ts';

describe('the funnel plot', () => {
  const points = [
    { municipality: 'Wierden', count: 80, n: 100 },
    { municipality: 'Enschede', count: 200, n: 400 },
    { municipality: 'Borne', count: hidden, n: 40 },
  ];
  const picture = funnelPicture({ label: 'Contact binnen 2 weken', points, whole: 0.74 }, source);

  test('has the limits of a share around that of the region', () => {
    const limits = funnelLimits(0.5, 100);
    expect(limits.lower95).toBeCloseTo(0.402, 4);
    expect(limits.upper95).toBeCloseTo(0.598, 4);
    expect(limits.lower998).toBeCloseTo(0.34549, 5);
    expect(limits.upper998).toBeCloseTo(0.65451, 5);
    expect(funnelLimits(0.98, 10).upper95).toBe(1);
  });

  test('is no ranking: municipalities stand by name, and differ only outside the limits', () => {
    expect(picture.table.rows.map((row) => [row[0], row[4]])).toEqual([
      ['Borne', 'niet bekend'],
      ['Enschede', 'duidelijk lager'],
      ['Wierden', 'past bij toeval'],
    ]);
  });

  test('draws no point for a municipality that is hidden, and says so to be seen', () => {
    const { words } = readSvg(picture.svg);
    expect(words).toEqual(expect.arrayContaining(['Enschede', 'Wierden', `Het cijfer is ${HIDDEN} voor Borne.`]));
    expect(words).not.toContain('Borne');
  });

  test('has no limits where the share of the region is not known', () => {
    const { words } = readSvg(funnelPicture({ label: 'Contact', points, whole: null }, source).svg);
    expect(words.filter((each) => each.startsWith('grens'))).toEqual([]);
  });
});

describe('the chart of arrivals', () => {
  const year = [40, 54, 45, 59, 47, 41, 55, 46, 60, 120, 42, 56];

  test('has limits from twelve months on a row, and not before', () => {
    const limitsIn = (arrivals: Parameters<typeof months>[0]): number =>
      readSvg(arrivalsPicture(months(arrivals), source).svg).words.filter((each) => each.includes('grens')).length;
    expect(limitsIn(year)).toBe(2);
    expect(limitsIn(year.slice(1))).toBe(0);
    expect(limitsIn([...year.slice(0, 6), hidden, ...year.slice(6)])).toBe(0);
  });

  test('says which month falls outside the limits', () => {
    const { description, table } = arrivalsPicture(months(year), source);
    expect(description).toContain('Daarbuiten valt: oktober 2025.');
    expect(table.rows[9]).toEqual(['oktober 2025', '120', 'hoger dan door toeval']);
  });
});

import { describe, expect, test } from 'vitest';
import {
  bottleneck,
  durationItem,
  flowItem,
  hidden,
  infographicData,
  keyFigure,
  source,
} from '../../../test/pictures/sample-figures.ts';
import { readSvg } from '../../../test/pictures/read-svg.ts';
import type { FiguresRead } from './figures-read.ts';
import { pictureFiles } from './picture-files.ts';
import { picturesOf } from './pictures-of.ts';

const chains = [
  {
    id: 'valpreventie',
    label: 'Valpreventie',
    graph: { steps: [{ id: 'test', label: 'Valrisicotest' }], ends: [], edges: [] },
  },
];
const read: FiguresRead = {
  ...infographicData,
  ...source,
  flow: ['alle', 'valpreventie'].map((chain, index) => ({
    period: '2026-09',
    item: flowItem({ chain, label: chain, in: 300 + index }),
  })),
  durations: [durationItem({ 30: { value: 0.4, lower: 0.3, upper: 0.5 } })],
  bottlenecks: [bottleneck('test', 12, { value: 0.5, lower: 0.3, upper: 0.7 })],
  municipalities: [
    { name: 'Borne', figures: [keyFigure({ value: hidden, n: hidden })] },
    { name: 'Hof van Twente', figures: [keyFigure({ value: 0.25, n: 40 })] },
  ],
};

describe('the files of the pictures', async () => {
  const files = await pictureFiles(read, chains);

  test('are the infographic in three forms, each picture, and all of them on one page', () => {
    expect([...files.keys()].toSorted()).toEqual(
      [
        'alle-in-en-uit.svg',
        'alle-meer-of-minder.svg',
        'beelden.html',
        'beelden.md',
        'gemeenten-actief-na-3-maanden.svg',
        'gemeenten-contact-binnen-2-weken.svg',
        'gemeenten-start-activiteit.svg',
        'gemeenten-verandering-cijfer.svg',
        'kerncijfers.md',
        'kerncijfers.pdf',
        'kerncijfers.svg',
        'valpreventie-in-en-uit.svg',
        'valpreventie-klaar-na.svg',
        'valpreventie-meer-of-minder.svg',
        'valpreventie-wachten.svg',
      ].toSorted(),
    );
  });

  test('name no file that is not there', () => {
    const named = String(files.get('beelden.md')).matchAll(/\]\(([^)]*)\)/g);
    for (const [, name = ''] of named) expect(files.has(name)).toBe(true);
  });

  test('keep the figures of a chain to its own pictures', () => {
    expect(readSvg(String(files.get('valpreventie-in-en-uit.svg'))).description).toContain('begonnen 301,');
    expect(readSvg(String(files.get('alle-in-en-uit.svg'))).description).toContain('begonnen 300,');
  });

  test('have ids that are unique on the page', () => {
    const ids = [...String(files.get('beelden.html')).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a municipality of which the figure is hidden has no point beside the region', () => {
  const rows = picturesOf(read, chains).get('gemeenten-contact-binnen-2-weken')!.table.rows;
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Borne', 'te klein om te tonen', 'te klein om te tonen'],
    ['Hof van Twente', '10', '40'],
  ]);
});

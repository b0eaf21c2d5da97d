import { expect, test } from 'vitest';
import { bottlenecksPicture } from './bottlenecks-picture.ts';
import { HIDDEN, UNCOUNTED } from './dutch.ts';
import { layered } from './layered.ts';
import { readSvg } from '../../test/pictures/read-svg.ts';
import { bottleneck, hidden, source } from '../../test/pictures/sample-figures.ts';

const graph = {
  steps: ['Signaleren', 'Aanmelden', 'Intake', 'Evalueren'].map((label) => ({ id: label.toLowerCase(), label })),
  ends: [{ id: 'einde:klaar', label: 'Afgerond' }],
  edges: [
    { from: 'signaleren', to: 'aanmelden', label: 'Door' },
    { from: 'aanmelden', to: 'intake', label: 'Past' },
    { from: 'intake', to: 'intake', label: 'Nog een gesprek' },
    { from: 'intake', to: 'einde:klaar', label: 'Klaar' },
    { from: 'intake', to: 'evalueren', label: 'Verder' },
  ],
};
const items = [
  bottleneck('signaleren', 1234, { value: 0.125, lower: 0.1, upper: 0.15 }),
  bottleneck('aanmelden', hidden, hidden),
  bottleneck('intake', 40, { value: 0.3, lower: 0.2, upper: 0.4 }),
  bottleneck('evalueren', 0, { value: null, lower: null, upper: null }),
];
const picture = bottlenecksPicture(graph, items, 'Valpreventie', source);
const { words, elements } = readSvg(picture.svg);

test('every step shows in words how many wait and which share is too late, as the table does', () => {
  expect(words).toEqual(expect.arrayContaining(['1.234 wachten', 'te laat: 12,5\u00A0%', '40 wachten']));
  expect(picture.table.rows).toEqual([
    ['Signaleren', '1.234', '0', '12,5\u00A0%'],
    ['Aanmelden', HIDDEN, '0', HIDDEN],
    ['Intake', '40', '0', '30\u00A0%'],
    ['Evalueren', '0', '0', 'niemand wacht'],
  ]);
  expect(picture.description).toContain('"intake" (40 wachten, 30\u00A0% te laat)');
});

test('a step that is not counted has no figures, which is not that nobody waits', () => {
  const uncounted = bottlenecksPicture(graph, items.slice(0, 3), 'Valpreventie', source);
  expect(uncounted.table.rows[3]).toEqual(['Evalueren', UNCOUNTED, UNCOUNTED, UNCOUNTED]);
  expect(readSvg(uncounted.svg).words).toContain(UNCOUNTED);
  expect(readSvg(uncounted.svg).words).not.toContain('niemand wacht');
});

test('a step of which the figures are hidden says so, and looks like no step without delay', () => {
  expect(words.filter((each) => each === HIDDEN)).toHaveLength(2);
  const dashed = elements.filter(({ attributes }) => attributes['stroke-dasharray'] !== undefined);
  expect(dashed).toHaveLength(2);
});

test('every outcome is an arrow that says its name, also from a step to itself', () => {
  const titles = picture.svg.match(/<g><title>[^<]*/g)?.map((each) => each.slice(10));
  expect(titles?.toSorted()).toEqual(graph.edges.map(({ label }) => label).toSorted());
});

test('steps do not lie over each other, and all lies within the picture', () => {
  const boxes = graph.steps.map(({ id }) => ({ id, width: 150, height: 60 }));
  const { at, arrows, width, height } = layered(boxes, graph.edges);
  const places = [...at.values()];
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      expect(Math.abs(one.x - other.x) >= 150 || Math.abs(one.y - other.y) >= 60).toBe(true);
    }
  }
  for (const { x, y } of [...places, ...arrows.flatMap(({ points }) => points)]) {
    expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
  }
});

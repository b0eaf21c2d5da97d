import { expect, test } from 'vitest';
import { madeIndicators } from '../../../test/audit/made-story.ts';
import { definitionNamed, definitions, definitionsOf } from './definitions.ts';
import { definitionsTable, durableDefinitions, durableTable } from './definitions-table.ts';

test('every figure has one name, a version, and says in a sentence what it is and where it comes from', () => {
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  for (const { version, text, cohort, source } of definitions) {
    expect(version).toBeGreaterThanOrEqual(1);
    expect(text).toMatch(/^[A-Z].{15,}[.?]$/s);
    expect([cohort, source].every((each) => each.length > 2)).toBe(true);
  }
});

test('every route has definitions, and the key figures are five', () => {
  const routes = ['flow', 'durations', 'bottlenecks', 'handoffs', 'outcomes', 'links', 'conformance'] as const;
  expect(routes.filter((route) => definitionsOf(route).length === 0)).toEqual([]);
  expect(definitionsOf('kerncijfers').map(({ id }) => id)).toEqual([
    'verwijzingen',
    'contact-binnen-2-weken',
    'start-activiteit',
    'actief-na-3-maanden',
    'verandering-cijfer',
  ]);
});

test('what no figure is called is refused', () => {
  expect(() => definitionNamed('gemiddelde')).toThrow('gemiddelde');
});

test('the table for people has a row for every figure, and one for durable help in every chain', () => {
  expect(definitionsTable().split('\n')).toHaveLength(definitions.length + 2);
  expect(durableTable({ keten: madeIndicators })).toContain('| keten (1) | Het houdt stand. | aanname |');
  expect(durableDefinitions({ keten: madeIndicators }, () => 'Keten')).toMatchObject([
    { id: 'duurzaam-geholpen.keten', route: 'outcomes', text: 'Het houdt stand.' },
  ]);
});

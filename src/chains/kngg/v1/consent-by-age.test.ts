import { expect, test } from 'vitest';
import { wieNuBeslist } from './consent-by-age.ts';
import { knggV1Content } from './content.ts';

const onder = { leeftijd: 'onder-12', door: 'ouders' } as const;
const beide = { leeftijd: '12-tot-16', door: 'ouders-en-kind' } as const;
const zelf = { leeftijd: 'vanaf-16', door: 'kind' } as const;

test.each([
  [0, onder],
  [11, onder],
  [12, beide],
  [15, beide],
  [16, zelf],
  [17, zelf],
  [18, zelf],
] as const)('at %i who consents is as the form says', (age, form) => {
  expect(wieNuBeslist(form, age)).toEqual([]);
});

test.each([
  ['the day that the child turned 12', onder, 12, 'ouders en kind allebei', 'Kies 12-tot-16.'],
  ['the day that the child turned 16', beide, 16, 'de jongere zelf', 'Kies vanaf-16.'],
  ['a child that is younger than was thought', beide, 11, 'de ouders toestemming', 'Kies onder-12.'],
] as const)('on %s the text says who consents now, and why', (_name, form, age, who, choose) => {
  expect(wieNuBeslist(form, age)).toEqual([
    { field: 'leeftijd', detail: `Het kind is nu ${age} jaar. ${choose}` },
    { field: 'door', detail: expect.stringContaining(who) },
  ]);
});

test('of a refusal only the age is compared: nobody gave anything', () => {
  expect(wieNuBeslist({ leeftijd: 'onder-12' }, 12)).toMatchObject([{ field: 'leeftijd' }]);
  expect(wieNuBeslist({ leeftijd: '12-tot-16' }, 12)).toEqual([]);
});

test('the content compares every form of consent with the person', () => {
  expect(Object.keys(knggV1Content.agrees ?? {})).toEqual(['toestemming']);
  expect(knggV1Content.agrees?.['toestemming']?.(onder, { age: 12 })).toHaveLength(2);
});

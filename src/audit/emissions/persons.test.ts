import { expect, test } from 'vitest';
import { madeStory, onDay } from '../../../test/audit/made-story.ts';
import { periodsOfDay } from '../periods.ts';
import { emissionsOfPerson } from './persons.ts';

const dayOf = (at: number): ReturnType<typeof periodsOfDay> => periodsOfDay(new Date(at).toISOString().slice(0, 10));
/** Begun on 2 March, 20 April and 1 February of the next year; the second chain in another municipality. */
const stories = [
  madeStory({ case: 'a' }),
  madeStory({ case: 'b', chain: 'vngg', municipality: 'borne', startedAt: onDay(49) }),
  madeStory({ case: 'c', startedAt: onDay(336) }),
];
const measures = (kind: string, asOf = onDay(400)): readonly string[] =>
  emissionsOfPerson(stories, asOf, dayOf).flatMap(({ tally: { measure, at }, municipality }) =>
    measure.startsWith(`persons.${kind}.`) ? [`${dayOf(at)[kind as 'year']} ${municipality} ${measure}`] : [],
  );

test('a person counts once in a period, with the chains begun in it, in the municipality of the first', () => {
  expect(measures('year')).toEqual(['2026 enschede persons.year.2', '2027 enschede persons.year.1']);
  expect(measures('quarter')).toEqual([
    '2026-Q1 enschede persons.quarter.1',
    '2026-Q2 borne persons.quarter.1',
    '2027-Q1 enschede persons.quarter.1',
  ]);
});

test('a person who came back into the same chain was in one chain', () => {
  const twice = [madeStory({ case: 'a' }), madeStory({ case: 'b', startedAt: onDay(49), herinstroom: true })];
  const found = emissionsOfPerson(twice, onDay(400), dayOf).map(({ tally: { measure } }) => measure);
  expect(found.filter((measure) => measure.startsWith('persons.year'))).toEqual(['persons.year', 'persons.year.1']);
});

test('what began later is not known yet', () => {
  expect(measures('year', onDay(48))).toEqual(['2026 enschede persons.year.1']);
});

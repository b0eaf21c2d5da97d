import { expect, test } from 'vitest';
import { knggV1 } from '../../chains/kngg/v1/chain.ts';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { ageOn } from './age.ts';
import { birthdaysAhead, birthdaysOf } from './birthdays.ts';

test('every birthday of the chain follows from the birth date', () => {
  expect(birthdaysOf(knggV1, '2016-05-17')).toEqual({
    twaalf: '2028-05-17',
    zestien: '2032-05-17',
    achttien: '2034-05-17',
  });
  expect(birthdaysOf(valpreventieV1, '1946-05-17')).toEqual({});
});

test('who was born on 29 February has a birthday on 1 March in other years, on the day that the age changes', () => {
  const born = '2016-02-29';
  const days = birthdaysOf(knggV1, born);
  expect(days).toEqual({ twaalf: '2028-02-29', zestien: '2032-02-29', achttien: '2034-03-01' });
  expect([ageOn(born, '2034-02-28'), ageOn(born, '2034-03-01')]).toEqual([17, 18]);
  expect([ageOn(born, '2028-02-28'), ageOn(born, '2028-02-29')]).toEqual([11, 12]);
});

test.each([
  ['the day before', '2028-05-16', ['twaalf', 'zestien', 'achttien']],
  ['on the day itself', '2028-05-17', ['zestien', 'achttien']],
  ['at seventeen', '2033-12-01', ['achttien']],
  ['as an adult', '2034-05-17', []],
])('only what lies ahead is known to a case: %s', (_name, today, ahead) => {
  expect(Object.keys(birthdaysAhead(knggV1, '2016-05-17', today))).toEqual(ahead);
});

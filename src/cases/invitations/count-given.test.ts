import { expect, test } from 'vitest';
import { itemOf } from './count-given.ts';

const place = { chain: 'kansrijke-start', municipality: 'enschede', given: 12 };

test('of fewer than ten whose time is over nothing is told', () => {
  expect(itemOf({ ...place, closed: 0, used: 0 })).toEqual({ ...place, closed: null });
});

test.each([
  [10, 0, 0],
  [10, 2, 0],
  [10, 3, 5],
  [10, 7, 5],
  [10, 8, 10],
  [10, 10, 10],
  [20, 13, 15],
])('of %i of which %i were used, %i is told: all and none show as nearly all and nearly none', (closed, used, told) => {
  expect(itemOf({ ...place, closed, used }).closed).toEqual({ of: closed, used: told });
});

import { expect, test } from 'vitest';
import { everyWalk } from './every-walk.ts';
import { grounds } from './walks.ts';

for (const ground of grounds.filter((_, index) => index % 2 === 1)) everyWalk(ground);

test('all walks together are a hundred thousand, over every chain of the region and chains that nobody wrote', () => {
  expect(grounds.reduce((sum, { walks }) => sum + walks, 0)).toBeGreaterThanOrEqual(100_000);
});

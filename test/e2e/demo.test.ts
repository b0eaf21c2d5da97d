import { afterAll, beforeAll, expect, test } from 'vitest';
import { playStory } from '../../src/local/demo/story.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { openSystem, type System } from '../harness/system.ts';

let it: System;
beforeAll(async () => {
  it = await openSystem({}, true);
});
afterAll(() => it.close());

test('the story of the demo goes as told, over HTTP, and every party sees its part', { timeout: 60_000 }, async () => {
  const printed: string[] = [];
  const told = await playStory({
    url: it.system.url,
    token: (user) => requestToken(it.home, user),
    print: (line) => void printed.push(line),
  });
  expect(told.trail.length).toBeGreaterThan(10);
  expect(printed.length).toBeGreaterThan(20);
  expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
});

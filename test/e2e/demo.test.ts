import { afterAll, beforeAll, expect, test } from 'vitest';
import { playStory } from '../../src/local/demo/story.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { openSystem, type System } from '../harness/system.ts';

let it: System;
beforeAll(async () => {
  it = await openSystem({}, true);
});
afterAll(() => it.close());

test(
  'the story of the demo goes as told, over HTTP: three residents, each to the end, on less than four screens',
  { timeout: 90_000 },
  async () => {
    const printed: string[] = [];
    const { Truus, Willem, Gerrit } = await playStory({
      url: it.system.url,
      token: (user) => requestToken(it.home, user),
      print: (line) => void printed.push(line),
    });
    const { items } = (await it.api('huisarts', 'GET', '/referrals?limit=100')).json;
    const endings = new Map(items.map((item: { id: string; ending: string }) => [item.id, item.ending]));
    expect([Truus, Willem, Gerrit].map((id) => endings.get(id ?? ''))).toEqual(['afgerond', 'afgerond', 'uitval']);
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(printed.join('\n').split('\n').length).toBeLessThan(160);
  },
);

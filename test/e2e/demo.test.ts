import { afterAll, beforeAll, expect, test } from 'vitest';
import { playStory } from '../../src/local/demo/story.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { openSystem, type System } from '../harness/system.ts';
import { slowness } from '../harness/slowness.ts';

/** On a machine that does nothing else. */
const MOST_SECONDS = 15;

let it: System;
beforeAll(async () => {
  it = await openSystem({}, true);
});
afterAll(() => it.close());

test(
  'the story of the demo goes as told, over HTTP: five chains and a family in four of them, each to the end and soon',
  { timeout: 300_000 },
  async () => {
    const printed: string[] = [];
    const { told, seconds } = await playStory({
      url: it.system.url,
      token: (user) => requestToken(it.home, user),
      print: (line) => void printed.push(...line.split('\n')),
    });
    const endings = await Promise.all(
      told.map(async ({ name, referrer, id }) => [name, (await it.api(referrer, 'GET', `/cases/${id}`)).json.ending]),
    );
    expect(Object.fromEntries(endings)).toEqual({
      ...{ Truus: 'afgerond', Gerrit: 'uitval', Willem: 'afgerond' },
      ...{ Henk: 'afgerond-duurzaam', Ria: 'afgerond', Sem: 'afgerond', Noor: 'afgerond' },
      ...{ Yara: 'afgerond', Liv: 'afgerond', Karim: 'afgerond-duurzaam' },
    });
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(printed.length).toBeLessThan(320);
    expect(printed.filter((line) => line.length > 100)).toEqual([]);
    const factor = await slowness(it.api);
    for (const [chapter, took] of Object.entries(seconds)) expect(took, chapter).toBeLessThan(MOST_SECONDS * factor);
  },
);

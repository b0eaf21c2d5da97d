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
    const afgerond = ['Truus', 'Willem', 'Ria', 'Sem', 'Noor', 'Yara', 'Liv'].map((name) => [name, 'afgerond']);
    const duurzaam = ['Henk', 'Karim'].map((name) => [name, 'afgerond-duurzaam']);
    const expected = Object.fromEntries([...afgerond, ...duurzaam, ['Gerrit', 'uitval']]);
    expect(Object.fromEntries(endings)).toEqual(expected);
    expect((await it.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
    expect(printed.length).toBeLessThan(380);
    expect(printed.filter((line) => line.length > 100)).toEqual([]);
    const factor = await slowness(it);
    for (const [chapter, took] of Object.entries(seconds)) expect(took, chapter).toBeLessThan(MOST_SECONDS * factor);
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { slowness } from '../harness/slowness.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { gliJourneys } from '../journeys/vngg-gli.ts';
import type { Journey } from '../journeys/journey.ts';
import { hulpJourneys } from '../journeys/kansrijke-start-hulp.ts';
import { leeftijdJourneys } from '../journeys/kngg-leeftijd.ts';
import { playOverHttp } from '../journeys/play-over-http.ts';

/** Of real time, on a machine that does nothing else. */
const MOST_SECONDS = 5;

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

function named(journeys: readonly Journey[], begin: string): Journey {
  const found = journeys.find(({ name }) => name.startsWith(begin));
  if (found === undefined) throw new Error(`no journey ${begin}`);
  return found;
}

/** The same, but begun four weeks earlier, in week eight. */
function fromWeekEight({ referral, steps, ...journey }: Journey): Journey {
  return {
    ...journey,
    referral: { ...referral, anchors: { aterme: 'P32W' } },
    steps: [{ after: 'P4W', clock: [] }, ...steps],
  };
}

test.each([
  ['a GLI of 24 months', named(gliJourneys, 'een GLI van 24 maanden')],
  ['three and a half years in KnGG', named(leeftijdJourneys, 'drie en een half jaar')],
  ['Kansrijke Start from week eight to the second birthday', fromWeekEight(named(hulpJourneys, 'van week 12'))],
])('%s passes over HTTP in under five seconds of real time', { timeout: 240_000 }, async (name, journey) => {
  const before = await slowness(suite);
  const start = performance.now();
  const { facts, refused } = await playOverHttp(suite, journey);
  const seconds = (performance.now() - start) / 1000;
  const factor = Math.max(before, await slowness(suite));
  // oxlint-disable-next-line no-console -- the figure is what this test is for
  console.log(`${name}: ${seconds.toFixed(1)} s, ${facts.length} facts, machine ${factor.toFixed(1)} times slower`);
  expect(refused.filter((code) => code !== null)).toEqual(
    journey.steps.flatMap((step) => ('refused' in step ? (step.refused ?? []) : [])),
  );
  expect(facts.at(-1)).toMatchObject({ fact: 'ended', ending: journey.ending });
  expect(seconds).toBeLessThan(MOST_SECONDS * factor);
});

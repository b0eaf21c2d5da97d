import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { Fact } from '../../src/engine/facts.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { kansrijkeStartJourneys } from '../journeys/kansrijke-start.ts';
import { playInEngine } from '../journeys/play-in-engine.ts';
import { playOverHttp } from '../journeys/play-over-http.ts';
import { valpreventieJourneys } from '../journeys/valpreventie.ts';

// Every journey as its people would go it: requests to the API, cases in Temporal, facts in PostgreSQL, time moved for all.

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
  // In the morning, so that no journey crosses midnight while it is played.
  const morning = new Date(suite.clock.now() + 24 * 3_600_000);
  suite.clock.moveTo(morning.setUTCHours(8, 30, 0, 0));
});
afterAll(() => suite.close());

/** What both ways must agree on: what happened to which step, by whom in what role, on which local day. */
function told(fact: Fact): object {
  const actor = 'actor' in fact ? fact.actor : undefined;
  return {
    fact: fact.fact,
    ...('step' in fact ? { step: fact.step } : {}),
    ...('outcome' in fact ? { outcome: fact.outcome } : {}),
    ...('role' in fact ? { role: fact.role } : {}),
    ...(actor !== undefined && 'role' in actor ? { by: actor.role } : {}),
    day: localDateOf(fact.at),
  };
}

/** Residents have no account of their own yet with which they could refer themselves. */
const journeys = [...valpreventieJourneys, ...kansrijkeStartJourneys].filter(
  ({ referral }) => referral.who !== 'inwoner',
);

/** Whom a case is not shown, it does not exist for; the engine knows of no showing. */
function alike(http: readonly (string | null)[], engine: readonly (string | null)[]): readonly (string | null)[] {
  return http.map((code, index) => (code === 'not-found' && engine[index] === 'forbidden' ? 'forbidden' : code));
}

describe.each(journeys.map((journey) => [journey.name, journey] as const))('%s', (_name, journey) => {
  test('gives the same facts over HTTP as in the engine, tells the referrer the same, and leaves no orphan', async () => {
    const played = await playOverHttp(suite, journey);
    const start = played.facts[0]?.at ?? 0;
    const engine = playInEngine(journey, start);
    const refused = engine.seen.slice(1).map((seen) => seen.refused);
    expect(alike(played.refused, refused)).toEqual(refused);
    expect(played.facts.map(told)).toEqual(engine.facts.map(told));
    expect(played.feedback).toEqual(journey.feedback);
    expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
  });
});

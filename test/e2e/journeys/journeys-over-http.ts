import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentDefinition } from '../../../src/chains/index.ts';
import { actionsOf } from '../../../src/engine/actions.ts';
import { localDateOf } from '../../../src/engine/calendar/amsterdam.ts';
import type { Fact } from '../../../src/engine/facts.ts';
import { stateOf } from '../../harness/cases.ts';
import { openSuite, type Suite } from '../../harness/suite.ts';
import { userAmong } from '../../journeys/command-of.ts';
import type { Journey } from '../../journeys/journey.ts';
import { playInEngine } from '../../journeys/play-in-engine.ts';
import { playOverHttp, SELF } from '../../journeys/play-over-http.ts';

/**
 * Tells every journey as its people would go it: requests to the API, cases in Temporal, facts in PostgreSQL, time moved
 * for all. A file for each chain, so that they are told side by side.
 */
export function tellOverHttp(journeys: readonly Journey[]): void {
  let suite: Suite;
  beforeAll(async () => {
    suite = await openSuite();
    // In the morning, so that no journey crosses midnight while it is played.
    const morning = new Date(suite.clock.now() + 24 * 3_600_000);
    suite.clock.moveTo(morning.setUTCHours(8, 30, 0, 0));
  });
  afterAll(() => suite.close());

  describe.each(journeys.map((journey) => [journey.name, journey] as const))('%s', (_name, journey) => {
    // Five years with every wake-up, beside whatever else this machine does.
    const timeout = 180_000;
    test(
      'gives the same facts over HTTP as in the engine, tells the referrer the same, and leaves no orphan',
      { timeout },
      async () => {
        const played = await playOverHttp(suite, journey);
        const start = played.facts[0]?.at ?? 0;
        const engine = playInEngine(journey, start);
        const refused = engine.seen.slice(1).map((seen) => seen.refused);
        expect(alike(played.refused, refused)).toEqual(refused);
        expect(played.facts.map(told)).toEqual(engine.facts.map(told));
        expect(played.feedback).toEqual(journey.referral.who === SELF ? [] : journey.feedback);
        expect((await suite.api('beheerder', 'GET', '/orphans')).json.items).toEqual([]);
        if (journey.ending === null) await stop(suite, played.case);
      },
    );
  });
}

/** Else its clocks ring in every journey that comes after it. */
async function stop(suite: Suite, id: string): Promise<void> {
  const state = await stateOf(suite, id);
  const chain = currentDefinition(state.chain);
  const actions = chain === undefined ? [] : actionsOf(chain, state);
  const can = actions.flatMap((each) => (each.action === 'withdraw' ? each.parties : []));
  const who = userAmong(can)?.handle ?? '';
  const stopped = await suite.api(who, 'POST', `/cases/${id}/withdrawal`, { reason: { code: 'wachttijd' } });
  expect(stopped.json.status, stopped.text).toBe('ended');
}

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

/** Whom a case is not shown, it does not exist for; the engine knows of no showing. */
function alike(http: readonly (string | null)[], engine: readonly (string | null)[]): readonly (string | null)[] {
  return http.map((code, index) => (code === 'not-found' && engine[index] === 'forbidden' ? 'forbidden' : code));
}

import { describe, expect, test, vi } from 'vitest';
import { knggV1 } from '../../src/chains/kngg/v1/chain.ts';
import { tableA3 } from '../../src/chains/kngg/v1/rows.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { isAnswer } from '../../src/engine/facts.ts';
import { accountableOf } from '../../src/engine/state.ts';
import { type AnyChain, commonEvents } from '../../src/language/define.ts';
import type { Journey } from './journey.ts';
import { knggJourneys } from './kngg.ts';
import { type Played, playInEngine, type Seen } from './play-in-engine.ts';
import { DAY, HOUR, MONDAY } from './start-case.ts';

// The version as it will be registered: what plays a journey looks a chain up by its name.
vi.mock(import('../../src/chains/index.ts'), async (registry) => {
  const { knggV1: chain } = await import('../../src/chains/kngg/v1/chain.ts');
  const { knggV1Content: content } = await import('../../src/chains/kngg/v1/content.ts');
  const known = await registry();
  return {
    ...known,
    currentDefinition: (id) => (id === 'kngg' ? chain : known.currentDefinition(id)),
    contentOf: (id, version) => (id === 'kngg' ? content : known.contentOf(id, version)),
  };
});

/** What the journey says that is seen after its referral and after each of its steps. */
function expectedOf({ referral, steps }: Journey): Seen[] {
  let opens = [...referral.opens].sort();
  const seen: Seen[] = [{ refused: null, clock: [], opens }];
  for (const step of steps) {
    opens = step.opens === undefined ? opens : [...step.opens].sort();
    const waits = 'clock' in step;
    seen.push({ refused: waits ? null : (step.refused ?? null), clock: waits ? step.clock : [], opens });
  }
  return seen;
}

function shown({ state, seen, feedback, facts }: Played, { payer, gaps, links }: Journey): object {
  return {
    seen,
    feedback,
    ending: state.ending,
    ...(payer === undefined ? {} : { payer: state.payer?.payer ?? null }),
    ...(gaps === undefined ? {} : { gaps: facts.flatMap((fact) => (fact.fact === 'gap' ? [fact.gap] : [])) }),
    ...(links === undefined ? {} : { links: state.links.map(({ type, chain }) => `${type}: ${chain}`) }),
  };
}

/** Around both changes of the clock, over new year and a leap day, and on every day of a week. */
const STARTS = [0, 1, 2, 3, 4, 5, 6, 24, 26, 27, 28, 150, 236, 237, 238, 240, 300, 304, 727].map(
  (day) => MONDAY + day * DAY + ((day * 7) % 24) * HOUR,
);

describe.each(knggJourneys.map((journey) => [journey.name, journey] as const))('%s', (_name, journey) => {
  const { feedback, ending, payer, gaps, links } = journey;
  const whole = Object.entries({ payer, gaps, links }).filter(([, value]) => value !== undefined);
  const expected = { seen: expectedOf(journey), feedback, ending, ...Object.fromEntries(whole) };

  test('goes as it is written', () => {
    expect(shown(playInEngine(journey, MONDAY), journey)).toEqual(expected);
  });

  test('goes the same on other days and at other hours, also around the change of the clock', () => {
    for (const start of STARTS) {
      expect(shown(playInEngine(journey, start), journey), new Date(start).toISOString()).toEqual(expected);
    }
  });

  test('is rebuilt from its facts, and while it is open somebody is accountable', () => {
    const { facts, state } = playInEngine(journey, MONDAY);
    expect(rebuild(facts)).toEqual(state);
    expect(accountableOf(state) === null).toBe(ending !== null);
  });
});

describe('table a.3', () => {
  const chain: AnyChain = knggV1;
  const facts = knggJourneys.flatMap((journey) => playInEngine(journey, MONDAY).facts);
  const taken = new Set(
    facts.flatMap((fact) =>
      (fact.fact === 'decided' && !isAnswer(fact)) || fact.fact === 'ruled' ? [`${fact.step}: ${fact.outcome}`] : [],
    ),
  );

  test.each(tableA3.map(({ row, steps }) => [row, steps] as const))(
    'row %s is played, with every outcome',
    (_row, steps) => {
      const outcomes = steps.flatMap((step) =>
        Object.keys(chain.steps[step]?.outcomes ?? {}).map((outcome) => `${step}: ${outcome}`),
      );
      expect(outcomes.filter((each) => !taken.has(each))).toEqual([]);
    },
  );

  test('every ending is the ending of some journey', () => {
    const ends = new Set(knggJourneys.flatMap(({ ending }) => ending ?? []));
    expect(Object.keys(chain.endings).filter((ending) => !ends.has(ending))).toEqual([]);
  });

  test('everything that life may bring happens in some journey', () => {
    const happens = new Set(facts.flatMap((fact) => (fact.fact === 'happened' ? [fact.event] : [])));
    expect([...happens].sort()).toEqual(Object.keys(commonEvents).sort());
  });
});

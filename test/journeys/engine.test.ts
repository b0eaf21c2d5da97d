import { describe, expect, test } from 'vitest';
import { definitions } from '../../src/chains/index.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { accountableOf } from '../../src/engine/state.ts';
import type { Journey } from './journey.ts';
import { type Played, playInEngine, type Seen } from './play-in-engine.ts';
import { DAY, HOUR, MONDAY } from './start-case.ts';
import { valpreventieJourneys } from './valpreventie.ts';

const journeys = [...valpreventieJourneys];

/** What the journey says that is seen after its referral and after each of its steps. */
function expectedOf({ referral, steps }: Journey): Seen[] {
  let opens = referral.opens;
  const seen: Seen[] = [{ refused: null, clock: [], opens }];
  for (const step of steps) {
    const refused = 'clock' in step ? null : (step.refused ?? null);
    if (!('clock' in step) && refused === null) opens = step.opens ?? [];
    seen.push({ refused, clock: 'clock' in step ? step.clock : [], opens });
  }
  return seen;
}

function shown({ state, seen, feedback }: Played): object {
  return { seen, feedback, ending: state.ending };
}

describe.each(journeys.map((journey) => [journey.name, journey] as const))('%s', (_name, journey) => {
  const expected = { seen: expectedOf(journey), feedback: journey.feedback, ending: journey.ending };
  const played = playInEngine(journey, MONDAY);

  test('goes as it is written', () => {
    expect(shown(played)).toEqual(expected);
  });

  test('goes the same on whatever day of the year and at whatever hour it begins', () => {
    for (let day = 0; day < 366; day += 1) {
      const start = MONDAY + day * DAY + ((day * 7) % 24) * HOUR;
      expect(shown(playInEngine(journey, start)), new Date(start).toISOString()).toEqual(expected);
    }
  });

  test('is rebuilt from its facts, and while it is open somebody is accountable', () => {
    expect(rebuild(played.facts)).toEqual(played.state);
    expect(accountableOf(played.state) === null).toBe(journey.ending !== null);
  });
});

test('together the journeys take every outcome of every step of the newest chains', () => {
  const taken = new Set(
    journeys.flatMap((journey) =>
      playInEngine(journey, MONDAY).facts.flatMap((fact) =>
        fact.fact === 'decided' ? [`${journey.chain} ${fact.step}: ${fact.outcome}`] : [],
      ),
    ),
  );
  const all = Object.values(definitions).flatMap((versions) =>
    versions
      .slice(-1)
      .flatMap(({ id, steps }) =>
        Object.entries(steps).flatMap(([step, { outcomes }]) =>
          Object.keys(outcomes).map((outcome) => `${id} ${step}: ${outcome}`),
        ),
      ),
  );
  expect([...taken].sort()).toEqual(all.sort());
});

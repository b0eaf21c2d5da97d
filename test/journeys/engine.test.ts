import { describe, expect, test } from 'vitest';
import { definitions } from '../../src/chains/index.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { isAnswer, stageOutcomes } from '../../src/engine/facts.ts';
import { accountableOf } from '../../src/engine/state.ts';
import { commonEvents, commonSteps, OTHER_ENDED } from '../../src/language/define.ts';
import type { Journey } from './journey.ts';
import { type Played, playInEngine, type Seen } from './play-in-engine.ts';
import { regionalTables } from './regional-tables.ts';
import { DAY, HOUR, MONDAY } from './start-case.ts';
import { valpreventieV1Journeys } from './valpreventie.ts';

const journeys = regionalTables.flatMap((table) => table.journeys);
/** In the newest version of their chain, and what runs on an earlier one in that. */
const told: readonly (readonly [name: string, journey: Journey, version: number | undefined])[] = [
  ...journeys.map((journey) => [journey.name, journey, undefined] as const),
  ...valpreventieV1Journeys.map((journey) => [`${journey.name} (version 1)`, journey, 1] as const),
];

/** Around both changes of the clock, over new year and a leap day, and on every day of a week. */
const TELLING_DAYS = [0, 1, 2, 3, 4, 5, 6, 24, 26, 27, 28, 150, 236, 237, 238, 240, 300, 304, 727];
const EVERY_DAY = Array.from({ length: 366 }, (_, day) => day);

/** Over years a reminder falls on another side of a holiday: such a journey is told for days on which it does not. */
function daysFor({ chain }: Journey, version: number | undefined): readonly number[] {
  if (version !== undefined) return TELLING_DAYS;
  return chain === 'valpreventie' || chain === 'kansrijke-start' ? EVERY_DAY : TELLING_DAYS;
}

/** What the journey says that is seen after its referral and after each of its steps. */
function expectedOf({ referral, steps }: Journey): Seen[] {
  let opens = [...referral.opens].sort();
  const seen: Seen[] = [{ refused: null, clock: [], opens }];
  for (const step of steps) {
    const refused = 'clock' in step ? null : (step.refused ?? null);
    opens = step.opens === undefined ? opens : [...step.opens].sort();
    seen.push({ refused, clock: 'clock' in step ? step.clock : [], opens });
  }
  return seen;
}

/** What a journey says of the whole: what it does not mention is not looked at. */
function shown({ state, seen, feedback, facts }: Played, { payer, gaps, links }: Journey): object {
  return {
    seen,
    feedback,
    ending: state.ending,
    ...(payer === undefined ? {} : { payer: state.payer?.payer ?? null }),
    ...(gaps === undefined
      ? {}
      : { gaps: facts.flatMap((fact) => (fact.fact === 'gap' ? [`${fact.step}: ${fact.gap}`] : [])) }),
    ...(links === undefined ? {} : { links: state.links.map(({ type, chain }) => `${type}: ${chain}`) }),
  };
}

describe.each(told)('%s', (_name, journey, version) => {
  const { feedback, ending, payer, gaps, links } = journey;
  const whole = Object.entries({ payer, gaps, links }).filter(([, value]) => value !== undefined);
  const expected = { seen: expectedOf(journey), feedback, ending, ...Object.fromEntries(whole) };
  const played = playInEngine(journey, MONDAY, version);

  test('goes as it is written', () => {
    expect(shown(played, journey)).toEqual(expected);
  });

  test('goes the same on other days and at other hours, also around the change of the clock and over new year', () => {
    for (const day of daysFor(journey, version)) {
      const start = MONDAY + day * DAY + ((day * 7) % 24) * HOUR;
      expect(shown(playInEngine(journey, start, version), journey), new Date(start).toISOString()).toEqual(expected);
    }
  });

  test('is rebuilt from its facts, and while it is open somebody is accountable', () => {
    expect(rebuild(played.facts)).toEqual(played.state);
    expect(accountableOf(played.state) === null).toBe(ending !== null);
  });
});

/** Everything that was decided in all journeys together, by people and by rules. */
const played = journeys.flatMap((journey) =>
  playInEngine(journey, MONDAY).facts.map((fact) => ({ chain: journey.chain, fact })),
);
const decisions = played.flatMap(({ fact }) => (fact.fact === 'decided' ? [fact] : []));

test('together the journeys take every outcome of every step of the newest chains, and of every chain', () => {
  const newest = Object.values(definitions).flatMap((versions) => versions.slice(-1));
  // A case comes to that step by another one only: src/engine/follow-waits.test.ts.
  const { [OTHER_ENDED]: _other, ...alone } = commonSteps;
  const all = [...newest, { id: 'every chain', steps: alone }].flatMap(({ id, steps }) =>
    Object.entries(steps).flatMap(([step, { outcomes }]) =>
      Object.keys(outcomes).map((outcome) => `${id}, ${step}: ${outcome}`),
    ),
  );
  const taken = played.flatMap(({ chain, fact }) => {
    if (fact.fact !== 'ruled' && (fact.fact !== 'decided' || isAnswer(fact))) return [];
    const whose = Object.hasOwn(commonSteps, fact.step) ? 'every chain' : chain;
    return [`${whose}, ${fact.step}: ${fact.outcome}`];
  });
  expect([...new Set(taken)].sort()).toEqual(all.sort());
});

test('together the journeys answer offers in every way, and see every common event', () => {
  const answers = decisions.filter(isAnswer).map(({ outcome }) => outcome);
  expect([...new Set(answers)].sort()).toEqual(Object.keys(stageOutcomes).sort());
  const events = journeys.flatMap(({ steps }) => steps.flatMap((step) => ('happens' in step ? step.happens : [])));
  const own = Object.values(definitions).flatMap((versions) => Object.keys(versions.at(-1)?.events ?? {}));
  expect([...new Set(events)].sort()).toEqual([...new Set([...Object.keys(commonEvents), ...own, 'geboorte'])].sort());
});

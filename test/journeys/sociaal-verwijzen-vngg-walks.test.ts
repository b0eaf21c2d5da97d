import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sociaalVerwijzenV1 } from '../../src/chains/sociaal-verwijzen/v1/chain.ts';
import { vnggV1 } from '../../src/chains/vngg/v1/chain.ts';
import { actionsFor, actionsOf } from '../../src/engine/actions.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { partyOf } from '../../src/engine/parties.ts';
import { Refused } from '../../src/engine/refused.ts';
import { accountableOf, nextWakeAt } from '../../src/engine/state.ts';
import { type AnyChain, commonEndings, commonSteps, QUESTION } from '../../src/language/define.ts';
import { play, randomMoves, randomStart } from './random-play.ts';
import { factsOf, statesOf, type Walk } from './walks.ts';

/** Walks per guarantee and chain. */
const WALKS = 400;

/**
 * A walk keeps codes that mean nothing, such as 'a' and 'groep': here they mean what the chain asks. And it seldom makes
 * three attempts on three days: here none is asked. The journeys play both as they are.
 */
function inCodesOfWalks(chain: AnyChain, meant: Readonly<Record<string, string>>): AnyChain {
  const text = Object.entries(meant).reduce(
    (said, [code, walked]) => said.replaceAll(`"${code}"`, `"${walked}"`),
    JSON.stringify(chain).replaceAll(/\{"attempts":\d\}/g, '{"atMost":9}'),
  );
  return JSON.parse(text) as AnyChain;
}

const chains: readonly (readonly [string, AnyChain])[] = [
  ['Sociaal Verwijzen', inCodesOfWalks(sociaalVerwijzenV1, { nee: 'a' })],
  ['VnGG', inCodesOfWalks(vnggV1, { matig: 'a', sterk: 'b', cool: 'groep' })],
];

/** Begins at any step of the case's own branch: few walks come far by themselves. */
const anywhere = fc
  .tuple(randomStart, fc.noBias(fc.nat({ max: 9999 })))
  .map(([start, entry]) => ({ ...start, entry, option: 0 }));

describe.each(chains)('every case of %s', (_name, chain) => {
  const forEveryWalk = (holds: (walk: Walk) => void, walks = WALKS): void => {
    const property = fc.property(anywhere, randomMoves, (start, moves) => {
      holds({ chain, ...play(chain, start, moves) });
    });
    fc.assert(property, { numRuns: walks });
  };

  test('is open, paused or ended; while it lives somebody is accountable and has an action, and it wakes up again', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        const lives = state.status !== 'ended';
        expect({ open: state.open.length > 0, goesOn: state.ending === null }).toEqual({ open: lives, goesOn: lives });
        expect(nextWakeAt(state) !== null).toBe(lives);
        const accountable = accountableOf(state);
        expect(accountable !== null).toBe(lives);
        if (accountable === null) continue;
        expect(accountable.organisation).not.toBeNull();
        expect(actionsFor(chain, state, partyOf(accountable)).length).toBeGreaterThan(0);
      }
    });
  });

  test('has somebody who can decide every step that stands open, once', () => {
    forEveryWalk((walk) => {
      for (const state of statesOf(walk)) {
        const names = state.open.flatMap(({ step, item }) => (step === QUESTION ? [] : `${step}#${item ?? ''}`));
        expect(new Set(names).size).toBe(names.length);
        if (state.status !== 'open') continue;
        const decidable = new Set(
          actionsOf(chain, state).flatMap((each) =>
            (each.action === 'decide' || each.action === 'answer') && each.parties.length > 0 ? [each.openStep] : [],
          ),
        );
        expect(state.open.map(({ id }) => id).filter((id) => !decidable.has(id))).toEqual([]);
      }
    });
  });

  test('waits at a join only for what is still live', () => {
    forEveryWalk((walk) => {
      for (const { arrived, open, withheld } of statesOf(walk)) {
        for (const { step, branch } of arrived) {
          const join = chain.steps[step]?.join ?? [];
          const heads = [...open, ...withheld.open].flatMap((each) =>
            each.branch === branch ? [] : [each.branch.split('/').at(-1)?.split('#')[0] ?? ''],
          );
          expect(heads.some((head) => join.includes(head))).toBe(true);
        }
      }
    });
  });

  test('is rebuilt from its facts, and no clock ever ends it', () => {
    forEveryWalk((walk) => {
      const facts = factsOf(walk);
      expect(rebuild(facts)).toEqual(statesOf(walk).at(-1));
      const byClock = facts.filter(({ command }) => command === null).map(({ fact }) => fact);
      expect(byClock.filter((fact) => fact === 'ended' || fact === 'decided' || fact === 'consented')).toEqual([]);
    });
  });

  test('passes the consent step only with consent', () => {
    forEveryWalk(({ moments }) => {
      for (const { command, result } of moments) {
        if (command?.kind !== 'decide' || command.outcome === 'omleiden' || result instanceof Refused) continue;
        const decided = result.facts.findIndex(({ fact }) => fact === 'decided');
        const passed = result.facts
          .slice(decided)
          .some((fact) => fact.fact === 'opened' && chain.afterConsent.includes(fact.step) && !isLater(fact.stage));
        expect(passed && !result.state.consents.includes('overdracht')).toBe(false);
      }
    });
  });

  test('is told to the referrer when people end it, unless it was silenced', () => {
    forEveryWalk((walk) => {
      const facts = factsOf(walk);
      const ended = facts.findIndex(({ fact }) => fact === 'ended');
      if (ended < 0 || facts.some(({ fact }) => fact === 'silenced')) return;
      expect(facts.slice(0, ended).some(({ fact }) => fact === 'informed')).toBe(true);
    });
  });

  test('may come to every step and ending, and by every outcome that asks nothing of what came before', () => {
    const steps = new Set<string>();
    const endings = new Set<string>();
    const outcomes = new Set<string>();
    forEveryWalk((walk) => {
      for (const fact of factsOf(walk)) {
        if (fact.fact === 'opened' || fact.fact === 'ruled') steps.add(fact.step);
        if (fact.fact === 'ended') endings.add(fact.ending);
        if (fact.fact === 'decided' || fact.fact === 'ruled') outcomes.add(`${fact.step}: ${fact.outcome}`);
      }
    }, 7 * WALKS);
    const unseen = (all: readonly string[], seen: ReadonlySet<string>): string[] =>
      all.filter((each) => !seen.has(each));
    expect(unseen(Object.keys(chain.steps), steps)).toEqual([]);
    const { 'zwangerschap-beeindigd': _pregnancy, ...shared } = commonEndings;
    expect(unseen([...Object.keys(chain.endings), ...Object.keys(shared)], endings)).toEqual([]);
    const { 'persoonlijk-afgezegd': _called, vraag: _asked, 'toestemming-besluit': _lost, ...common } = commonSteps;
    const all = Object.entries({ ...chain.steps, ...common }).flatMap(([step, { outcomes: own }]) =>
      Object.entries(own).flatMap(([outcome, { when }]) => (when === undefined ? `${step}: ${outcome}` : [])),
    );
    expect(unseen(all, outcomes)).toEqual([]);
  }, 60_000);
});

/** A later stage of an offer is no new transfer. */
function isLater(stage: string): boolean {
  return stage !== 'open' && stage !== 'offered';
}

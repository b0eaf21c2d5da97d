import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knggV1 } from '../../src/chains/kngg/v1/chain.ts';
import { actionsFor, actionsOf } from '../../src/engine/actions.ts';
import { rebuild } from '../../src/engine/evolve.ts';
import { partyOf } from '../../src/engine/parties.ts';
import { Refused } from '../../src/engine/refused.ts';
import { accountableOf, nextWakeAt } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import { type AnyChain, commonEndings } from '../../src/language/define.ts';
import { play, randomMoves, randomStart } from './random-play.ts';
import { factsOf, statesOf, type Walk } from './walks.ts';

/** Walks per guarantee. */
const WALKS = 300;

/**
 * A walk keeps codes that mean nothing, such as 'a' and 'b': here they mean a class. Birthdays become known on the way,
 * because a walk refers without dates.
 */
const chain: AnyChain = {
  ...(JSON.parse(
    JSON.stringify(knggV1).replaceAll('"in":["matig","sterk","extreem"]', '"in":["a","b","groep"]'),
  ) as AnyChain),
  events: Object.fromEntries(
    Object.keys(knggV1.anchors).map((anchor) => [
      `jarig-${anchor}`,
      { label: 'Jarig', anchor, planned: true as const },
    ]),
  ),
};

function forEveryWalk(holds: (walk: Walk) => void, walks = WALKS): void {
  const property = fc.property(randomStart, randomMoves, (start, moves) => {
    holds({ chain, ...play(chain, start, moves) });
  });
  fc.assert(property, { numRuns: walks });
}

describe('every case of KnGG', () => {
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
        const names = state.open.map(({ step, id }) => (step === 'vraag' ? id : step));
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

  test('is rebuilt from its facts, and no clock ever decides, consents or ends', () => {
    forEveryWalk((walk) => {
      const facts = factsOf(walk);
      expect(rebuild(facts)).toEqual(statesOf(walk).at(-1));
      const byClock = facts.filter(({ command }) => command === null).map(({ fact }) => fact);
      expect(byClock.filter((fact) => fact === 'ended' || fact === 'decided' || fact === 'consented')).toEqual([]);
    });
  });

  test('wakes up later than now after any tick', () => {
    forEveryWalk(({ moments }) => {
      for (const { before, now } of moments) {
        expect(nextWakeAt(tick(chain, before, now).state) ?? Infinity).toBeGreaterThan(now);
      }
    });
  });

  test('passes the consent step only with consent', () => {
    forEveryWalk(({ moments }) => {
      for (const { command, result } of moments) {
        if (command?.kind !== 'decide' || command.outcome === 'omleiden' || result instanceof Refused) continue;
        const decided = result.facts.findIndex(({ fact }) => fact === 'decided');
        const passed = result.facts
          .slice(decided)
          .some(
            (fact) =>
              fact.fact === 'opened' &&
              chain.afterConsent.includes(fact.step) &&
              (fact.stage === 'open' || fact.stage === 'offered'),
          );
        expect(!passed || result.state.consents.includes('overdracht')).toBe(true);
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

  test('never bridges with more than four consults, and begins no kinder-GLI without a class from matig on', () => {
    forEveryWalk((walk) => {
      const facts = factsOf(walk);
      const undone = new Set(facts.flatMap((fact) => (fact.fact === 'corrected' ? [fact.undoes] : [])));
      const consults = facts.filter(
        (fact) => fact.fact === 'decided' && fact.step === 'overbrugging' && fact.outcome === 'consult',
      );
      expect(consults.filter(({ seq }) => !undone.has(seq)).length).toBeLessThanOrEqual(4);
      for (const { command, before, result } of walk.moments) {
        if (command?.kind !== 'decide' || command.outcome !== 'met-kinder-gli' || result instanceof Refused) continue;
        expect(['a', 'b', 'groep']).toContain(before.kept.ggr);
      }
    });
  });

  test('may come to every step and every ending: walks reach them all', () => {
    const steps = new Set<string>();
    const endings = new Set<string>();
    forEveryWalk((walk) => {
      for (const fact of factsOf(walk)) {
        if (fact.fact === 'opened' || fact.fact === 'ruled') steps.add(fact.step);
        if (fact.fact === 'ended') endings.add(fact.ending);
      }
    }, 8 * WALKS);
    expect(Object.keys(chain.steps).filter((step) => !steps.has(step))).toEqual([]);
    const { 'zwangerschap-beeindigd': _pregnancy, ...shared } = commonEndings;
    expect([...Object.keys(chain.endings), ...Object.keys(shared)].filter((each) => !endings.has(each))).toEqual([]);
  });
});

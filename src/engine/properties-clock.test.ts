import { describe, expect, test } from 'vitest';
import { factsOf, forEveryMoment, forEveryWalk, statesOf } from '../../test/journeys/walks.ts';
import { ageOf } from './age.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import { type FactKind, isAnswer } from './facts.ts';
import { Refused } from './refused.ts';
import { type CaseState, nextWakeAt } from './state.ts';
import { tick } from './tick.ts';

/** What people do, and no clock ever. */
const BY_PEOPLE: readonly FactKind[] = [
  'started',
  'decided',
  'attempted',
  'consented',
  'marked',
  'linked',
  'grouped',
  'ungrouped',
  'anchored',
  'paused',
  'withdrawn',
  'happened',
  'silenced',
  'ended',
  'assigned',
  'asked',
  'agreed',
  'released',
  'corrected',
  'amended',
];

describe('a clock is not a person', () => {
  test('it decides nothing, says nothing for anybody, and ends nothing', () => {
    forEveryWalk((walk) => {
      const byClock = factsOf(walk).filter(({ command }) => command === null);
      expect(byClock.map(({ fact }) => fact).filter((fact) => BY_PEOPLE.includes(fact))).toEqual([]);
    });
  });

  test('after a tick the next wake-up is later than now, and a second tick has nothing to do', () => {
    forEveryMoment(({ before, now }, chain) => {
      const { state } = tick(chain, before, now);
      expect(nextWakeAt(state) ?? Infinity).toBeGreaterThan(now);
      expect(tick(chain, state, now).facts).toEqual([]);
    });
  });

  test('the same holds right after any command that was accepted', () => {
    forEveryMoment(({ result, now }, chain) => {
      if (result instanceof Refused) return;
      const { state } = tick(chain, result.state, now);
      expect(nextWakeAt(state) ?? Infinity).toBeGreaterThan(now);
    });
  });

  test('what was due before a command is handled before it', () => {
    forEveryMoment(({ before, command, now, result }, chain) => {
      if (command === null || result instanceof Refused) return;
      const due = tick(chain, before, now).facts;
      expect(result.facts.slice(0, due.length)).toEqual(due);
      expect(result.facts.slice(due.length).every((fact) => fact.command !== null)).toBe(true);
    });
  });

  test('a case that is woken at each of its moments is never woken in vain', () => {
    forEveryMoment(({ before, now }, chain) => {
      const wake = nextWakeAt(before);
      if (wake === null || wake > now) return;
      expect(tick(chain, before, wake).facts.length).toBeGreaterThan(0);
    });
  });
});

describe('a term', () => {
  test('never ends before the step was opened, also after its dates moved or the case was paused', () => {
    forEveryWalk((walk) => {
      for (const { open } of statesOf(walk)) {
        for (const { dueAt, openedAt } of open) expect(dueAt).toBeGreaterThanOrEqual(openedAt);
      }
    });
  });

  test('never ends sooner because of a pause', () => {
    forEveryMoment(({ before, result }) => {
      if (result instanceof Refused) return;
      const resumed = result.facts.findIndex(({ fact }) => fact === 'resumed');
      if (resumed < 0 || result.facts.some(({ fact }) => fact === 'anchored')) return;
      const sooner = result.facts.slice(resumed).filter((fact) => {
        const earlier = fact.fact === 'rescheduled' && before.open.find(({ id }) => id === fact.openStep);
        return earlier && fact.fact === 'rescheduled' && fact.dueAt < earlier.dueAt;
      });
      expect(sooner).toEqual([]);
    });
  });

  test('goes up its ladder only: an opening is not reminded twice, nor late twice, nor escalated before it is late', () => {
    forEveryWalk((walk) => {
      const ladder = new Map<string, string[]>();
      const movedBy = new Map<string, string | null>();
      const facts = factsOf(walk);
      for (const fact of facts) {
        if (fact.fact === 'corrected') {
          // Who was late, and is so again because what moved the term was taken back, goes on where the ladder was.
          const undone = facts.find(({ seq }) => seq === fact.undoes)?.command;
          for (const { id, late } of fact.restores['open'] as CaseState['open']) {
            const rungs = ladder.get(id) ?? [];
            const moved = rungs.lastIndexOf('again');
            const back = late && moved >= 0 && movedBy.get(id) === undone && !rungs.slice(moved).includes('late');
            if (back) rungs.splice(moved, 1);
          }
          continue;
        }
        const rung = fact.fact === 'expired' ? 'late' : fact.fact;
        if (rung !== 'reminded' && rung !== 'late' && rung !== 'escalated' && rung !== 'rescheduled') continue;
        if (!('openStep' in fact)) continue;
        const again = fact.fact === 'rescheduled' && !fact.late ? 'again' : rung;
        if (again === 'again') movedBy.set(fact.openStep, fact.command);
        ladder.set(fact.openStep, [...(ladder.get(fact.openStep) ?? []), again]);
      }
      for (const rungs of ladder.values()) {
        const [first = '', ...moved] = rungs
          .filter((rung) => rung !== 'rescheduled')
          .join(' ')
          .split(/ ?again ?/);
        expect(first).toMatch(/^((reminded )?late( escalated)*|reminded|)$/);
        for (const rest of moved) expect(rest).toMatch(/^((reminded )?late( escalated)*|reminded|)$/);
        expect(rungs.filter((rung) => rung === 'reminded').length).toBeLessThanOrEqual(1);
      }
    });
  });
});

describe('a pause', () => {
  test('lasts no longer than six months, with those before it, since the last decision', () => {
    const SIX_MONTHS = 185 * 86_400_000;
    forEveryWalk((walk) => {
      let paused: { from: number; until: number } | null = null;
      for (const fact of factsOf(walk)) {
        if (fact.fact === 'decided' && !isAnswer(fact)) paused = null;
        if (fact.fact !== 'paused') continue;
        paused ??= { from: fact.at, until: fact.untilAt };
        expect(fact.untilAt - paused.from).toBeLessThan(SIX_MONTHS);
        expect(fact.until > localDateOf(fact.at)).toBe(true);
      }
    });
  });

  test('counts in the gross age of a case and not in the net age, which never runs back', () => {
    forEveryMoment(({ before, now, result }) => {
      const { gross, net } = ageOf(before, now);
      expect(net).toBeGreaterThanOrEqual(0);
      expect(net).toBeLessThanOrEqual(gross);
      if (result instanceof Refused) return;
      expect(ageOf(result.state, now + 1).net).toBeGreaterThanOrEqual(ageOf(result.state, now).net);
    });
  });
});

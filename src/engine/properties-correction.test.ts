import { describe, expect, test } from 'vitest';
import { DAY } from '../../test/journeys/start-case.ts';
import { resultOf } from '../../test/journeys/random-play.ts';
import { forEveryMoment, WALKS } from '../../test/journeys/walks.ts';
import { apply } from './apply.ts';
import type { Fact, FactKind } from './facts.ts';
import type { Correct } from './messages.ts';
import { Refused } from './refused.ts';
import { type CaseState, nextWakeAt } from './state.ts';
import { tick } from './tick.ts';

/** All but what tells one opening, one fact and one moment from another. */
function inAllThatCounts({ rounds: _rounds, seq: _seq, last: _last, ...rest }: CaseState): object {
  return rest;
}

/** The correction of what was done last, by who did it. */
function correctionOf({ last }: CaseState, facts: readonly Fact[]): Correct {
  if (last === null) throw new Error('there is nothing to take back');
  const { seq, role, organisation } = last;
  return { kind: 'correct', actor: { role, organisation, practitioner: null }, seq, reason: 'vergissing', facts };
}

const PRESSING: readonly FactKind[] = ['reminded', 'late', 'escalated', 'expired', 'informed'];

describe('a correction', () => {
  test('right after a decision or an event gives the case as it was before', () => {
    let seen = 0;
    forEveryMoment(({ before, facts, command, now, result }, chain) => {
      if (result instanceof Refused || (command?.kind !== 'decide' && command?.kind !== 'event')) return;
      if (result.state.last === null) return;
      const told = [...facts, ...result.facts];
      const corrected = apply(chain, result.state, 'x', correctionOf(result.state, told), now);
      const was = tick(chain, before, now).state;
      expect(inAllThatCounts(corrected.state)).toEqual(inAllThatCounts(was));
      seen += 1;
    });
    expect(seen).toBeGreaterThan(WALKS / 2);
  });

  test('some days later gives the same steps, codes and dates, unless time did something in between', () => {
    let seen = 0;
    forEveryMoment(({ before, facts, command, now, result }, chain) => {
      if (result instanceof Refused || (command?.kind !== 'decide' && command?.kind !== 'event')) return;
      if (result.state.last === null || command.actor.organisation === null) return;
      const later = now + 12 * DAY;
      const since = tick(chain, result.state, later).facts;
      const told = [...facts, ...result.facts];
      const corrected = resultOf(() => apply(chain, result.state, 'x', correctionOf(result.state, told), later));
      const quiet = since.every(({ fact }) => PRESSING.includes(fact));
      expect(corrected instanceof Refused).toBe(!quiet);
      if (corrected instanceof Refused) return;
      // What was due in the meantime is still to come, at once.
      expect(nextWakeAt(corrected.state)).toBeGreaterThan(later);
      const { state } = tick(chain, corrected.state, later + 1);
      // What the case would be by now, had nothing been decided.
      const was = tick(chain, tick(chain, before, now).state, later + 1).state;
      expect(state.open.map(({ id }) => id)).toEqual(was.open.map(({ id }) => id));
      expect(spansOf(state)).toEqual(spansOf(was));
      const { kept, anchors, payer, parties, outcomes, decidedAt, taken, scheduled, arrived, consents } = was;
      expect(state).toMatchObject({ kept, anchors, payer, parties, outcomes, decidedAt, taken });
      expect(state).toMatchObject({ scheduled, arrived, consents });
      seen += 1;
    });
    expect(seen).toBeGreaterThan(WALKS / 10);
  });

  test('of what it took back can not be made twice, and never brings back an opening that is not the same one', () => {
    forEveryMoment(({ facts, command, now, result }, chain) => {
      if (command?.kind !== 'correct' || result instanceof Refused) return;
      const told = [...facts, ...result.facts];
      const twice = resultOf(() => apply(chain, result.state, 'x', { ...command, facts: told }, now));
      expect(twice).toBeInstanceOf(Refused);
      const openings = new Map(told.flatMap((fact) => (fact.fact === 'opened' ? [[fact.openStep, fact.at]] : [])));
      for (const { id, openedAt } of result.state.open) expect(openings.get(id)).toBe(openedAt);
    });
  });

  test('with facts that are not all there is changes nothing', () => {
    forEveryMoment(({ before, facts, now, id }, chain) => {
      if (before.last === null || Number(id.slice(1)) % 3 !== 0) return;
      for (const wrong of [
        facts.slice(0, before.last.seq - 1),
        facts.slice(1),
        facts.filter(({ seq }) => seq !== 2),
        [],
      ]) {
        expect(resultOf(() => apply(chain, before, 'x', correctionOf(before, wrong), now))).toBeInstanceOf(Refused);
      }
    });
  });
});

function spansOf({ open }: CaseState): object[] {
  return open.map(({ id, dueAt, notBefore, aim, late }) => ({ id, dueAt, notBefore, aim, late }));
}

import { expect } from 'vitest';
import { apply } from '../../../src/engine/apply.ts';
import type { Fact, FactKind } from '../../../src/engine/facts.ts';
import type { Correct } from '../../../src/engine/messages.ts';
import { Refused } from '../../../src/engine/refused.ts';
import { type CaseState, nextWakeAt } from '../../../src/engine/state.ts';
import { tick } from '../../../src/engine/tick.ts';
import { resultOf } from '../random-play.ts';
import { DAY } from '../start-case.ts';
import { type Guarantee, later, same } from './guarantee.ts';

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

function spansOf({ open }: CaseState): object[] {
  return open.map(({ id, dueAt, notBefore, aim, late }) => ({ id, dueAt, notBefore, aim, late }));
}

const PRESSING: readonly FactKind[] = ['reminded', 'late', 'escalated', 'expired', 'informed'];

export const corrections: readonly Guarantee[] = [
  {
    name: 'a correction right after a decision or an event gives the case as it was before',
    deep: true,
    seen: 1000,
    holds: ({ chain, moments }) => {
      let seen = 0;
      for (const { facts, command, now, ticked, result } of moments) {
        if (result instanceof Refused || (command?.kind !== 'decide' && command?.kind !== 'event')) continue;
        if (result.state.last === null) continue;
        const told = [...facts, ...result.facts];
        const corrected = apply(chain, result.state, 'x', correctionOf(result.state, told), now);
        same(inAllThatCounts(corrected.state), inAllThatCounts(ticked.state));
        seen += 1;
      }
      return seen;
    },
  },
  {
    name: 'a correction some days later gives the same steps, codes and dates, unless time did something in between',
    deep: true,
    seen: 200,
    holds: ({ chain, moments }) => {
      let seen = 0;
      for (const { facts, command, now, ticked, result } of moments) {
        if (result instanceof Refused || (command?.kind !== 'decide' && command?.kind !== 'event')) continue;
        if (result.state.last === null || command.actor.organisation === null) continue;
        const afterwards = now + 12 * DAY;
        const since = tick(chain, result.state, afterwards).facts;
        const told = [...facts, ...result.facts];
        const corrected = resultOf(() => apply(chain, result.state, 'x', correctionOf(result.state, told), afterwards));
        const quiet = since.every(({ fact }) => PRESSING.includes(fact));
        // What fell silent can be taken back for a day.
        const silenced = result.state.silenced && !ticked.state.silenced;
        same(corrected instanceof Refused, !quiet || silenced);
        if (corrected instanceof Refused) continue;
        // What was due in the meantime is still to come, at once.
        later(nextWakeAt(corrected.state), afterwards);
        const { state } = tick(chain, corrected.state, afterwards + 1);
        // What the case would be by now, had nothing been decided.
        const was = tick(chain, ticked.state, afterwards + 1).state;
        same(
          state.open.map(({ id }) => id),
          was.open.map(({ id }) => id),
        );
        same(spansOf(state), spansOf(was));
        const { kept, anchors, payer, parties, outcomes, decidedAt, taken, scheduled, arrived, consents } = was;
        expect(state).toMatchObject({ kept, anchors, payer, parties, outcomes, decidedAt, taken });
        expect(state).toMatchObject({ scheduled, arrived, consents });
        seen += 1;
      }
      return seen;
    },
  },
  {
    name: 'a correction cannot be made twice, and never brings back an opening that is not the same one',
    holds: ({ chain, moments }) => {
      for (const { facts, command, now, result } of moments) {
        if (command?.kind !== 'correct' || result instanceof Refused) continue;
        const told = [...facts, ...result.facts];
        const twice = resultOf(() => apply(chain, result.state, 'x', { ...command, facts: told }, now));
        expect(twice).toBeInstanceOf(Refused);
        const openings = new Map(told.flatMap((fact) => (fact.fact === 'opened' ? [[fact.openStep, fact.at]] : [])));
        for (const { id, openedAt } of result.state.open) same(openings.get(id), openedAt);
      }
    },
  },
  {
    name: 'a correction with facts that are not all there is changes nothing',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const [index, { before, facts, now }] of moments.entries()) {
        if (before.last === null || index % 3 !== 0) continue;
        const cuts = [facts.slice(0, before.last.seq - 1), facts.slice(1), facts.filter(({ seq }) => seq !== 2), []];
        for (const wrong of cuts) {
          expect(resultOf(() => apply(chain, before, 'x', correctionOf(before, wrong), now))).toBeInstanceOf(Refused);
        }
      }
    },
  },
];

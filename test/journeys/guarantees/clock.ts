import { ageOf } from '../../../src/engine/age.ts';
import { localDateOf } from '../../../src/engine/calendar/amsterdam.ts';
import { type FactKind, isAnswer } from '../../../src/engine/facts.ts';
import { Refused } from '../../../src/engine/refused.ts';
import { nextWakeAt } from '../../../src/engine/state.ts';
import { tick } from '../../../src/engine/tick.ts';
import { type Guarantee, later, none, same, truly } from './guarantee.ts';

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

const SIX_MONTHS = 185 * 86_400_000;

/** A clock is not a person. */
export const clock: readonly Guarantee[] = [
  {
    name: 'a clock decides nothing, says nothing for anybody, and ends nothing',
    holds: ({ facts }) => none(facts.filter(({ command, fact }) => command === null && BY_PEOPLE.includes(fact))),
  },
  {
    name: 'after a tick the next wake-up is later than now, and a second tick has nothing to do',
    holds: ({ chain, moments }) => {
      for (const { ticked, now } of moments) {
        later(nextWakeAt(ticked.state), now);
        none(tick(chain, ticked.state, now).facts);
      }
    },
  },
  {
    name: 'right after a command that was accepted a tick leaves the next wake-up later than now',
    holds: ({ chain, moments }) => {
      for (const { result, now } of moments) {
        if (!(result instanceof Refused)) later(nextWakeAt(tick(chain, result.state, now).state), now);
      }
    },
  },
  {
    name: 'what was due before a command is handled before it',
    holds: ({ moments }) => {
      for (const { command, ticked, result } of moments) {
        if (command === null || result instanceof Refused) continue;
        const due = ticked.facts.length;
        if (due > 0) same(result.facts.slice(0, due), ticked.facts);
        none(result.facts.slice(due).filter((fact) => fact.command === null));
      }
    },
  },
  {
    name: 'a case that is woken at each of its moments is never woken in vain',
    holds: ({ chain, moments }) => {
      for (const { before, now } of moments) {
        const wake = nextWakeAt(before);
        if (wake === null || wake > now) continue;
        truly(tick(chain, before, wake).facts.length > 0, `nothing happens at ${new Date(wake).toISOString()}`);
      }
    },
  },
  {
    name: 'a pause lasts no longer than six months, with those before it, since the last decision',
    holds: ({ facts }) => {
      let paused: { from: number; until: number } | null = null;
      for (const fact of facts) {
        if (fact.fact === 'decided' && !isAnswer(fact)) paused = null;
        if (fact.fact !== 'paused') continue;
        paused ??= { from: fact.at, until: fact.untilAt };
        truly(fact.untilAt - paused.from < SIX_MONTHS, `paused until ${fact.until}`);
        truly(fact.until > localDateOf(fact.at), `paused on ${localDateOf(fact.at)} until ${fact.until}`);
      }
    },
  },
  {
    name: 'a pause counts in the gross age of a case and not in the net age, which never runs back',
    holds: ({ moments }) => {
      for (const { before, now, result } of moments) {
        const { gross, net } = ageOf(before, now);
        truly(net >= 0 && net <= gross, `net ${net} of gross ${gross}`);
        if (result instanceof Refused) continue;
        truly(ageOf(result.state, now + 1).net >= ageOf(result.state, now).net, 'the net age runs back');
      }
    },
  },
];

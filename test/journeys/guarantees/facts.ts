import { evolve, rebuild } from '../../../src/engine/evolve.ts';
import type { Fact } from '../../../src/engine/facts.ts';
import { Refused } from '../../../src/engine/refused.ts';
import type { CaseState } from '../../../src/engine/state.ts';
import { type Guarantee, none, same } from './guarantee.ts';

/** Facts are all there is. */
export const facts: readonly Guarantee[] = [
  {
    name: 'facts are numbered 1 to n and rebuild the state after every move',
    deep: true,
    holds: ({ first, moments }) => {
      let rebuilt: CaseState | null = null;
      const fold = (added: readonly Fact[]): void => added.forEach((fact) => (rebuilt = evolve(rebuilt, fact)));
      fold(first.facts);
      same(rebuilt, first.state);
      for (const { result } of moments) {
        if (result instanceof Refused) continue;
        fold(result.facts);
        same(rebuilt, result.state);
      }
    },
  },
  {
    name: 'facts of a whole case are numbered 1 to n and rebuild its last state',
    holds: ({ facts: all, states }) => {
      none(all.filter(({ seq }, index) => seq !== index + 1));
      same(rebuild(all), states.at(-1));
    },
  },
  {
    name: 'facts rebuild the state also after they travelled as JSON, as the state itself does',
    deep: true,
    holds: ({ facts: all, states }) => {
      const last = states.at(-1);
      same(rebuild(JSON.parse(JSON.stringify(all)) as Fact[]), last);
      same(JSON.parse(JSON.stringify(last)), last);
    },
  },
  {
    name: 'times of facts never go back',
    holds: ({ facts: all }) => none(all.filter(({ at }, index) => at < (all[index - 1]?.at ?? at))),
  },
  {
    name: 'an opening has an id that no other opening ever has',
    holds: ({ facts: all }) => {
      const opened = all.flatMap((fact) => (fact.fact === 'opened' ? [fact.openStep] : []));
      same(new Set(opened).size, opened.length);
    },
  },
  {
    name: 'a command counts once: its id stands on the facts of one moment, and on nothing that a clock did',
    holds: ({ first, moments }) => {
      none(first.facts.filter(({ command }) => command !== 'c0'));
      for (const { id, command, ticked, result } of moments) {
        none(ticked.facts.filter((fact) => fact.command !== null));
        if (result instanceof Refused || command === null) continue;
        none(result.facts.filter((fact) => fact.command !== null && fact.command !== id));
      }
    },
  },
];

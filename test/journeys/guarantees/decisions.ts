import { heldStepOf } from '../../../src/engine/holders.ts';
import { Refused } from '../../../src/engine/refused.ts';
import { held } from '../../../src/engine/state.ts';
import { CALLED_OFF } from '../../../src/language/define.ts';
import { type Guarantee, none, same, truly } from './guarantee.ts';

const CALLED_OFF_STEPS: readonly string[] = Object.values(CALLED_OFF);

/** Decisions, hand-offs, and what is told. */
export const decisions: readonly Guarantee[] = [
  {
    name: 'a decision closes the opening that it names, which never comes back but when it is taken back',
    holds: ({ moments }) => {
      const decided = new Set<string>();
      for (const { command, result } of moments) {
        if (result instanceof Refused) continue;
        if (command?.kind === 'decide') decided.add(command.openStep);
        // What is taken back stands open again.
        if (command?.kind === 'correct') for (const { id } of result.state.open) decided.delete(id);
        none(result.state.open.filter(({ id }) => decided.has(id)));
      }
    },
  },
  {
    name: 'a decision is never taken on what a pause found, until the case goes on',
    holds: ({ moments }) => {
      for (const { command, ticked, result } of moments) {
        if (command?.kind !== 'decide' || result instanceof Refused) continue;
        truly(!held(ticked.state, command.openStep), `${command.openStep} waits for the end of the pause`);
      }
    },
  },
  {
    name: 'a hand-off stays with its sender until somebody has taken it on',
    holds: ({ states }) => {
      for (const { open } of states) {
        for (const { stage, accountable, from } of open) {
          if (stage === 'offered' || stage === 'returned') same(accountable, from);
        }
      }
    },
  },
  {
    name: 'a hand-off is never taken on by its sender, unless the receiver is not here',
    holds: ({ chain, moments }) => {
      for (const { command, ticked, result } of moments) {
        if (command?.kind !== 'decide' || command.outcome !== 'aanvaard' || result instanceof Refused) continue;
        const opened = ticked.state.open.find(({ id }) => id === command.openStep);
        if (opened?.stage !== 'offered' || opened.organisation === null) continue;
        const step = heldStepOf(chain, opened.step);
        if (step.kind === 'handoff' && step.outside === true) continue;
        same(command.actor.organisation, opened.organisation);
      }
    },
  },
  {
    name: 'a case that people end is told to who referred, unless it was silenced',
    holds: ({ facts }) => {
      const ended = facts.findIndex(({ fact }) => fact === 'ended');
      if (ended < 0 || facts.some(({ fact }) => fact === 'silenced')) return;
      truly(
        facts.slice(0, ended + 1).some(({ fact }) => fact === 'informed'),
        'ended, and nothing was told',
      );
    },
  },
  {
    name: 'after a death or the end of a pregnancy nothing is sent, and only what has to be called off in person opens',
    seen: 1000,
    holds: ({ moments }) => {
      let seen = 0;
      for (const { ticked, result } of moments) {
        if (result instanceof Refused) continue;
        const { facts } = result;
        // What silenced a case may be taken back: then it is as it was before.
        const from = ticked.state.silenced ? 0 : facts.findIndex(({ fact }) => fact === 'silenced');
        if (from < 0 || facts.some(({ fact }) => fact === 'corrected')) continue;
        const later = facts.slice(from);
        none(later.filter(({ fact }) => fact === 'informed' || fact === 'scheduled'));
        none(later.filter((fact) => fact.fact === 'opened' && !CALLED_OFF_STEPS.includes(fact.step)));
        seen += 1;
      }
      return seen;
    },
  },
];

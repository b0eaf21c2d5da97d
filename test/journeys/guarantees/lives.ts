import { mayTake } from '../../../src/engine/actions.ts';
import { partyOf } from '../../../src/engine/parties.ts';
import { accountableOf, nextWakeAt, suspensionOf } from '../../../src/engine/state.ts';
import { QUESTION } from '../../../src/language/define.ts';
import { actionsIn } from '../random-move.ts';
import { type Guarantee, none, same, truly } from './guarantee.ts';

/** No black hole: somebody can always go on, and is asked to. */
export const lives: readonly Guarantee[] = [
  {
    name: 'a case is open, paused or ended, never neither and never both',
    holds: ({ states }) => {
      for (const state of states) {
        const live = state.open.length > 0 && state.ending === null && state.endedAt === null;
        const ended = state.open.length === 0 && state.ending !== null && state.endedAt !== null;
        same({ live, ended }, { live: state.status !== 'ended', ended: state.status === 'ended' });
        same(suspensionOf(state) !== undefined, state.status === 'paused');
      }
    },
  },
  {
    name: 'a live case has an accountable party with an organisation, which has an action',
    holds: ({ chain, states }) => {
      for (const state of states) {
        const accountable = accountableOf(state);
        same(accountable !== null, state.status !== 'ended');
        if (accountable === null) continue;
        truly(accountable.organisation !== null, 'who is accountable has an organisation');
        const party = partyOf(accountable);
        truly(
          actionsIn(chain, state).some((action) => mayTake(action, party)),
          'who is accountable has an action',
        );
      }
    },
  },
  {
    name: 'in a case that is open and not paused somebody can decide every open step',
    holds: ({ chain, states }) => {
      for (const state of states) {
        const actions = actionsIn(chain, state);
        if (state.status === 'ended') none(actions);
        if (state.status !== 'open') continue;
        const decidable = actions.flatMap((each) =>
          (each.action === 'decide' || each.action === 'answer') && each.parties.length > 0 ? [each.openStep] : [],
        );
        none(state.open.map(({ id }) => id).filter((id) => !decidable.includes(id)));
      }
    },
  },
  {
    name: 'every open step has a due moment; a live case has a next wake-up, and an ended one has none',
    holds: ({ states }) => {
      for (const state of states) {
        same(nextWakeAt(state) !== null, state.status !== 'ended');
        none(state.open.filter(({ dueAt }) => !Number.isSafeInteger(dueAt)));
      }
    },
  },
  {
    name: 'a step stands open once, or once per item or question: nobody is asked the same thing twice',
    holds: ({ states }) => {
      for (const { open } of states) {
        const names = open.map(({ step, item, id }) => (step === QUESTION ? id : `${step}#${item ?? ''}`));
        none(names.filter((name, index) => names.indexOf(name) !== index));
      }
    },
  },
  {
    name: 'a branch that waits has something live to wait for',
    holds: ({ chain, states }) => {
      for (const { arrived, open, withheld } of states) {
        for (const { step, branch } of arrived) {
          const join = chain.steps[step]?.join ?? [];
          const live = [...open, ...withheld.open].filter((each) => each.branch !== branch);
          const heads = live.map((each) => each.branch.split('/').at(-1)?.split('#')[0] ?? '');
          truly(
            heads.some((head) => join.includes(head)),
            `${step} waits for one of ${join.join(', ')}, and live are ${heads.join(', ')}`,
          );
        }
      }
    },
  },
];

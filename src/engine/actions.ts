import { type AnyChain, commonEvents, deathOf, pauseReasons, reasonsOf } from '../language/define.ts';
import { type ChoiceOutcome, choicesOf } from './choices.ts';
import type { Holder, Stage } from './facts.ts';
import { heldStepOf } from './holders.ts';
import { type Party, roleAmong } from './parties.ts';
import { accountableOf, type CaseState, holderOf, suspensionOf } from './state.ts';

interface Base {
  readonly label: string;
  /** Who may: the list of actions, the refusal and the page all read this. */
  readonly parties: readonly Holder[];
}

interface OnStep extends Base {
  readonly openStep: string;
  readonly step: string;
}

/** What can be done in a case now, by whom. */
export type Action =
  | (OnStep & { readonly action: 'decide'; readonly stage: Stage; readonly outcomes: readonly ChoiceOutcome[] })
  | (OnStep & { readonly action: 'attempt' })
  | (Base & { readonly action: 'pause' | 'withdraw'; readonly reasons: Readonly<Record<string, string>> })
  | (Base & { readonly action: 'resume' })
  | (Base & {
      readonly action: 'event';
      readonly events: readonly { readonly id: string; readonly label: string; readonly of?: readonly string[] }[];
    });

/** Every action that anyone may take now; empty once the case has ended. */
export function actionsOf(chain: AnyChain, state: CaseState): readonly Action[] {
  if (state.status === 'ended') return [];
  const paused = suspensionOf(state) !== undefined;
  const accountable = partiesInCharge(state);
  const choices = choicesOf(chain, state);
  return [
    ...choices.map(({ opened, step, parties, outcomes }) => ({
      action: 'decide' as const,
      openStep: opened.id,
      step: opened.step,
      stage: opened.stage,
      label: step.label,
      parties,
      outcomes,
    })),
    ...choices
      .filter(
        ({ step, opened, outcomes }, index) =>
          step.attempts === true && isFirst(choices, index) && outcomes.length > 0 && opened.stage !== 'offered',
      )
      .map(({ opened, step, parties }) => ({
        action: 'attempt' as const,
        openStep: opened.id,
        step: opened.step,
        label: `Contactpoging: ${step.label}`,
        parties,
      })),
    ...(paused || state.silenced
      ? []
      : [{ action: 'pause' as const, label: 'Het traject pauzeren', parties: accountable, reasons: pauseReasons }]),
    ...(paused ? [{ action: 'resume' as const, label: 'Het traject hervatten', parties: accountable }] : []),
    ...(state.silenced
      ? []
      : [
          {
            action: 'withdraw' as const,
            label: 'Het traject stoppen',
            parties: mayTakeBack(state) ? [...accountable, state.referrer] : accountable,
            reasons: reasonsOf(chain),
          },
          {
            action: 'event' as const,
            label: 'Melden wat er is gebeurd',
            parties: [...accountable, ...involved(chain, state), state.referrer],
            events: eventsOf(chain),
          },
        ]),
  ];
}

/** The actions that this person may take now. */
export function actionsFor(chain: AnyChain, state: CaseState, party: Party): readonly Action[] {
  return actionsOf(chain, state).filter((action) => mayTake(action, party));
}

export function mayTake(action: Pick<Action, 'parties'>, party: Party): boolean {
  return roleAmong(action.parties, party) !== undefined;
}

function isFirst(choices: ReturnType<typeof choicesOf>, index: number): boolean {
  return choices.findIndex(({ opened }) => opened.id === choices[index]?.opened.id) === index;
}

function partiesInCharge(state: CaseState): readonly Holder[] {
  const accountable = accountableOf(state);
  return accountable === null ? [] : [accountable];
}

/** As long as nobody but the sender has done anything, the sender may take the referral back. */
function mayTakeBack(state: CaseState): boolean {
  return state.contributors.every((each) => each === state.referrer.organisation);
}

/** Everyone who holds a step now. */
function involved(chain: AnyChain, state: CaseState): readonly Holder[] {
  return state.open.flatMap((opened) =>
    heldStepOf(chain, opened.step).confidential === true ? [] : [holderOf(state, opened)],
  );
}

function eventsOf(chain: AnyChain): Extract<Action, { action: 'event' }>['events'] {
  const own = Object.entries(chain.events ?? {}).map(([id, { label }]) => ({ id, label }));
  const shared = Object.entries(commonEvents).map(([id, { label }]) => ({
    id,
    label,
    ...(id === 'overleden' ? { of: deathOf } : {}),
  }));
  return [...own, ...shared];
}

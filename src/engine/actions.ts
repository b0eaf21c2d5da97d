import {
  type AnyChain,
  commonEvents,
  consentPurposes,
  correctionReasons,
  deathOf,
  linkTypesFrom,
  pauseReasons,
  PREGNANCY_ENDED,
  QUESTION,
  reasonsOf,
} from '../language/define.ts';
import { askable, atWork } from './ask.ts';
import { assignLabel, coordinatedIn, dividersOf, moversOf } from './assign.ts';
import { type Choice, type ChoiceOutcome, choicesOf } from './choices.ts';
import type { Holder, Stage } from './facts.ts';
import { heldStepOf } from './holders.ts';
import { COORDINATOR, type Party, roleAmong } from './parties.ts';
import { accountableOf, type CaseState, holderOf, senderOf, suspensionOf } from './state.ts';

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
      readonly events: readonly {
        readonly id: string;
        readonly label: string;
        readonly of?: readonly string[];
        /** It silences the case, and is asked twice: always (true), or of these only. */
        readonly confirm?: true | readonly string[];
      }[];
    })
  | (OnStep & { readonly action: 'answer' })
  | (OnStep & {
      readonly action: 'assign';
      /** Who may give it to another organisation, and the municipality whose ketencoordinator may. */
      readonly moves: readonly Holder[];
      readonly coordinates: string | null;
    })
  | (Base & { readonly action: 'ask'; readonly to: readonly Holder[] })
  | (Base & {
      readonly action: 'link';
      readonly types: Readonly<Record<string, string>>;
      /** What was promised, and is not there yet. */
      readonly asked: readonly { readonly type: string; readonly chain: string }[];
    })
  | (Base & { readonly action: 'move'; readonly versions: readonly number[] })
  | (Base & {
      readonly action: 'consent';
      readonly purposes: readonly { readonly id: string; readonly given: boolean }[];
    })
  | (Base & {
      readonly action: 'correct';
      readonly seq: number;
      readonly until?: number;
      readonly reasons: Readonly<Record<string, string>>;
    });

/** Every action that anyone may take now; empty once the case has ended. `versions`: those that follow this one. */
export function actionsOf(chain: AnyChain, state: CaseState, versions: readonly number[] = []): readonly Action[] {
  if (state.status === 'ended') return [];
  const paused = suspensionOf(state) !== undefined;
  const accountable = partiesInCharge(state);
  const choices = choicesOf(chain, state);
  return [
    ...choices.map(actionOn),
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
            parties: mayTakeBack(state) ? [...accountable, senderOf(state)] : accountable,
            reasons: reasonsOf(chain),
          },
          {
            action: 'event' as const,
            label: 'Melden wat er is gebeurd',
            parties: [...accountable, ...involved(chain, state), senderOf(state)],
            events: eventsOf(chain),
          },
        ]),
    ...state.open.map((opened) => assignmentOf(chain, state, opened)),
    ...(state.silenced ? [] : together(chain, state, accountable)),
    ...(state.silenced || versions.length === 0
      ? []
      : [
          {
            action: 'move' as const,
            label: 'Verdergaan met een nieuwe versie van de keten',
            parties: accountable,
            versions,
          },
        ]),
    ...(state.last === null ? [] : [correctionOf(state.last, accountable)]),
  ];
}

function actionOn({ opened, step, parties, outcomes }: Choice): Action {
  const on = { openStep: opened.id, step: opened.step, label: step.label, parties };
  return opened.step === QUESTION
    ? { action: 'answer', ...on }
    : { action: 'decide', ...on, stage: opened.stage, outcomes };
}

/** The actions that this person may take now. */
export function actionsFor(chain: AnyChain, state: CaseState, party: Party): readonly Action[] {
  return actionsOf(chain, state).filter((action) => mayTake(action, party));
}

export function mayTake(action: Action, party: Party): boolean {
  return takerOf(action, party) !== undefined;
}

/** The role under which this person may take an action; undefined when not. */
export function takerOf(action: Action, party: Party): string | undefined {
  const coordinates = action.action === 'assign' && action.coordinates !== null;
  const coordinator = coordinates && party.municipality === action.coordinates && party.roles.includes(COORDINATOR);
  return roleAmong(action.parties, party) ?? (coordinator ? COORDINATOR : undefined);
}

/** The organisation divides its own work, who is accountable finds another one; a ketencoordinator for what is stuck. */
function assignmentOf(
  chain: AnyChain,
  state: CaseState,
  opened: CaseState['open'][number],
): Extract<Action, { action: 'assign' }> {
  const moves = moversOf(chain, state, opened);
  return {
    action: 'assign',
    openStep: opened.id,
    step: opened.step,
    label: assignLabel(chain, opened),
    parties: [...dividersOf(chain, state, opened), ...moves],
    moves,
    coordinates: coordinatedIn(chain, state, opened),
  };
}

/** What people with a part in the case do with each other. */
function together(chain: AnyChain, state: CaseState, accountable: readonly Holder[]): readonly Action[] {
  const everyone = askable(chain, state);
  return [
    // Nobody asks something of themselves.
    ...(everyone.length < 2
      ? []
      : [{ action: 'ask' as const, label: 'Een vraag stellen', parties: everyone, to: everyone }]),
    {
      action: 'consent',
      label: 'Toestemming vastleggen',
      parties: [...accountable, ...atWork(chain, state), senderOf(state)],
      purposes: consentPurposes.map((id) => ({ id, given: state.consents.includes(id) })),
    },
    {
      action: 'link',
      label: 'Aan een ander traject koppelen',
      parties: accountable,
      types: linkTypesFrom(chain.id),
      asked: state.links.flatMap(({ type, chain: other, case: there }) =>
        there === undefined ? [{ type, chain: other }] : [],
      ),
    },
  ];
}

function correctionOf(
  { seq, until, role, organisation }: NonNullable<CaseState['last']>,
  accountable: readonly Holder[],
): Action {
  return {
    action: 'correct',
    label: 'Het laatste terugdraaien',
    seq,
    ...(until === undefined ? {} : { until }),
    reasons: correctionReasons,
    parties: [{ role, organisation }, ...accountable],
  };
}

function isFirst(choices: ReturnType<typeof choicesOf>, index: number): boolean {
  return choices.findIndex(({ opened }) => opened.id === choices[index]?.opened.id) === index;
}

function partiesInCharge(state: CaseState): readonly Holder[] {
  const accountable = accountableOf(state);
  return accountable === null ? [] : [accountable];
}

/** As long as nobody but the sender decided anything or tried to reach the person, the sender may take it back. */
function mayTakeBack(state: CaseState): boolean {
  const { referrer, contributors, open } = state;
  const tried = open.some((opened) => opened.attempts.length > 0 && opened.organisation !== referrer.organisation);
  return !tried && contributors.every((each) => each === referrer.organisation);
}

/** Everyone who holds a step now. */
function involved(chain: AnyChain, state: CaseState): readonly Holder[] {
  return state.open.flatMap((opened) =>
    heldStepOf(chain, opened.step).confidential === true ? [] : [holderOf(state, opened)],
  );
}

function eventsOf(chain: AnyChain): Extract<Action, { action: 'event' }>['events'] {
  const mourned = chain.silencedByDeathOf ?? [];
  const own = Object.entries(chain.events ?? {}).map(([id, { label }]) => ({
    id,
    label,
    ...(id === PREGNANCY_ENDED ? { confirm: true as const } : {}),
  }));
  const shared = Object.entries(commonEvents).map(([id, { label }]) => ({
    id,
    label,
    ...(id === 'overleden' ? { of: deathOf } : {}),
    ...(id === 'overleden' && mourned.length > 0 ? { confirm: mourned } : {}),
  }));
  return [...own, ...shared];
}

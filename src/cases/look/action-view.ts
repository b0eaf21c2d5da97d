import type { Subject } from '../../access/subject.ts';
import { type Action, actionsOf, mayTake } from '../../engine/actions.ts';
import { apply } from '../../engine/apply.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDays } from '../../engine/calendar/local-date.ts';
import type { ChoiceOutcome } from '../../engine/choices.ts';
import { isStageOutcome } from '../../engine/facts.ts';
import type { Actor, Command } from '../../engine/messages.ts';
import { roleAmong } from '../../engine/parties.ts';
import { stepOf } from '../../engine/holders.ts';
import { Refused } from '../../engine/refused.ts';
import type { CaseState } from '../../engine/state.ts';
import { type AnyChain, reasonsOf } from '../../language/define.ts';
import { formOf } from '../../language/targets.ts';
import { isHidden, unpaused } from './secrecy.ts';

interface Why {
  readonly code: string;
  readonly detail: string;
}

interface Possible {
  readonly allowed: boolean;
  readonly why?: Why;
}

interface Reason {
  readonly code: string;
  readonly label: string;
}

export interface ActionView extends Possible {
  readonly action: Action['action'];
  readonly openStep?: string;
  readonly step?: string;
  readonly label: string;
  readonly outcomes?: readonly (Possible & {
    readonly id: string;
    readonly label: string;
    /** This outcome asks one of these. */
    readonly reasons?: readonly Reason[];
    readonly form?: string;
  })[];
  readonly reasons?: readonly Reason[];
  readonly events?: readonly (Possible & {
    readonly id: string;
    readonly label: string;
    readonly of?: readonly string[];
  })[];
}

/** For whom, and when (milliseconds): what is called allowed is what would succeed then. */
export interface Standing {
  readonly chain: AnyChain;
  readonly state: CaseState;
  readonly subject: Subject;
  readonly now: number;
}

/** Everything that could be done in a case, also on steps that a pause holds up; confidential steps only for who may know. */
export function standingActions({ chain, state, subject }: Omit<Standing, 'now'>): readonly Action[] {
  const hidden = new Set(state.open.filter((opened) => isHidden(state, opened, subject)).map(({ id }) => id));
  return [
    ...actionsOf(chain, unpaused(state)).filter((action) => 'openStep' in action && !hidden.has(action.openStep)),
    ...actionsOf(chain, state).filter((action) => !('openStep' in action)),
  ];
}

/** What this person can do now: the answer to whoever asked for something else. */
export function possibleNow(standing: Standing): readonly ActionView[] {
  return standingActions(standing)
    .filter((action) => mayTake(action, standing.subject))
    .map((action) => viewAction(standing, action))
    .filter(({ allowed }) => allowed)
    .map(({ outcomes, events, ...view }) => ({
      ...view,
      ...(outcomes === undefined ? {} : { outcomes: outcomes.filter(({ allowed }) => allowed) }),
      ...(events === undefined ? {} : { events: events.filter(({ allowed }) => allowed) }),
    }));
}

export function viewAction(standing: Standing, action: Action): ActionView {
  switch (action.action) {
    case 'decide':
      return viewDecision(standing, action);
    case 'attempt': {
      const { openStep, step } = action;
      const on = localDateOf(standing.now);
      const command = { kind: 'attempt', openStep, on, channel: 'telefoon', reached: false } as const;
      return { action: 'attempt', openStep, step, label: action.label, ...whether(standing, action, command) };
    }
    case 'pause': {
      const reasons = listed(action.reasons);
      const until = addDays(localDateOf(standing.now), 1);
      const possible = whether(standing, action, { kind: 'pause', reason: reasons[0]?.code ?? '', until });
      return { action: 'pause', label: action.label, reasons: possible.allowed ? reasons : [], ...possible };
    }
    case 'withdraw': {
      const reasons = listed(action.reasons);
      const possible = whether(standing, action, { kind: 'withdraw', reason: reasons[0]?.code ?? '' });
      return { action: 'withdraw', label: action.label, reasons: possible.allowed ? reasons : [], ...possible };
    }
    case 'resume':
      return { action: 'resume', label: action.label, ...whether(standing, action, { kind: 'resume' }) };
    case 'event': {
      const on = localDateOf(standing.now);
      const events = action.events.map((event) => {
        const of = event.of?.[0];
        const command = { kind: 'event', event: event.id, on, ...(of === undefined ? {} : { of }) } as const;
        return { ...event, ...whether(standing, action, command) };
      });
      return { action: 'event', label: action.label, events, ...together(events) };
    }
  }
}

function viewDecision(standing: Standing, action: Extract<Action, { action: 'decide' }>): ActionView {
  const { chain } = standing;
  const reasons = listed(reasonsOf(chain));
  const form = formOf(stepOf(chain, action.step));
  const outcomes = action.outcomes.map(({ id, label, reason }: ChoiceOutcome) => {
    const given = reason === undefined ? {} : { reason: reasons[0]?.code ?? '' };
    const possible = whether(standing, action, { kind: 'decide', openStep: action.openStep, outcome: id, ...given });
    return {
      id,
      label,
      ...possible,
      ...(reason === undefined || !possible.allowed ? {} : { reasons }),
      ...(form === undefined || isStageOutcome(id) ? {} : { form }),
    };
  });
  const possible = together(outcomes);
  const { openStep, step, label } = action;
  return { action: 'decide', openStep, step, label, outcomes, reasons: possible.allowed ? reasons : [], ...possible };
}

type Unsigned<C> = C extends unknown ? Omit<C, 'actor'> : never;

/** Asks the engine. What it has against a date that was made up here does not count: another one may do. */
function whether(
  { chain, state, subject, now }: Standing,
  action: Action,
  command: Unsigned<Exclude<Command, { kind: 'refer' | 'group' }>>,
): Possible {
  const role = roleAmong(action.parties, subject);
  if (role === undefined) return { allowed: false, why: { code: 'forbidden', detail: 'Dit is niet aan u.' } };
  const { organisation, practitioner } = subject;
  const actor: Actor = { role, organisation, practitioner };
  try {
    apply(chain, state, state.case, { ...command, actor }, now);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (command.kind === 'event' && error.code === 'invalid-input') return { allowed: true };
    return { allowed: false, why: { code: error.code, detail: error.message } };
  }
}

function together(parts: readonly Possible[]): Possible {
  const [first] = parts;
  if (first?.why === undefined || parts.some(({ allowed }) => allowed)) return { allowed: parts.length > 0 };
  return { allowed: false, why: first.why };
}

function listed(reasons: Readonly<Record<string, string>>): readonly Reason[] {
  return Object.entries(reasons).map(([code, label]) => ({ code, label }));
}

import type { Fulfils } from '../../access/directory.ts';
import type { Subject } from '../../access/subject.ts';
import { permitCase } from '../../access/permit.ts';
import { followersOf, versionOf } from '../../chains/definitions.ts';
import { type Action, actionsOf, mayTake, takerOf } from '../../engine/actions.ts';
import { apply } from '../../engine/apply.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDays } from '../../engine/calendar/local-date.ts';
import type { ChoiceOutcome } from '../../engine/choices.ts';
import { isStageOutcome } from '../../engine/facts.ts';
import type { Actor, Command, NewVersion } from '../../engine/messages.ts';
import { stepOf } from '../../engine/holders.ts';
import { Refused } from '../../engine/refused.ts';
import type { CaseState } from '../../engine/state.ts';
import { type AnyChain, reasonsOf } from '../../language/define.ts';
import { formOf } from '../../language/targets.ts';
import type { Alternative, Declined } from '../offers/alternatives.ts';
import { noDayLeft } from './no-day-left.ts';
import { relationsOf } from './relations.ts';
import { isHidden, isSecret, unpaused } from './secrecy.ts';

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
  /** The organisations that an open step can be given to, for who may choose one. */
  readonly candidates?: readonly Fulfils[];
  /** Of an offer that can go elsewhere: who did not take it on, and who else could. */
  readonly declined?: readonly Declined[];
  readonly alternatives?: readonly Alternative[];
  /** Who can be asked something. */
  readonly to?: readonly { readonly role: string; readonly organisation: string | null }[];
  /** The purposes of consent, and whether each is given now. */
  readonly purposes?: readonly { readonly id: string; readonly given: boolean }[];
  readonly types?: readonly { readonly id: string; readonly label: string }[];
  /** Versions of the chain to go on with; of a hand-off: together with accepting it. */
  readonly versions?: readonly number[];
  /** The cases elsewhere that were promised, and are not there yet. */
  readonly asked?: readonly { readonly type: string; readonly chain: string }[];
  /** The fact that can be taken back. */
  readonly seq?: number;
  readonly events?: readonly (Possible & {
    readonly id: string;
    readonly label: string;
    readonly of?: readonly string[];
    /** It has to be confirmed: always, or of these only. */
    readonly confirm?: true | readonly string[];
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
    ...actionsOf(chain, state, versionsAfter(chain)).filter(
      (action) => !('openStep' in action) && !isSecret(action, subject),
    ),
  ];
}

function versionsAfter(chain: AnyChain): readonly number[] {
  return followersOf(chain).map(({ version }) => version);
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
        const why = noDayLeft(standing.chain, standing.state, event.id, on);
        return { ...event, ...(why === undefined ? whether(standing, action, command) : { allowed: false, why }) };
      });
      return { action: 'event', label: action.label, events, ...together(events) };
    }
    case 'assign': {
      const { openStep, step, label } = action;
      const { practitioner, municipality } = standing.subject;
      const command = { kind: 'assign', openStep, ...(municipality === null ? {} : { municipality }) } as const;
      const claim = whether(standing, action, { ...command, practitioner });
      const possible = claim.allowed ? claim : whether(standing, action, { ...command, organisation: ANYONE });
      return { action: 'assign', openStep, step, label, ...possible };
    }
    case 'answer': {
      const { openStep, step, label } = action;
      return { action: 'answer', openStep, step, label, ...whether(standing, action, { kind: 'answer', openStep }) };
    }
    case 'ask': {
      const others = action.to.filter(
        (each) => roleOf(standing, action) !== each.role || each.organisation !== standing.subject.organisation,
      );
      const [first] = others;
      const possible =
        first?.organisation === null || first === undefined
          ? { allowed: false, why: { code: 'not-allowed-now', detail: 'Er is niemand anders om iets te vragen.' } }
          : whether(standing, action, { kind: 'ask', to: { role: first.role, organisation: first.organisation } });
      return { action: 'ask', label: action.label, to: possible.allowed ? others : [], ...possible };
    }
    case 'consent': {
      const { purposes } = action;
      const [first] = purposes;
      const on = localDateOf(standing.now);
      const command = {
        kind: 'consent',
        purpose: first?.id ?? '',
        given: first?.given !== true,
        by: 'inwoner',
        on,
      } as const;
      return { action: 'consent', label: action.label, purposes, ...whether(standing, action, command) };
    }
    case 'link': {
      const types = Object.entries(action.types).map(([id, label]) => ({ id, label }));
      const command = { kind: 'link', type: types[0]?.id ?? '', chain: standing.chain.id, case: ANYONE } as const;
      const possible = whether(standing, action, command);
      return { action: 'link', label: action.label, types, asked: possible.allowed ? action.asked : [], ...possible };
    }
    case 'move': {
      const { versions, label } = action;
      const [to = 0] = versions;
      const possible = whether(standing, action, { kind: 'move', to, ...unchanged(standing) });
      return { action: 'move', label, versions: possible.allowed ? versions : [], ...possible };
    }
    case 'correct': {
      const { seq, label } = action;
      const late = action.until !== undefined && standing.now > action.until;
      const possible = late ? TOO_LATE : permitted(standing, action);
      return { action: 'correct', label, seq, reasons: possible.allowed ? listed(action.reasons) : [], ...possible };
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
  const versions = versionsAlong(standing, action, outcomes);
  return {
    action: 'decide',
    openStep,
    step,
    label,
    outcomes,
    reasons: possible.allowed ? reasons : [],
    ...(versions.length === 0 ? {} : { versions }),
    ...possible,
  };
}

/** The versions that a case may go on with when a hand-off is accepted, with one of the choices at least. */
function versionsAlong(
  standing: Standing,
  action: Extract<Action, { action: 'decide' }>,
  outcomes: readonly (Possible & { readonly id: string; readonly reasons?: readonly Reason[] })[],
): readonly number[] {
  if (stepOf(standing.chain, action.step).kind !== 'handoff') return [];
  const taken = outcomes.filter(({ allowed }) => allowed);
  return versionsAfter(standing.chain).filter((to) =>
    taken.some(({ id, reasons }) => {
      const given = reasons === undefined ? {} : { reason: reasons[0]?.code ?? '' };
      const version = { to, ...unchanged(standing) };
      const command = { kind: 'decide', openStep: action.openStep, outcome: id, ...given, version } as const;
      return whether(standing, action, command).allowed;
    }),
  );
}

/** Whether a version can be taken on does not hang on what a place has set for it. */
function unchanged({ state }: Standing): Pick<NewVersion, 'knobs' | 'parties'> {
  return { knobs: state.knobs, parties: {} };
}

/** Stands for an organisation or a case that is still to be chosen. */
const ANYONE = '00000000-0000-4000-8000-000000000000';
const TOO_LATE: Possible = { allowed: false, why: { code: 'not-allowed-now', detail: 'Dit kon tot 24 uur erna.' } };
const NOT_YOURS: Possible = { allowed: false, why: { code: 'forbidden', detail: 'Dit is niet aan u.' } };

function roleOf({ subject }: Standing, action: Action): string | undefined {
  return takerOf(action, subject);
}

/** Whether the access table lets this person do such a thing, and the action is one of theirs. */
function permitted({ chain, state, subject }: Standing, action: Action): Possible {
  const verdict = permitCase(relationsOf(chain, state, subject), `case.${action.action}`);
  return verdict.allowed && takerOf(action, subject) !== undefined ? { allowed: true } : NOT_YOURS;
}

type Unsigned<C> = C extends unknown ? Omit<C, 'actor'> : never;

/** Asks the engine. What it has against a date that was made up here does not count: another one may do. */
function whether(
  standing: Standing,
  action: Action,
  command: Unsigned<Exclude<Command, { kind: 'refer' | 'group' | 'correct' | 'amend' | 'follow' }>>,
): Possible {
  const { chain, state, subject, now } = standing;
  const role = roleOf(standing, action);
  if (role === undefined || !permitted(standing, action).allowed) return NOT_YOURS;
  const { organisation, practitioner } = subject;
  const actor: Actor = { role, organisation, practitioner };
  try {
    apply(chain, state, state.case, { ...command, actor }, now, (version) => versionOf(chain.id, version));
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

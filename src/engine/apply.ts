import { type AnyChain, PREVIOUS, QUESTION } from '../language/define.ts';
import { type Action, actionsOf, mayTake } from './actions.ts';
import { amend } from './amend.ts';
import { checkAnchors } from './anchors.ts';
import { attempt } from './attempt.ts';
import { agree } from './agree.ts';
import { answer, ask } from './ask.ts';
import { assign } from './assign.ts';
import { correct } from './correct.ts';
import { couple } from './couple.ts';
import { decide } from './decide.ts';
import { Draft, type Result } from './draft.ts';
import { follow } from './follow.ts';
import { enter, settleJoins } from './go.ts';
import type { Holder } from './facts.ts';
import { regroup } from './group.ts';
import { rolesOf, stepOf } from './holders.ts';
import { happen } from './happen.ts';
import { isLocalDate } from './calendar/local-date.ts';
import type { Actor, Command, Decide, DoneElsewhere, Refer } from './messages.ts';
import { openStepId } from './open.ts';
import { COORDINATOR, partyOf } from './parties.ts';
import { insistOnHandover, moveAlong, moveVersion, type Versions } from './move-version.ts';
import { pause, resume } from './pause.ts';
import { reconsiderPayer } from './payer.ts';
import { Refused } from './refused.ts';
import type { CaseState } from './state.ts';
import { tick } from './tick.ts';
import { withdraw } from './withdraw.ts';

/**
 * What a command does to a case at `now` (milliseconds). Deadlines that were due before it are handled first.
 * `versions`: the other versions of the chain, for a case that goes on with one of them.
 * @throws Refused when the command is not possible; then nothing has changed.
 */
export function apply(
  chain: AnyChain,
  state: CaseState | null,
  id: string,
  command: Command,
  now: number,
  versions: Versions = () => undefined,
): Result {
  if (command.kind === 'refer') {
    if (state !== null) throw new Error('a case starts once');
    return start(chain, id, command, now);
  }
  if (state === null) throw new Error('the first command of a case must be a referral');
  const ticked = tick(chain, state, now);
  const draft = new Draft(chain, ticked.state, now, id, command.kind === 'follow' ? command.via : undefined);
  if (draft.ended) throw new Refused('ended', 'Dit traject is al beëindigd.');
  carryOut(draft, command, versions);
  const { state: next, facts } = draft.result();
  return { state: next, facts: [...ticked.facts, ...facts] };
}

function carryOut(draft: Draft, command: Exclude<Command, Refer>, versions: Versions): void {
  switch (command.kind) {
    case 'decide': {
      const { kind: _kind, actor, version, ...decision } = command;
      refuseQuestion(draft, command);
      if (version === undefined) return decide(draft, actor, decision);
      insistOnHandover(draft, decision);
      decide(draft, actor, decision);
      return moveAlong(draft, version, actor, versions);
    }
    case 'move':
      return moveVersion(draft, command, versions);
    case 'attempt':
      insist(draft, command.actor, (action) => action.action === 'attempt' && action.openStep === command.openStep);
      return attempt(draft, command);
    case 'pause':
      insist(draft, command.actor, ({ action }) => action === 'pause');
      return pause(draft, command);
    case 'resume':
      insist(draft, command.actor, ({ action }) => action === 'resume');
      return resume(draft, command.actor);
    case 'withdraw':
      insist(draft, command.actor, ({ action }) => action === 'withdraw');
      return withdraw(draft, command);
    case 'event':
      insist(draft, command.actor, ({ action }) => action === 'event');
      return happen(draft, command);
    case 'group':
      return regroup(draft, command);
    case 'assign': {
      const { openStep, municipality } = command;
      if (command.actor.role === COORDINATOR) insist(draft, command.actor, isAssignmentOf(openStep), municipality);
      return assign(draft, command);
    }
    case 'ask':
      insist(draft, command.actor, ({ action }) => action === 'ask');
      return ask(draft, command);
    case 'answer':
      insist(draft, command.actor, (action) => action.action === 'answer' && action.openStep === command.openStep);
      return answer(draft, command);
    case 'consent':
      insist(draft, command.actor, ({ action }) => action === 'consent');
      return agree(draft, command);
    case 'correct':
      return correct(draft, command);
    case 'link':
      if (command.mirrored !== true) insist(draft, command.actor, ({ action }) => action === 'link');
      return couple(draft, command);
    case 'follow':
      return follow(draft, command);
    case 'amend':
      return amend(draft, command);
  }
}

/** @throws Refused unless this action stands open, and is this person's. */
function insist(draft: Draft, actor: Actor, fits: (action: Action) => boolean, municipality?: string): void {
  const party = { ...partyOf(actor), ...(municipality === undefined ? {} : { municipality }) };
  const fitting = actionsOf(draft.chain, draft.state).filter(fits);
  if (fitting.length === 0) throw new Refused('not-allowed-now', 'Dit kan nu niet in dit traject.');
  if (!fitting.some((action) => mayTake(action, party))) throw new Refused('forbidden', 'Dit is niet aan u.');
}

function isAssignmentOf(openStep: string): (action: Action) => boolean {
  return (action) => action.action === 'assign' && action.openStep === openStep;
}

/** A question is answered, not decided: what is said has to come along. */
function refuseQuestion(draft: Draft, { actor, openStep }: Decide): void {
  if (!draft.state.open.some(({ id, step }) => id === openStep && step === QUESTION)) return;
  insist(draft, actor, (action) => action.action === 'answer' && action.openStep === openStep);
  throw new Refused('not-allowed-now', 'Dit is een vraag. Geef er antwoord op.');
}

function start(chain: AnyChain, id: string, command: Refer, now: number): Result {
  const { kind: _kind, decision, done = [], previous, ...rest } = command;
  const draft = new Draft(chain, null, now, id);
  draft.add({ fact: 'started', ...rest, ...(previous === undefined ? {} : { herinstroom: true as const }) });
  if (previous !== undefined) draft.add({ fact: 'linked', type: PREVIOUS, chain: command.chain, ...previous });
  checkAnchors(draft, command.anchors ?? {});
  for (const each of done) takenElsewhere(draft, each, command.actor);
  reconsiderPayer(draft);
  enter(draft, command.entry, { branch: 'main', variant: {}, ...takenBy(draft, command) });
  settleJoins(draft);
  if (decision !== undefined) {
    decide(draft, command.actor, { openStep: openStepId(command.case, command.entry, 1), ...decision });
  }
  return draft.result();
}

/** A step that was taken before, outside: guards, terms and rules read it as decided. It opens and ends nothing. */
function takenElsewhere(draft: Draft, done: DoneElsewhere, actor: Actor): void {
  const step = Object.hasOwn(draft.chain.steps, done.step) ? stepOf(draft.chain, done.step) : undefined;
  if (step === undefined || step.kind === 'rule' || !Object.hasOwn(step.outcomes, done.outcome)) {
    throw new Refused('invalid-input', 'Deze stap, of deze uitkomst, is er niet in deze keten.');
  }
  if (!isLocalDate(done.on) || done.on > draft.today) {
    throw new Refused('invalid-input', 'Een stap die al gedaan is, ligt niet in de toekomst.');
  }
  draft.add({ fact: 'elsewhere', ...done, actor });
}

/** Who may hold the entry step and decides it in the same request holds it, whoever else there is for it here. */
function takenBy(draft: Draft, { actor, entry, decision }: Refer): { holder?: Holder } {
  const step = stepOf(draft.chain, entry);
  if (decision === undefined || step.kind === 'rule' || !rolesOf(step).includes(actor.role)) return {};
  return { holder: { role: actor.role, organisation: actor.organisation } };
}

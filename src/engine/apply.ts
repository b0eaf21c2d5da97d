import type { AnyChain } from '../language/define.ts';
import { type Action, actionsOf, mayTake } from './actions.ts';
import { checkAnchors } from './anchors.ts';
import { attempt } from './attempt.ts';
import { decide } from './decide.ts';
import { Draft, type Result } from './draft.ts';
import { enter, settleJoins } from './go.ts';
import type { Holder } from './facts.ts';
import { regroup } from './group.ts';
import { rolesOf, stepOf } from './holders.ts';
import { happen } from './happen.ts';
import type { Actor, Command, Refer } from './messages.ts';
import { openStepId } from './open.ts';
import { partyOf } from './parties.ts';
import { pause, resume } from './pause.ts';
import { reconsiderPayer } from './payer.ts';
import { Refused } from './refused.ts';
import type { CaseState } from './state.ts';
import { tick } from './tick.ts';
import { withdraw } from './withdraw.ts';

/**
 * What a command does to a case at `now` (milliseconds). Deadlines that were due before it are handled first.
 * @throws Refused when the command is not possible; then nothing has changed.
 */
export function apply(chain: AnyChain, state: CaseState | null, id: string, command: Command, now: number): Result {
  if (command.kind === 'refer') {
    if (state !== null) throw new Error('a case starts once');
    return start(chain, id, command, now);
  }
  if (state === null) throw new Error('the first command of a case must be a referral');
  const ticked = tick(chain, state, now);
  const draft = new Draft(chain, ticked.state, now, id);
  if (draft.ended) throw new Refused('ended', 'Dit traject is al beëindigd.');
  carryOut(draft, command);
  const { state: next, facts } = draft.result();
  return { state: next, facts: [...ticked.facts, ...facts] };
}

function carryOut(draft: Draft, command: Exclude<Command, Refer>): void {
  switch (command.kind) {
    case 'decide': {
      const { kind: _kind, actor, ...decision } = command;
      return decide(draft, actor, decision);
    }
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
  }
}

/** @throws Refused unless this action stands open, and is this person's. */
function insist(draft: Draft, actor: Actor, fits: (action: Action) => boolean): void {
  const fitting = actionsOf(draft.chain, draft.state).filter(fits);
  if (fitting.length === 0) throw new Refused('not-allowed-now', 'Dit kan nu niet in dit traject.');
  if (!fitting.some((action) => mayTake(action, partyOf(actor)))) throw new Refused('forbidden', 'Dit is niet aan u.');
}

function start(chain: AnyChain, id: string, command: Refer, now: number): Result {
  const { kind: _kind, decision, ...rest } = command;
  const draft = new Draft(chain, null, now, id);
  draft.add({ fact: 'started', ...rest });
  checkAnchors(draft, command.anchors ?? {});
  reconsiderPayer(draft);
  enter(draft, command.entry, { branch: 'main', variant: {}, ...takenBy(draft, command) });
  settleJoins(draft);
  if (decision !== undefined) {
    decide(draft, command.actor, { openStep: openStepId(command.case, command.entry, 1), ...decision });
  }
  return draft.result();
}

/** Who may hold the entry step and decides it in the same request holds it, whoever else there is for it here. */
function takenBy(draft: Draft, { actor, entry, decision }: Refer): { holder?: Holder } {
  const step = stepOf(draft.chain, entry);
  if (decision === undefined || step.kind === 'rule' || !rolesOf(step).includes(actor.role)) return {};
  return { holder: { role: actor.role, organisation: actor.organisation } };
}

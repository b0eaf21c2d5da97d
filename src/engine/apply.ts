import type { AnyChain } from '../language/define.ts';
import { decide } from './decide.ts';
import { Draft, type Result } from './draft.ts';
import { open, openStepId } from './go.ts';
import type { Command, Refer } from './messages.ts';
import type { CaseState } from './state.ts';
import { tick } from './tick.ts';

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
  switch (command.kind) {
    case 'decide': {
      const { kind: _kind, actor, ...decision } = command;
      decide(draft, actor, decision);
      break;
    }
  }
  const { state: next, facts } = draft.result();
  return { state: next, facts: [...ticked.facts, ...facts] };
}

function start(chain: AnyChain, id: string, command: Refer, now: number): Result {
  const { kind: _kind, decision, ...rest } = command;
  const draft = new Draft(chain, null, now, id);
  draft.add({ fact: 'started', ...rest });
  open(draft, command.entry);
  if (decision !== undefined) {
    decide(draft, command.actor, { openStep: openStepId(command.case, command.entry, 1), ...decision });
  }
  return draft.result();
}

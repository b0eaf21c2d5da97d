import { linkEffectOf, OTHER_ENDED, TRANSFER } from '../language/define.ts';
import { changeConsent } from './agree.ts';
import type { Draft } from './draft.ts';
import { endCase } from './end-case.ts';
import type { Follow } from './messages.ts';
import { openStep } from './open.ts';
import { endPause, pauseAlong, resume } from './pause.ts';
import { suspensionOf } from './state.ts';

const ENGINE = { system: 'engine' } as const;

/**
 * What happened in a linked case counts here, once, as the link says. Never refused: where it means nothing, or what it
 * asks is so already, only that it was heard is noted. A case that fell silent stays silent.
 */
export function follow(draft: Draft, command: Follow): void {
  const { type, chain, from, side, cause, what } = command;
  const link = draft.state.links.find(
    (each) => each.case === from && each.type === type && each.side !== undefined && each.side !== side,
  );
  draft.add({ fact: 'followed', type, chain, from, cause, what });
  const effect = linkEffectOf(type, side, what);
  if (link === undefined || (link.heard ?? 0) >= cause || effect === undefined || draft.state.silenced) return;
  switch (effect) {
    case 'end-wait':
      return pausedBy(draft, command) ? endPause(draft, ENGINE) : ask(draft, command);
    case 'ask':
      return ask(draft, command);
    case 'pause':
      return pauseAlong(draft, {
        reason: command.reason ?? '',
        until: command.until ?? '',
        actor: ENGINE,
        link: { type, case: from },
      });
    case 'resume':
      return pausedBy(draft, command) ? resume(draft, ENGINE) : undefined;
    case 'withdraw-consent':
      return consent(draft, command, false);
    case 'give-consent':
      return consent(draft, command, true);
    case 'die': {
      draft.add({ fact: 'happened', event: 'overleden', on: command.on ?? draft.today, of: 'inwoner', actor: ENGINE });
      draft.add({ fact: 'silenced' });
      return endCase(draft, 'overleden');
    }
  }
}

/** The pause that lasts was made by this link, and by nobody here. */
function pausedBy({ state }: Draft, { type, from }: Follow): boolean {
  const made = suspensionOf(state)?.link;
  return made?.type === type && made.case === from;
}

function ask(draft: Draft, { quiet }: Follow): void {
  const { open, withheld } = draft.state;
  if (quiet === true || [...open, ...withheld.open].some(({ step }) => step === OTHER_ENDED)) return;
  openStep(draft, OTHER_ENDED, { branch: `main/${OTHER_ENDED}`, variant: {} });
}

function consent(draft: Draft, { by = 'inwoner', on }: Follow, given: boolean): void {
  if (draft.state.consents.includes(TRANSFER) === given) return;
  changeConsent(draft, { purpose: TRANSFER, given, by, on: on ?? draft.today, actor: ENGINE });
}

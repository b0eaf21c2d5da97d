import { choicesOf } from '../../engine/choices.ts';
import { fulfilled, heldStepOf, rolesOf } from '../../engine/holders.ts';
import type { Actor, Decide, Placement, RefusalCode } from '../../engine/messages.ts';
import { openStepId } from '../../engine/open.ts';
import { mayAct } from '../../engine/parties.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import type { GroupRule } from './group-rule.ts';

/** Why a case did not do what was asked. */
export interface Why {
  readonly code: RefusalCode | 'not-found';
  readonly detail: string;
}

export const NOT_HERE: Why = { code: 'not-found', detail: 'Dit traject bestaat niet, of u mag het niet zien.' };
const ELSEWHERE: Why = {
  code: 'not-allowed-now',
  detail: 'Deze inwoner wacht op een groep in de eigen gemeente. Kies op de wachtlijst eerst voor een buurgemeente.',
};

/**
 * The decision that gives a case a seat, on its open step that leads into a group. Whoever waits for a group gets one
 * in the own municipality; who came further as looking elsewhere may get one anywhere. A case of this coordinator that
 * waits no more gets the command all the same: it refuses, with its own reason.
 */
export function seatCommand(
  chain: AnyChain,
  state: CaseState,
  actor: Actor,
  area: string,
  place: Placement,
): { readonly command: Decide } | { readonly why: Why } {
  const { group: rule } = chain;
  if (rule === undefined) return { why: NOT_HERE };
  const joins = joinsOf(chain, rule);
  const choices = choicesOf(chain, state).filter(({ parties }) => mayAct(parties, actor));
  const open = joins.find(
    ({ step }) => choices.some(({ opened }) => opened.step === step) && (step === rule.waits || state.group === null),
  );
  if (open?.step === rule.waits && state.municipality !== area) return { why: ELSEWHERE };
  const [first] = joins;
  const chosen = open ?? first;
  if (chosen === undefined || (open === undefined && !coordinates(chain, rule, state, actor))) return { why: NOT_HERE };
  const opened = choices.find((choice) => choice.opened.step === chosen.step)?.opened.id;
  const openStep = opened ?? openStepId(state.case, chosen.step, state.rounds[chosen.step] ?? 1);
  return { command: { kind: 'decide', actor, openStep, outcome: chosen.outcome, place } };
}

/** Whether the case came to the waiting list of this coordinator, now or before. */
export function coordinates(chain: AnyChain, { waits }: GroupRule, state: CaseState, actor: Actor): boolean {
  const roles = rolesOf(heldStepOf(chain, waits));
  const came = (state.rounds[waits] ?? 0) > 0;
  return (
    came &&
    mayAct(
      roles.map((role) => fulfilled(state, role)),
      actor,
    )
  );
}

/** Every step with the outcome that places a case in a group; the waiting list first. */
function joinsOf(
  chain: AnyChain,
  { waits }: GroupRule,
): readonly { readonly step: string; readonly outcome: string }[] {
  const all = Object.entries(chain.steps).flatMap(([step, { outcomes }]) =>
    Object.entries(outcomes).flatMap(([outcome, { group }]) => (group === 'joins' ? [{ step, outcome }] : [])),
  );
  return all.toSorted((a, b) => Number(b.step === waits) - Number(a.step === waits));
}

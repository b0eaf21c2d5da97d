import { type AnyChain, stepNamed } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { isStageOutcome } from './facts.ts';
import { settleJoins } from './go.ts';
import { stepOf } from './holders.ts';
import type { Actor, Decision, MoveVersion, NewVersion } from './messages.ts';
import { retime } from './move-clocks.ts';
import { reschedule } from './move-schedules.ts';
import { mayAct } from './parties.ts';
import { reconsiderPayer } from './payer.ts';
import { Refused } from './refused.ts';
import { accountableOf, type CaseState, suspensionOf } from './state.ts';

/** Another version of the chain of a case; undefined where there is none of that number. */
export type Versions = (version: number) => AnyChain | undefined;

/** Who is accountable takes a case over to a later version of its chain. */
export function moveVersion(draft: Draft, { actor, to, knobs, parties }: MoveVersion, versions: Versions): void {
  const accountable = accountableOf(draft.state);
  if (accountable === null || !mayAct([accountable], actor)) throw new Refused('forbidden', 'Dit is niet aan u.');
  takeOver(draft, { to, knobs, parties }, actor, versions);
}

/** @throws Refused unless this decision hands the case over: then whoever takes it on may go on with a later version. */
export function insistOnHandover(draft: Draft, { openStep, outcome }: Decision): void {
  const opened = draft.state.open.find(({ id }) => id === openStep);
  const step = opened === undefined ? undefined : stepOf(draft.chain, opened.step);
  const hands = step?.kind === 'handoff' && opened?.branch === 'main';
  const goesBack = isStageOutcome(outcome) && (outcome === 'geweigerd' || outcome === 'omleiden');
  if (opened === undefined || (hands && !goesBack)) return;
  throw new Refused(
    'invalid-input',
    'Naar een andere versie kan alleen als u het traject bij een overdracht aanneemt.',
  );
}

/** After that decision. */
export function moveAlong(draft: Draft, version: NewVersion, actor: Actor, versions: Versions): void {
  if (draft.ended) throw new Refused('invalid-input', 'Met deze keuze eindigt het traject. Laat de versie weg.');
  takeOver(draft, version, actor, versions);
}

function takeOver(draft: Draft, { to, knobs, parties }: NewVersion, actor: Actor, versions: Versions): void {
  const before = { chain: draft.chain, state: draft.state };
  const { next, steps } = following(draft.state, versions(to), to);
  refuseAtRest(draft.state);
  refuseUnfinished(draft, next, steps);
  draft.add({ fact: 'moved', from: before.state.version, to, steps, knobs, parties, actor });
  draft.goOnWith(next);
  retime(draft, before);
  reschedule(draft, before, steps);
  settleJoins(draft);
  reconsiderPayer(draft);
}

/** The version to go on with, and which steps are called something else there. */
function following(
  { version }: CaseState,
  next: AnyChain | undefined,
  to: number,
): { readonly next: AnyChain; readonly steps: Readonly<Record<string, string>> } {
  if (next === undefined) throw new Refused('invalid-input', 'Deze versie is er niet in deze keten.');
  if (to === version) throw new Refused('not-allowed-now', `Dit traject loopt al op versie ${to}.`);
  if (next.follows?.version !== version) {
    throw new Refused('not-allowed-now', `Van versie ${version} kan een traject niet naar versie ${to}.`);
  }
  return { next, steps: next.follows.steps };
}

/** While a case is at rest nobody would see its terms change, and what stopped has none to compare. */
function refuseAtRest(state: CaseState): void {
  if (state.silenced) throw new Refused('not-allowed-now', 'Dit traject is stil gezet. Er verandert niets meer aan.');
  if (suspensionOf(state) !== undefined) {
    throw new Refused('not-allowed-now', 'Dit traject is gepauzeerd: de termijnen staan stil. Hervat het eerst.');
  }
  if (state.consentLost) {
    throw new Refused(
      'not-allowed-now',
      'De inwoner heeft de toestemming ingetrokken. Leg eerst vast hoe het traject verder gaat.',
    );
  }
}

/** Nobody is left with a step that the new version does not know. */
function refuseUnfinished({ chain, state }: Draft, next: AnyChain, steps: Readonly<Record<string, string>>): void {
  for (const { step } of [...state.open, ...state.arrived]) {
    const { label, kind } = stepOf(chain, step);
    const there = stepNamed(next, Object.hasOwn(steps, step) ? (steps[step] ?? step) : step);
    if (there?.kind === kind) continue;
    throw new Refused(
      'not-allowed-now',
      `Rond eerst deze stap af: ${label}. In versie ${next.version} is die er niet, of gaat die anders.`,
    );
  }
}

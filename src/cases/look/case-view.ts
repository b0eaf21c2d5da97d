import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { Payer } from '../../engine/facts.ts';
import { isStuck } from '../../engine/assign.ts';
import { heldStepOf } from '../../engine/holders.ts';
import { accountableOf, type CaseState, type OpenStep, stopped, suspensionOf } from '../../engine/state.ts';
import { type AnyChain, labelKnob, PREVIOUS } from '../../language/define.ts';
import { roleInWords } from '../../language/in-words.ts';
import { instant } from '../../reading/instant.ts';
import type { Basis } from './basis.ts';
import { ownSteps } from './relations.ts';
import { shownEnding, shownSteps } from './secrecy.ts';

/** What a case shows to one person (contract 3 and 5). */
export interface CaseView {
  readonly id: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  readonly reference: string | null;
  readonly status: 'open' | 'paused' | 'ended';
  readonly ending: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** While it is paused: until when; why is only for who has the regie or holds a step. */
  readonly pause: { readonly until: string; readonly reason: string | null } | null;
  readonly resident: Readonly<Record<string, unknown>> | null;
  /** What covers that this person sees whom it is about; null where nothing does. */
  readonly basis: Basis | null;
  readonly referrer: PartyView;
  readonly accountable: PartyView | null;
  readonly openSteps: readonly OpenStepView[];
  readonly payer: Payer | null;
  readonly links: readonly LinkView[];
  readonly seq: number;
}

export interface PartyView {
  readonly role: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly practitioner: string | null;
}

/** A case elsewhere that this one was coupled with; null, and `gevraagd`, as long as it has not been opened there. */
export interface LinkView {
  readonly type: string;
  readonly chain: string;
  readonly case: string | null;
  readonly status: string | null;
}

export interface OpenStepView {
  readonly id: string;
  readonly step: string;
  readonly label: string;
  readonly kind: string | null;
  /** Where a hand-off stands. */
  readonly stage: string | null;
  /** Which of several this is, for a step that stands open once per item. */
  readonly item: string | null;
  readonly role: string;
  /** What people call the role in the place of the case. */
  readonly roleLabel: string;
  readonly organisation: string | null;
  readonly assignee: string | null;
  readonly openedAt: string | null;
  readonly notBefore: string | null;
  readonly dueAt: string;
  readonly overdue: boolean | null;
}

export interface Personal {
  readonly identity: Readonly<Record<string, unknown>> | null;
  readonly reference: string | null;
}

/**
 * Draws a case for one person: `content` says how much (the access table), `personal` what could be opened.
 * `now` is 0 for a case as it stood after one of its facts; `linked` has the status of each coupled case.
 */
export function viewCase(
  chain: AnyChain,
  state: CaseState,
  subject: Subject,
  content: Content,
  basis: Basis | null,
  personal: Personal,
  names: ReadonlyMap<string, string>,
  now: number,
  linked: ReadonlyMap<string, string> = new Map(),
): CaseView {
  const accountable = accountableOf(state);
  const insider = content === 'whole' || content === 'step';
  const suspension = suspensionOf(state);
  return {
    id: state.case,
    chain: state.chain,
    version: state.version,
    municipality: state.municipality,
    kern: state.kern,
    reference: subject.organisation === state.referrer.organisation ? personal.reference : null,
    status: state.status,
    ending: shownEnding(state.ending),
    startedAt: instant(state.startedAt),
    endedAt: state.endedAt === null ? null : instant(state.endedAt),
    pause:
      suspension === undefined
        ? null
        : { until: instant(suspension.untilAt), reason: insider ? suspension.reason : null },
    resident: content === 'contribution' || content === 'stuck' ? null : personal.identity,
    basis,
    referrer:
      content === 'offer' || content === 'stuck'
        ? { role: state.referrer.role, organisation: null, organisationName: null, practitioner: null }
        : viewParty(state.referrer, names),
    accountable: accountable === null ? null : viewParty(accountable, names),
    openSteps: stepsOf(chain, state, subject, content, now),
    payer: insider ? state.payer : null,
    links: insider
      ? state.links
          .filter(({ type }) => type !== PREVIOUS || content === 'whole')
          .map(({ type, chain: other, case: id }) => ({
            type,
            chain: other,
            case: id ?? null,
            status: id === undefined ? unfulfilled(state) : (linked.get(id) ?? null),
          }))
      : [],
    seq: state.seq,
  };
}

/** What was promised is still to come as long as the case goes on. */
function unfulfilled({ status }: CaseState): string | null {
  return status === 'ended' ? null : 'gevraagd';
}

/** Who has the regie and who referred follow every step; whoever else has a part in the case sees what is theirs. */
function stepsOf(
  chain: AnyChain,
  state: CaseState,
  subject: Subject,
  content: Content,
  now: number,
): readonly OpenStepView[] {
  const { organisation } = subject;
  const own = ownSteps(chain, state, subject);
  const isOwn = (step: OpenStep): boolean =>
    own.has(step.id) || (content !== 'offer' && step.organisation === organisation);
  const referred = content === 'step' && organisation === state.referrer.organisation;
  const follows = content === 'whole' || content === 'status' || content === 'own' || referred;
  if (content === 'stuck')
    return state.open.filter((step) => isStuck(chain, step)).map((step) => viewStep(chain, state, step, true, now));
  return shownSteps(state, subject)
    .filter((step) => follows || isOwn(step))
    .map((step) => viewStep(chain, state, step, content === 'whole' || isOwn(step), now));
}

function viewParty(
  party: { readonly role: string; readonly organisation: string | null; readonly practitioner: string | null },
  names: ReadonlyMap<string, string>,
): PartyView {
  const { role, organisation, practitioner } = party;
  return {
    role,
    organisation,
    organisationName: organisation === null ? null : (names.get(organisation) ?? null),
    practitioner,
  };
}

/** Others than the holder see which step stands open with whom until when, no more. */
function viewStep(chain: AnyChain, state: CaseState, step: OpenStep, whole: boolean, now: number): OpenStepView {
  const { kind, label } = heldStepOf(chain, step.step);
  return {
    id: step.id,
    step: step.step,
    label,
    kind: whole ? kind : null,
    stage: whole && kind === 'handoff' ? step.stage : null,
    item: whole ? (step.item ?? null) : null,
    role: step.role,
    roleLabel: state.knobs[labelKnob(step.role)]?.value ?? roleInWords(chain, step.role),
    organisation: step.organisation,
    assignee: whole ? step.assignee : null,
    openedAt: whole ? instant(step.openedAt) : null,
    notBefore: whole && step.notBefore !== null ? instant(step.notBefore) : null,
    dueAt: instant(step.dueAt),
    overdue: whole ? step.late || (now > step.dueAt && !stopped(state, step)) : null,
  };
}

import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { stepOf } from '../../engine/go.ts';
import { accountableOf, type CaseState, type OpenStep } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { instant } from '../../reading/instant.ts';

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
  readonly resident: Readonly<Record<string, unknown>> | null;
  readonly referrer: PartyView;
  readonly accountable: PartyView | null;
  readonly openSteps: readonly OpenStepView[];
  readonly payer: null;
  readonly links: readonly never[];
  readonly seq: number;
}

export interface PartyView {
  readonly role: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly practitioner: string | null;
}

export interface OpenStepView {
  readonly id: string;
  readonly step: string;
  readonly label: string;
  readonly kind: string | null;
  readonly role: string;
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

/** Draws a case for one person: `content` says how much (the access table), `personal` what could be opened. */
export function viewCase(
  chain: AnyChain,
  state: CaseState,
  subject: Subject,
  content: Content,
  personal: Personal,
  names: ReadonlyMap<string, string>,
  now: number,
): CaseView {
  const { organisation } = subject;
  const accountable = accountableOf(state);
  return {
    id: state.case,
    chain: state.chain,
    version: state.version,
    municipality: state.municipality,
    kern: state.kern,
    reference: organisation === state.referrer.organisation ? personal.reference : null,
    status: state.status,
    ending: state.ending,
    startedAt: instant(state.startedAt),
    endedAt: state.endedAt === null ? null : instant(state.endedAt),
    resident: content === 'contribution' ? null : personal.identity,
    referrer: viewParty(state.referrer, names),
    accountable: accountable === null ? null : viewParty(accountable, names),
    openSteps: state.open
      .filter((step) => content !== 'contribution' || step.organisation === organisation)
      .map((step) => viewStep(chain, step, content === 'step' || step.organisation === organisation, now)),
    payer: null,
    links: [],
    seq: state.seq,
  };
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
function viewStep(chain: AnyChain, step: OpenStep, whole: boolean, now: number): OpenStepView {
  const definition = stepOf(chain, step.step);
  return {
    id: step.id,
    step: step.step,
    label: definition.label,
    kind: whole ? definition.kind : null,
    role: step.role,
    organisation: step.organisation,
    assignee: null,
    openedAt: whole ? instant(step.openedAt) : null,
    notBefore: null,
    dueAt: instant(step.dueAt),
    overdue: whole ? step.late || now > step.dueAt : null,
  };
}

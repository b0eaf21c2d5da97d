import type { Subject } from '../access/subject.ts';
import { definitionOf } from '../chains/index.ts';
import { type Choice, choicesOf } from '../engine/choices.ts';
import { heldStepOf } from '../engine/holders.ts';
import { roleAmong } from '../engine/parties.ts';
import { accountableOf, type CaseState } from '../engine/state.ts';
import { type AnyChain, milestoneNamed } from '../language/define.ts';
import { instant } from '../reading/instant.ts';
import { markSeen, type ReferralRow } from '../reading/referrals.ts';
import type { CaseContext } from './context.ts';
import { openPersonal, readerOf } from './look/personal.ts';
import { shownEnding, shownSteps } from './look/secrecy.ts';

/** A referral as the practice follows it. */
export interface ReferralItem {
  readonly id: string;
  readonly chain: string;
  readonly status: string;
  readonly ending: string | null;
  readonly reference: string | null;
  readonly resident: Readonly<Record<string, unknown>> | null;
  readonly changedAt: string;
  readonly accountable: {
    readonly role: string;
    readonly organisation: string | null;
    readonly organisationName: string | null;
  } | null;
  readonly openSteps: readonly {
    readonly id: string;
    readonly step: string;
    readonly label: string;
    readonly role: string;
    readonly organisation: string | null;
    readonly organisationName: string | null;
    readonly dueAt: string;
  }[];
  readonly milestones: readonly { readonly milestone: string; readonly at: string; readonly label: string }[];
  readonly awaitsMe: readonly { readonly openStep: string; readonly label: string; readonly dueAt: string }[];
  readonly feedback: readonly {
    readonly id: string;
    readonly at: string;
    readonly from: string;
    readonly kind: string;
    readonly text: string;
    readonly seenAt: string | null;
  }[];
}

/** Draws referrals of the practice; what was told in them is seen from now on. */
export async function drawReferrals(
  context: CaseContext,
  subject: Subject,
  rows: readonly ReferralRow[],
): Promise<readonly ReferralItem[]> {
  const unseen = rows.flatMap((row) => row.messages.flatMap(({ id, seenAt }) => (seenAt === null ? [id] : [])));
  const [seen, names, reader] = await Promise.all([
    markSeen(context.db, unseen, context.clock.now()),
    context.directory.names(),
    readerOf(context, subject),
  ]);
  return rows.map((row) => {
    const { state } = row;
    const chain = definitionOf(state.chain, state.version);
    const { identity, reference } = openPersonal(context.ring, row, reader);
    return {
      id: row.id,
      chain: state.chain,
      status: state.status,
      ending: shownEnding(state.ending),
      reference,
      resident: identity,
      changedAt: instant(row.changed_at),
      accountable: accountableNamed(state, names),
      openSteps: shownSteps(state, subject).map(({ id, step, role, organisation, dueAt }) => ({
        id,
        step,
        label: heldStepOf(chain, step).label,
        role,
        organisation,
        organisationName: nameIn(names, organisation),
        dueAt: instant(dueAt),
      })),
      milestones: row.messages.filter(isMilestone).map(({ milestone, at }) => ({
        milestone,
        at: instant(Date.parse(at)),
        label: milestoneNamed(chain, milestone)?.neutral ?? '',
      })),
      awaitsMe: awaiting(chain, state, subject),
      feedback: row.messages.map(({ id, at, milestone, full, seenAt }) => ({
        id,
        at: instant(Date.parse(at)),
        from: chain.label,
        kind: milestone,
        text: milestoneNamed(chain, milestone)?.[full ? 'full' : 'neutral'] ?? '',
        seenAt: seenAtOf(seenAt === null ? seen.get(id) : Date.parse(seenAt)),
      })),
    };
  });
}

/** What stands open for this person: own steps, questions, and offers that came back. */
function awaiting(chain: AnyChain, state: CaseState, subject: Subject): ReferralItem['awaitsMe'] {
  const shown = new Set(shownSteps(state, subject).map(({ id }) => id));
  const waits = choicesOf(chain, state).filter((choice) => shown.has(choice.opened.id) && isFor(choice, subject));
  const ids = new Set(waits.map(({ opened }) => opened.id));
  return state.open
    .filter(({ id }) => ids.has(id))
    .map(({ id, step, dueAt }) => ({ openStep: id, label: heldStepOf(chain, step).label, dueAt: instant(dueAt) }));
}

/** Who offered something can call it off all the time; it waits for them once nobody took it up in time. */
function isFor({ opened, parties, outcomes }: Choice, subject: Subject): boolean {
  const onlyCalledOff = opened.stage === 'offered' && !opened.late && outcomes.some(({ id }) => id === 'omleiden');
  return !onlyCalledOff && roleAmong(parties, subject) !== undefined;
}

/** The others are notices that something stopped, which is no step of the chain. */
function isMilestone({ milestone }: { readonly milestone: string }): boolean {
  return milestone !== 'vervallen';
}

function accountableNamed(state: CaseState, names: ReadonlyMap<string, string>): ReferralItem['accountable'] {
  const accountable = accountableOf(state);
  if (accountable === null) return null;
  const { role, organisation } = accountable;
  return { role, organisation, organisationName: nameIn(names, organisation) };
}

function nameIn(names: ReadonlyMap<string, string>, organisation: string | null): string | null {
  return organisation === null ? null : (names.get(organisation) ?? null);
}

function seenAtOf(at: number | undefined): string | null {
  return at === undefined ? null : instant(at);
}

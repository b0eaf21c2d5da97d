import type { Fact, Payer } from '../../engine/facts.ts';
import { instant } from '../../reading/instant.ts';
import { shownEnding } from './secrecy.ts';

/** What one fact says beside its kind, step and actor. */
export interface TrailDetails {
  readonly outcome?: string;
  /** What the rule proposed, and the coded reason for another choice. */
  readonly proposed?: string;
  readonly reason?: string;
  readonly ending?: string;
  readonly stage?: string;
  readonly item?: string;
  readonly to?: { readonly organisation: string };
  /** The rule that decided, and its version. */
  readonly rule?: string;
  readonly version?: string;
  readonly on?: string;
  readonly channel?: string;
  readonly result?: 'bereikt' | 'niet-bereikt';
  readonly dueAt?: string;
  readonly until?: string;
  readonly event?: string;
  readonly of?: string;
  readonly gap?: string;
  readonly mark?: string;
  readonly milestone?: string;
  readonly purposes?: readonly string[];
  readonly link?: { readonly type: string; readonly chain: string; readonly case?: string };
  /** The person of the organisation to whom a step was given. */
  readonly practitioner?: string | null;
  readonly given?: boolean;
  readonly by?: string;
  /** The number of the fact that was taken back. */
  readonly undoes?: number;
  readonly fields?: readonly string[];
  /** The versions of the chain that the case left, and went on with. */
  readonly versions?: { readonly from: number; readonly to: number };
  readonly payer?: Payer;
  readonly group?: { readonly id: string; readonly starts?: string; readonly ends?: string };
  readonly anchors?: Readonly<Record<string, string>>;
}

/** `mine`: what was decided or recorded may be read; `knows`: how the case really ended as well. */
export function detailsOf(fact: Fact, mine: boolean, knows: boolean): TrailDetails {
  switch (fact.fact) {
    case 'opened':
      return {
        ...(fact.stage === 'open' ? {} : { stage: fact.stage }),
        ...(fact.item === undefined || !mine ? {} : { item: fact.item }),
      };
    case 'decided':
      return mine ? decisionOf(fact) : {};
    case 'elsewhere':
      return { outcome: fact.outcome, on: fact.on };
    case 'ruled':
      return { outcome: fact.outcome, rule: fact.rule, version: fact.version };
    case 'attempted':
      return { on: fact.on, channel: fact.channel, result: fact.reached ? 'bereikt' : 'niet-bereikt' };
    case 'rescheduled':
      return { dueAt: instant(fact.dueAt) };
    case 'paused':
      return { until: fact.until, ...(mine ? { reason: fact.reason } : {}) };
    case 'withdrawn':
      return mine ? { reason: fact.reason } : {};
    case 'happened':
      return { event: fact.event, on: fact.on, ...(fact.of === undefined ? {} : { of: fact.of }) };
    case 'consented':
      return { purposes: fact.purposes };
    case 'informed':
      return { milestone: fact.milestone };
    case 'gap':
      return { gap: fact.gap };
    case 'marked':
      return { mark: fact.mark, on: fact.on };
    case 'linked':
      return {
        link: { type: fact.type, chain: fact.chain, ...(fact.case === undefined ? {} : { case: fact.case }) },
      };
    case 'followed':
      return { link: { type: fact.type, chain: fact.chain, case: fact.from } };
    case 'assigned': {
      const { organisation, practitioner } = fact;
      return { ...(organisation === null ? {} : { to: { organisation } }), practitioner };
    }
    case 'asked':
      return fact.to.organisation === null ? {} : { to: { organisation: fact.to.organisation } };
    case 'agreed':
      return { purposes: [fact.purpose], given: fact.given, by: fact.by, on: fact.on };
    case 'corrected':
      return { undoes: fact.undoes, ...(mine ? { reason: fact.reason } : {}) };
    case 'amended':
      return { fields: fact.fields };
    case 'moved':
      return { versions: { from: fact.from, to: fact.to } };
    case 'paid-by': {
      const { payer, basis, version, validFrom } = fact;
      return { payer: { payer, basis, version, validFrom } };
    }
    case 'grouped':
      return { group: { id: fact.group, starts: fact.starts, ends: fact.ends } };
    case 'ungrouped':
      return { group: { id: fact.group } };
    case 'anchored':
      return { anchors: fact.anchors };
    case 'ended':
      return { ending: knows ? fact.ending : (shownEnding(fact.ending) ?? '') };
    case 'started':
    case 'reminded':
    case 'late':
    case 'escalated':
    case 'expired':
    case 'lapsed':
    case 'scheduled':
    case 'unscheduled':
    case 'arrived':
    case 'joined':
    case 'restarted':
    case 'resumed':
    case 'silenced':
    case 'withheld':
    case 'released':
      return {};
  }
}

function decisionOf({ outcome, proposed, reason, to }: Extract<Fact, { fact: 'decided' }>): TrailDetails {
  return {
    outcome,
    ...(proposed === undefined ? {} : { proposed }),
    ...(reason === undefined ? {} : { reason }),
    ...(to === undefined ? {} : { to: { organisation: to } }),
  };
}

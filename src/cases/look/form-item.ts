import type { Fact } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { instant } from '../../reading/instant.ts';
import { openingOf, type Written } from './form-reader.ts';
import type { Part } from './written-at-once.ts';

export interface FormItem {
  readonly id: string;
  readonly step: string;
  readonly round: number;
  readonly by: Actor;
  readonly at: string;
  /** The form; empty where only a comment was written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly comment: string | null;
  /** The decision or event that it came with was taken back. */
  readonly corrected: boolean;
  /** The coupled case that it was filled in for. */
  readonly from?: { readonly case: string; readonly chain: string };
}

export function itemOf(
  { id, step, at, fact, form, comment }: Part,
  facts: readonly Fact[],
  corrected: boolean,
): FormItem {
  return {
    id,
    step,
    round: openingOf(facts, fact)?.round ?? timesUntil(facts, fact),
    by: named(fact.actor),
    at: instant(at),
    data: form,
    comment,
    corrected,
  };
}

export function named({ role, organisation, practitioner }: Actor): Actor {
  return { role, organisation, practitioner };
}

/** What is about the whole case has no rounds: its how many-th pause this is. What was done before comes before all rounds. */
function timesUntil(facts: readonly Fact[], written: Written): number {
  if (written.fact === 'elsewhere') return 0;
  return facts.filter(({ fact, seq }) => fact === written.fact && seq <= written.seq).length;
}

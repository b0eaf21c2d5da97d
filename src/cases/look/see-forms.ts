import type { Fact } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { currentFact } from '../../engine/migrate.ts';
import { QUESTION } from '../../language/define.ts';
import { readForms } from '../../reading/forms.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { v5 } from '../derived-id.ts';
import { recordLook } from './record-look.ts';
import { type Asking, visit } from '../visit.ts';
import { mayRead, openingOf, type Written } from './form-reader.ts';
import { personKeyOf } from './personal.ts';
import { type Letter, letterFor } from './referral-letter.ts';
import { undoneIn } from './undone.ts';
import { type Part, partsOf } from './written-at-once.ts';

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
}

/**
 * What was filled in and written, in order, as far as this person may read it. Once the person's key is gone, nothing.
 * @throws CaseError `not-found` when this person may not see the case.
 */
export async function seeForms(context: CaseContext, asking: Asking, caseId: string): Promise<readonly FormItem[]> {
  const seen = await visit(context, asking, caseId, 'case.forms');
  await recordLook(context, asking, seen);
  const { row, chain, state, verdict } = seen;
  const key = personKeyOf(context.ring, row);
  if (key === null) return [];
  const rows = await readForms(context.db, row.id, state.seq);
  if (rows.length === 0 && row.details === null) return [];
  const facts = (await readFacts(context.db, row.id, state.seq)).map(currentFact);
  const reader = { chain, state, facts, subject: asking.subject, content: verdict.content ?? 'contribution' };
  const entry = facts.find((fact) => fact.fact === 'started')?.entry ?? '';
  const letter = letterFor(reader, entry, row.details, key);
  // Questions have a list of their own, for who asks and who is asked.
  const parts = rows
    .filter(({ step }) => step !== QUESTION)
    .flatMap((form) => partsOf(form, facts, key))
    .filter(({ fact }) => mayRead(reader, fact));
  const undone = undoneIn(facts);
  const items = parts.map((part) => itemOf(part, facts, undone.has(part.fact.seq)));
  return [...(letter === undefined ? [] : [letterItem(row.id, letter)]), ...items];
}

function itemOf({ id, step, at, fact, form, comment }: Part, facts: readonly Fact[], corrected: boolean): FormItem {
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

/** What the referrer wrote beside the referral itself, which is no step. */
function letterItem(caseId: string, { by, at, data, note }: Letter): FormItem {
  return {
    id: v5(caseId, 'verwijzing'),
    step: 'verwijzing',
    round: 1,
    by: named(by),
    at: instant(at),
    data,
    comment: note,
    corrected: false,
  };
}

function named({ role, organisation, practitioner }: Actor): Actor {
  return { role, organisation, practitioner };
}

/** What is about the whole case has no rounds: its how many-th pause this is. What was done before comes before all rounds. */
function timesUntil(facts: readonly Fact[], written: Written): number {
  if (written.fact === 'elsewhere') return 0;
  return facts.filter(({ fact, seq }) => fact === written.fact && seq <= written.seq).length;
}

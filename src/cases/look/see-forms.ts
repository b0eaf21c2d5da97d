import { z } from 'zod';
import type { Fact } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { currentFact } from '../../engine/migrate.ts';
import type { NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';
import { type FormRow, readForms } from '../../reading/forms.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess, visit } from '../visit.ts';
import { mayRead, openingOf, type Written } from './form-reader.ts';
import { personKeyOf } from './personal.ts';

export interface FormItem {
  readonly id: string;
  readonly step: string;
  readonly round: number;
  readonly by: Actor;
  readonly at: string;
  /** The form; empty where only a comment was written. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly comment: string | null;
}

const filled = z.object({
  data: z.object({ form: z.record(z.string(), z.unknown()).nullish(), comment: z.string().optional() }),
});

/**
 * What was filled in and written, in order, as far as this person may read it. Once the person's key is gone, nothing.
 * @throws CaseError `not-found` when this person may not see the case.
 */
export async function seeForms(context: CaseContext, asking: Asking, caseId: string): Promise<readonly FormItem[]> {
  const { row, chain, state, verdict } = await visit(context, asking, caseId, 'case.forms');
  await recordAccess(context, asking, 'R', row.id, verdict);
  const key = personKeyOf(context.ring, row);
  if (key === null) return [];
  const rows = await readForms(context.db, row.id, state.seq);
  if (rows.length === 0) return [];
  const facts = (await readFacts(context.db, row.id, state.seq)).map(currentFact);
  const reader = { chain, state, facts, subject: asking.subject, content: verdict.content ?? 'contribution' };
  return rows.flatMap((form) => {
    const fact = facts.find(({ seq }) => seq === form.seq);
    return fact !== undefined && isWritten(fact) && mayRead(reader, fact) ? [itemOf(form, fact, facts, key)] : [];
  });
}

function isWritten(fact: Fact): fact is Written {
  return ['decided', 'attempted', 'paused', 'withdrawn', 'happened'].includes(fact.fact);
}

function itemOf(
  { id, step, at, data: sealed }: FormRow,
  written: Written,
  facts: readonly Fact[],
  key: NamedKey,
): FormItem {
  const { data } = filled.parse(JSON.parse(openForPerson(sealed, key, 'form').toString()));
  const { role, organisation, practitioner } = written.actor;
  return {
    id,
    step,
    round: openingOf(facts, written)?.round ?? timesUntil(facts, written),
    by: { role, organisation, practitioner },
    at: instant(at),
    data: data.form ?? {},
    comment: data.comment ?? null,
  };
}

/** What is about the whole case has no rounds: its how many-th pause this is. */
function timesUntil(facts: readonly Fact[], written: Written): number {
  return facts.filter(({ fact, seq }) => fact === written.fact && seq <= written.seq).length;
}

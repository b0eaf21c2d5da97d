import { currentFact } from '../../engine/migrate.ts';
import { QUESTION } from '../../language/define.ts';
import { readForms } from '../../reading/forms.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { v5 } from '../derived-id.ts';
import { recordLook } from './record-look.ts';
import { type Asking, visit } from '../visit.ts';
import { type FormItem, itemOf, named } from './form-item.ts';
import { mayRead } from './form-reader.ts';
import { personKeyOf } from './personal.ts';
import { type Letter, letterFor } from './referral-letter.ts';
import { seeSharedIntakes } from './see-shared-intakes.ts';
import { undoneIn } from './undone.ts';
import { partsOf } from './written-at-once.ts';

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
  const shared = await seeSharedIntakes(context, asking, seen);
  if (rows.length === 0 && row.details === null) return shared;
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
  return [...(letter === undefined ? [] : [letterItem(row.id, letter)]), ...shared, ...items];
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

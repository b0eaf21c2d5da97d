import { definitionOf } from '../../chains/index.ts';
import { currentFact } from '../../engine/migrate.ts';
import { SHARES_INTAKE, TRANSFER } from '../../language/define.ts';
import { readCase } from '../../reading/case-row.ts';
import { readForms } from '../../reading/forms.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess, type Visit } from '../visit.ts';
import { type FormItem, itemOf } from './form-item.ts';
import { personKeyOf } from './personal.ts';
import { undoneIn } from './undone.ts';
import { partsOf } from './written-at-once.ts';

/**
 * The intakes of coupled cases that may be used again here: for who has the regie, and as long as there is consent for
 * the transfer. Of the other case nothing else is shown; that this was shown stands in its access log.
 */
export async function seeSharedIntakes(
  context: CaseContext,
  asking: Asking,
  { state, verdict }: Visit,
): Promise<readonly FormItem[]> {
  if (verdict.content !== 'whole' || !state.consents.includes(TRANSFER)) return [];
  const shared = state.links.filter(({ type, intake }) => SHARES_INTAKE.includes(type) && intake !== undefined);
  const items: FormItem[] = [];
  for (const { case: id, chain } of shared) {
    const intake = id === undefined ? undefined : await lastIntake(context, id);
    if (id === undefined || intake === undefined) continue;
    await recordAccess(context, asking, 'R', id, {
      policy: verdict.policy,
      relation: 'regie',
      basis: 'toestemming:overdracht',
    });
    items.push({ ...intake, from: { case: id, chain } });
  }
  return items;
}

/** What was filled in at the last intake of a case; undefined when nothing was, or when it was erased. */
async function lastIntake(context: CaseContext, id: string): Promise<FormItem | undefined> {
  const row = await readCase(context.db, id);
  const key = row === undefined ? null : personKeyOf(context.ring, row);
  if (!row?.state || key === null) return undefined;
  const { state } = row;
  const { intake } = definitionOf(state.chain, state.version);
  const [rows, stored] = await Promise.all([
    readForms(context.db, id, state.seq),
    readFacts(context.db, id, state.seq),
  ]);
  const facts = stored.map(currentFact);
  const undone = undoneIn(facts);
  const last = rows
    .filter(({ step }) => step === intake)
    .flatMap((form) => partsOf(form, facts, key))
    .findLast(({ fact }) => fact.fact === 'decided' && !undone.has(fact.seq));
  return last === undefined ? undefined : itemOf(last, facts, false);
}

import type { Fact, FactActor } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { currentFact } from '../../engine/migrate.ts';
import { readConsents } from '../../reading/consents.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, recordAccess, visit } from '../visit.ts';

export interface ConsentItem {
  readonly purpose: string;
  readonly given: boolean;
  /** Who gave it; null for what an outcome gave, where that is not asked. */
  readonly by: string | null;
  readonly at: string;
  /** The step whose outcome gave it; null for what came with the referral. */
  readonly step: string | null;
  readonly recordedBy: Actor | null;
}

/**
 * Every consent in a case, oldest first: those of the referral, and those that an outcome gave.
 * @throws CaseError `not-found`, or `forbidden` for whoever sees the case and has no need of this.
 */
export async function seeConsents(
  context: CaseContext,
  asking: Asking,
  caseId: string,
): Promise<readonly ConsentItem[]> {
  const { row, state, verdict } = await visit(context, asking, caseId, 'case.consents');
  await recordAccess(context, asking, 'R', row.id, verdict);
  const [rows, stored] = await Promise.all([
    readConsents(context.db, row.id),
    readFacts(context.db, row.id, state.seq),
  ]);
  const facts = stored.map(currentFact);
  const referred = rows.map((consent) => ({ ...consent, step: null, recordedBy: partOf(state.referrer) }));
  return [...referred, ...facts.flatMap((fact) => outcomeGave(fact, facts))]
    .toSorted((a, b) => a.at - b.at)
    .map(({ purpose, given, by, at, step, recordedBy }) => ({ purpose, given, by, at: instant(at), step, recordedBy }));
}

type Given = Omit<ConsentItem, 'at'> & { readonly at: number };

/** Consent follows from a decision of the same command. */
function outcomeGave(fact: Fact, facts: readonly Fact[]): readonly Given[] {
  if (fact.fact !== 'consented') return [];
  const decided = facts.findLast(
    (each) => each.fact === 'decided' && each.command === fact.command && each.seq < fact.seq,
  );
  const recordedBy = decided !== undefined && 'actor' in decided ? partOf(decided.actor) : null;
  const { step, at } = fact;
  return fact.purposes.map((purpose) => ({ purpose, given: true, by: null, at, step, recordedBy }));
}

function partOf(actor: FactActor): Actor | null {
  if ('system' in actor) return null;
  const { role, organisation, practitioner } = actor;
  return { role, organisation, practitioner };
}

import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { Fact, FactActor } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { currentFact } from '../../engine/migrate.ts';
import { readConsents } from '../../reading/consents.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { recordLook } from './record-look.ts';
import { type Asking, visit } from '../visit.ts';
import { undoneIn } from './undone.ts';

export interface ConsentItem {
  readonly purpose: string;
  readonly given: boolean;
  /** Who gave it; null for what an outcome gave, where that is not asked. */
  readonly by: string | null;
  /** When it was given or withdrawn; for what was recorded during the case, when that was done. */
  readonly at: string;
  /** The local day on which the resident said so. */
  readonly on: string;
  /** The step whose outcome gave it; null for what came with the referral or was recorded by itself. */
  readonly step: string | null;
  readonly recordedBy: Actor | null;
  /** It was recorded by mistake and taken back. */
  readonly corrected: boolean;
}

/**
 * Every consent in a case, oldest first: those of the referral, those that an outcome gave, and what was given or
 * withdrawn since.
 * @throws CaseError `not-found`, or `forbidden` for whoever sees the case and has no need of this.
 */
export async function seeConsents(
  context: CaseContext,
  asking: Asking,
  caseId: string,
): Promise<readonly ConsentItem[]> {
  const seen = await visit(context, asking, caseId, 'case.consents');
  await recordLook(context, asking, seen);
  const { row, state } = seen;
  const [rows, stored] = await Promise.all([
    readConsents(context.db, row.id),
    readFacts(context.db, row.id, state.seq),
  ]);
  const facts = stored.map(currentFact);
  const undone = undoneIn(facts);
  const referrer = partOf(state.referrer);
  const referred: readonly (Given & { corrected: boolean })[] = rows.map((consent) => ({
    ...consent,
    step: null,
    recordedBy: referrer,
    corrected: false,
  }));
  const since = facts.flatMap((fact) =>
    [...outcomeGave(fact, facts), ...recorded(fact)].map((given) => ({ ...given, corrected: undone.has(fact.seq) })),
  );
  return [...referred, ...since]
    .toSorted((a, b) => a.at - b.at)
    .map(({ purpose, given, by, at, on, step, recordedBy, corrected }) => ({
      purpose,
      given,
      by,
      at: instant(at),
      on: on ?? localDateOf(at),
      step,
      recordedBy,
      corrected,
    }));
}

type Given = Omit<ConsentItem, 'at' | 'on' | 'corrected'> & { readonly at: number; readonly on?: string };

function recorded(fact: Fact): readonly Given[] {
  if (fact.fact !== 'agreed') return [];
  const { purpose, given, by, at, on, actor } = fact;
  return [{ purpose, given, by, at, on, step: null, recordedBy: partOf(actor) }];
}

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

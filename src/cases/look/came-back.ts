import { currentFact } from '../../engine/migrate.ts';
import { reasonsOf } from '../../language/define.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import { mayGoTo } from '../candidates.ts';
import type { CaseContext } from '../context.ts';
import { alternativesFor, type Declined } from '../offers/alternatives.ts';
import { namedNow } from './chain-then.ts';
import type { ActionView, Standing } from './action-view.ts';

/** To who may offer it elsewhere: who declined it and why, and who else could take it on. */
export async function withAlternatives(
  context: CaseContext,
  { chain, state, subject }: Standing,
  view: ActionView,
): Promise<ActionView> {
  const opened = state.open.find(({ id }) => id === view.openStep);
  const elsewhere = view.outcomes?.some(({ id, allowed }) => id === 'omleiden' && allowed) === true;
  if (view.action !== 'decide' || !elsewhere || opened === undefined) return view;
  const { step, item, stage, organisation } = opened;
  const [facts, names] = await Promise.all([
    readFacts(context.db, state.case, state.seq).then((all) => namedNow(all.map(currentFact))),
    context.directory.names(),
  ]);
  const same = facts.flatMap((fact) =>
    fact.fact === 'opened' && fact.step === step && fact.item === item ? [fact.openStep] : [],
  );
  const reasons = reasonsOf(chain);
  const declined = facts.flatMap((fact): readonly Declined[] => {
    if (fact.fact !== 'decided' || fact.outcome !== 'geweigerd' || !same.includes(fact.openStep)) return [];
    const { role, organisation: by, practitioner } = fact.actor;
    const organisationName = by === null ? null : (names.get(by) ?? null);
    const { reason = null } = fact;
    const label = reason === null ? null : (reasons[reason] ?? null);
    return [{ role, organisation: by, practitioner, organisationName, at: instant(fact.at), reason, label }];
  });
  const asked = [...declined.map((each) => each.organisation), stage === 'offered' ? organisation : null];
  const found = await alternativesFor(
    context,
    chain,
    step,
    state,
    asked.flatMap((each) => each ?? []),
  );
  const alternatives = found.filter((each) => mayGoTo(state, subject, each.organisation));
  return { ...view, declined, alternatives };
}

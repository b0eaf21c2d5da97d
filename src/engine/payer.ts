import type { Draft } from './draft.ts';
import { obstacleTo } from './guards.ts';

/** Who pays follows from what was decided, and is noted with its date when it changes (chains.md 1.2). */
export function reconsiderPayer(draft: Draft): void {
  const { chain, state, today } = draft;
  const rules = chain.payers;
  const rule = rules?.rules.find(
    ({ when, validFrom, validUntil }) =>
      validFrom <= today &&
      (validUntil === undefined || today <= validUntil) &&
      obstacleTo({ when }, { chain, state, step: '', outcome: '', today }) === undefined,
  );
  if (rules === undefined || rule === undefined) return;
  if (state.payer?.payer === rule.payer && state.payer.basis === rule.basis) return;
  draft.add({ fact: 'paid-by', payer: rule.payer, basis: rule.basis, version: rules.version, validFrom: today });
}

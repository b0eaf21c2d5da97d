import type { Opsporen, Valrisicotest } from './forms.ts';
import type { FollowUp } from './forms-vervolg.ts';

/** Cut-off of the 4-metre walking test in seconds (VNL-TEST). */
const LOOPTEST_GRENS_SECONDEN = 4;

/** All three answers no: low route (POSOUD). */
export function valSignaal(form: Opsporen): 'alles-nee' | 'verhoogd' {
  return form.gevallen || form.bezorgd || form.moeite ? 'verhoogd' : 'alles-nee';
}

/**
 * Proposes a class; the professional confirms or overrides it with a reason. Assumption after the World Falls
 * Guidelines (WFG): a severe fall is high; a fall, fear or trouble moving with a slow walk is moderate. High without
 * a fall is never proposed, so it always takes a reason (VNL-TEST).
 * Where the walking test was not possible the rule proposes moderate: the clinical view decides (ALMERE).
 */
export function risicoklasse(form: Valrisicotest): 'laag' | 'matig' | 'hoog' {
  const ernstig = form.letsel || form.vakerGevallen || form.flauwgevallen || form.nietOpgestaan || form.dagelijkseTaken;
  if (form.gevallen && ernstig) return 'hoog';
  const signaal = form.gevallen || form.bang || form.moeite;
  if (!signaal) return 'laag';
  return form.looptestSeconden === null || form.looptestSeconden > LOOPTEST_GRENS_SECONDEN ? 'matig' : 'laag';
}

/** Assumption: at three months only a new fall leads back to the test. */
export function naDrieMaanden(form: FollowUp): 'gedaan' | 'nieuwe-val' {
  return form.gevallen ? 'nieuwe-val' : 'gedaan';
}

/** Assumption: a new fall weighs most; who stopped moving or gets worse is tested again as well. */
export function naZesMaanden(form: FollowUp): 'duurzaam' | 'nieuwe-val' | 'achteruitgang' {
  if (form.gevallen) return 'nieuwe-val';
  return form.beweegt && !form.achteruit ? 'duurzaam' : 'achteruitgang';
}

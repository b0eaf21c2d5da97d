import type { Kraamweek, Weging } from './forms.ts';

/**
 * The three levels of NIJMEGEN: risk with enough protection, risk without enough, urgent risk without enough. A
 * feeling that something is wrong counts as a risk (FRYSLAN). The midwife confirms or departs from it with a reason.
 */
export function wegingsniveau(form: Weging): 'geen' | 'potentieel' | 'kwetsbaar' | 'zeer' {
  if (form.risico === 'geen' && !form.nietPluis) return 'geen';
  if (form.bescherming === 'voldoende') return 'potentieel';
  return form.risico === 'urgent' ? 'zeer' : 'kwetsbaar';
}

/** One thing that stands out is enough to hand over warm (FRYSLAN). */
export function kraamsignaal(form: Kraamweek): 'signaal' | 'geen' {
  return form.hechting || form.stemming || form.omstandigheden || form.nietPluis ? 'signaal' : 'geen';
}

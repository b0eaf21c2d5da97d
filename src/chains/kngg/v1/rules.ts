import type { Ggr, Nazorg } from './forms.ts';

/**
 * The class that the professional set is the outcome; it is never computed (NCJ-2012: the clinical view decides). Obesity
 * with another disease goes past the kinderarts first. Where the grade was not measured, the other disease decides.
 */
export function ggrKlasse({ ggr, comorbiditeit, iotf }: Ggr): Ggr['ggr'] | 'comorbiditeit' {
  const obesitas = iotf === undefined || iotf.startsWith('graad');
  return comorbiditeit && obesitas ? 'comorbiditeit' : ggr;
}

/** Assumption: who no longer keeps it up begins again; weight alone decides nothing. */
export function volgehouden({ volgehouden: houdtVol }: Nazorg): 'stabiel' | 'terugval' {
  return houdtVol ? 'stabiel' : 'terugval';
}

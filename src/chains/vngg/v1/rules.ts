import type { Beheer, Indicatie } from './forms.ts';

/** From what waist in centimeters a BMI of 25 to 30 is enough (GLI-INS). */
const MIDDEL_GRENS_CM = { man: 102, vrouw: 88 } as const;

/**
 * Whether insurers pay for the GLI (GLI-INS, terms of 2024-2025): from BMI 30; from 25 with a wide waist or a raised
 * risk. Without a BMI nothing is indicated. The huisarts confirms, or overrides with a reason. The class of the risk
 * (GGR) is never computed: the professional sets it.
 */
export function gliIndicatie({ bmi, middelCm, geslacht, risicofactoren }: Indicatie): 'indicatie-ok' | 'niet' {
  if (bmi === undefined || bmi < 25) return 'niet';
  const wijd = middelCm !== undefined && geslacht !== undefined && middelCm >= MIDDEL_GRENS_CM[geslacht];
  return bmi >= 30 || risicofactoren || wijd ? 'indicatie-ok' : 'niet';
}

/** Assumption: who no longer keeps it up is talked to again; weight alone decides nothing. */
export function volgehouden({ volgehouden: houdtVol }: Beheer): 'stabiel' | 'terugval' {
  return houdtVol ? 'stabiel' : 'terugval';
}

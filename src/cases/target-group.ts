import type { AnyChain, Criterion } from '../language/define.ts';
import { CaseError } from './case-error.ts';
import { ageOn } from './resident/age.ts';

/**
 * Insists that a chain is for someone born on `birthDate` (YYYY-MM-DD), on the day of the referral.
 * @throws CaseError `not-in-target-group`: each criterion that is not met, and where the resident can go instead.
 */
export function insistOnTargetGroup(chain: AnyChain, birthDate: string, today: string): void {
  const age = ageOn(birthDate, today);
  const missed = (chain.inclusion ?? []).filter((criterion) => !meets(criterion, age));
  if (missed.length === 0) return;
  throw new CaseError('not-in-target-group', `Deze inwoner hoort niet bij de doelgroep van ${chain.label}.`, {
    errors: missed.map(({ label }) => ({ pointer: '/resident/birthDate', detail: label })),
    allowed: missed.map(({ instead }) => ({ instead })),
  });
}

function meets({ minAge, maxAge }: Criterion, age: number): boolean {
  return (minAge === undefined || age >= minAge) && (maxAge === undefined || age <= maxAge);
}

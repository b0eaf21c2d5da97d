import type { AnyChain, ConsentGiver } from '../../language/define.ts';
import { CaseError } from '../case-error.ts';

/**
 * Insists that who gave consent is who can give it at this age (whole years, today). What was given before stays given;
 * anyone may take it back. @throws CaseError `invalid-input`.
 */
export function insistOnGiver(
  { consentBy = [] }: AnyChain,
  consent: { readonly given: boolean; readonly by: ConsentGiver } | undefined,
  age: number,
  pointer: string,
): void {
  if (consent?.given !== true) return;
  const line = consentBy.find(({ under = Infinity }) => age < under);
  if (line === undefined || line.by.includes(consent.by)) return;
  throw new CaseError('invalid-input', 'Bij deze leeftijd geeft een ander de toestemming.', {
    errors: [{ pointer, detail: `${line.says} Kies uit: ${line.by.join(', ')}.` }],
  });
}

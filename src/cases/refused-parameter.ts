import { CaseError } from './case-error.ts';

/** A question that names what is not there, by one parameter of its address; the advice, or a list, says what there is. */
export function refusedParameter(says: string, name: string, advice: string | readonly string[]): CaseError {
  const detail = typeof advice === 'string' ? advice : `Kies uit: ${advice.join(', ')}.`;
  return new CaseError('invalid-input', says, { errors: [{ pointer: `/${name}`, detail }] });
}

import { contentOf } from '../chains/index.ts';
import type { AnyChain, Step } from '../language/define.ts';
import { CaseError } from './case-error.ts';
import { readShape } from './read-shape.ts';

export interface CheckedForm {
  /** The form as the schema read it; null for a step without one. */
  readonly data: unknown;
  /** What the chain's rule proposes on this form. */
  readonly proposed: string | undefined;
  readonly kept: Readonly<Record<string, string>>;
}

/**
 * Reads the form of a step and lets the chain's rule propose an outcome. Only the codes that the step keeps leave this
 * function for the workflow. @throws CaseError `invalid-input` with a pointer to every field that is wrong.
 */
export function checkForm(chain: AnyChain, stepId: string, step: Step, outcome: string, form: unknown): CheckedForm {
  const content = contentOf(chain.id, chain.version);
  const name = step.kind === 'assess' ? step.form : undefined;
  const schema = name === undefined ? undefined : content.forms[name];
  if (schema === undefined) {
    if (form === undefined) return { data: null, proposed: undefined, kept: {} };
    throw new CaseError('invalid-input', 'Deze stap heeft geen formulier.', {
      errors: [{ pointer: '/form', detail: `De stap ${stepId} heeft geen formulier. Laat form weg.` }],
    });
  }
  const data = readShape(schema, form ?? {}, 'Het formulier is niet goed ingevuld.', '/form');
  const rule = step.kind === 'assess' && step.propose !== undefined ? content.propose[step.propose] : undefined;
  const kept = step.kind === 'assess' ? (step.keeps ?? []) : [];
  return { data, proposed: rule?.(data), kept: codesOf(kept, outcome, data) };
}

/** `klasse` is what the professional chose; any other kept code is a field of the form. */
function codesOf(kept: readonly string[], outcome: string, data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap((code) => {
      const value = Object.hasOwn(data, code) ? data[code] : outcome;
      return typeof value === 'string' || typeof value === 'boolean' ? [[code, String(value)]] : [];
    }),
  );
}

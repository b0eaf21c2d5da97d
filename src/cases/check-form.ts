import { type ChainContent, contentOf, type Person } from '../chains/index.ts';
import type { AnyChain, Step } from '../language/define.ts';
import { formOf } from '../language/targets.ts';
import { CaseError, type Pointed } from './case-error.ts';
import { keptCodes } from './kept-codes.ts';
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
export function checkForm(
  chain: AnyChain,
  stepId: string,
  step: Step,
  outcome: string,
  form: unknown,
  person?: Person,
): CheckedForm {
  const content = contentOf(chain.id, chain.version);
  const { name, keeps, propose } = askedBy(step, outcome);
  const schema = name === undefined ? undefined : content.forms[name];
  if (name === undefined || schema === undefined) {
    if (form === undefined) return { data: null, proposed: undefined, kept: {} };
    throw new CaseError('invalid-input', 'Deze stap heeft geen formulier.', {
      errors: [{ pointer: '/form', detail: `De stap ${stepId} heeft geen formulier. Laat form weg.` }],
    });
  }
  const data = readShape(schema, form ?? {}, 'Het formulier is niet goed ingevuld.', '/form');
  const errors = problemsOf(content, name, outcome, data);
  if (errors.length > 0) {
    throw new CaseError('invalid-input', 'Het formulier past niet bij deze uitkomst.', { errors });
  }
  const disagreements = disagreementsOf(content, name, data, person);
  if (disagreements.length > 0) {
    throw new CaseError('invalid-input', 'Het formulier past niet bij de leeftijd van de inwoner.', {
      errors: disagreements,
    });
  }
  const rule = propose === undefined ? undefined : content.propose[propose];
  return { data, proposed: rule?.(data), kept: keptCodes(keeps, outcome, schema, data) };
}

/**
 * A hand-off may have a form and keep codes as well, but not for answering the offer; only an assessment has a rule
 * that proposes.
 */
function askedBy(step: Step, outcome: string): { name?: string; keeps: readonly string[]; propose?: string } {
  if (step.kind !== 'assess' && step.kind !== 'handoff') return { keeps: [] };
  if (step.kind === 'handoff' && !Object.hasOwn(step.outcomes, outcome)) return { keeps: [] };
  return {
    keeps: step.keeps ?? [],
    ...(step.form === undefined ? {} : { name: step.form }),
    ...(step.kind === 'assess' && step.propose !== undefined ? { propose: step.propose } : {}),
  };
}

/** Whether the form of this step must agree with the person: whoever has it checked must know them. */
export function asksForPerson(chain: AnyChain, step: Step): boolean {
  return Object.hasOwn(contentOf(chain.id, chain.version).agrees ?? {}, formOf(step) ?? '');
}

function disagreementsOf(
  { agrees = {} }: ChainContent,
  form: string,
  data: unknown,
  person: Person | undefined,
): readonly Pointed[] {
  const compare = Object.hasOwn(agrees, form) ? agrees[form] : undefined;
  if (compare === undefined) return [];
  if (person === undefined) throw new Error(`form ${form} is compared with a person, and there is none`);
  return compare(data, person).map(({ field, detail }) => ({ pointer: `/form/${field}`, detail }));
}

/** What the chain insists on for this outcome and this form does not give. */
function problemsOf(
  { insists }: ChainContent,
  form: string,
  outcome: string,
  data: Readonly<Record<string, unknown>>,
): readonly Pointed[] {
  return insists
    .filter((line) => line.form === form && line.outcomes.includes(outcome))
    .filter(({ field, must }) => isEmpty(data[field]) === (must === 'filled'))
    .map(({ field, detail }) => ({ pointer: `/form/${field}`, detail }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

import { z } from 'zod';
import { contentOf, currentDefinition, definitions } from '../chains/index.ts';
import type { AnyChain, Step, Target, Term } from '../language/define.ts';
import { CaseError } from './case-error.ts';

/** The version of a chain that new cases start with. @throws CaseError `not-found`. */
export function currentChain(id: string): AnyChain {
  const chain = currentDefinition(id);
  if (chain === undefined) throw new CaseError('not-found', 'Deze keten bestaat niet.');
  return chain;
}

/** A chain as callers read it: everything that a form, a page or another system needs. @throws CaseError `not-found`. */
export function describeChain(id: string, version: number | undefined): object {
  const chain = version === undefined ? currentDefinition(id) : versionOf(id, version);
  if (chain === undefined) throw new CaseError('not-found', 'Deze keten of deze versie bestaat niet.');
  const { forms } = contentOf(chain.id, chain.version);
  return {
    id: chain.id,
    label: chain.label,
    ...(chain.purpose === undefined ? {} : { purpose: chain.purpose }),
    version: chain.version,
    published: chain.published,
    entries: chain.entries,
    roles: chain.roles,
    endings: chain.endings,
    reasons: chain.reasons,
    knobs: chain.knobs,
    steps: Object.entries(chain.steps).map(([step, definition]) => describeStep(step, definition)),
    forms: Object.fromEntries(
      Object.entries(forms).map(([name, form]) => [name, z.toJSONSchema(form, { io: 'input' })]),
    ),
  };
}

function versionOf(id: string, version: number): AnyChain | undefined {
  const versions = Object.hasOwn(definitions, id) ? (definitions[id] ?? []) : [];
  return versions.find((candidate) => candidate.version === version);
}

function describeStep(id: string, step: Step): object {
  return {
    id,
    label: step.label,
    kind: step.kind,
    role: step.by,
    term: describeTerm(step.within),
    ...(step.source === undefined ? {} : { source: step.source }),
    ...(step.kind === 'assess' && step.form !== undefined ? { form: step.form } : {}),
    outcomes: Object.entries(step.outcomes).map(([outcome, { label, to }]) => ({
      id: outcome,
      label,
      to: describeTarget(to),
    })),
  };
}

function describeTerm(term: Term): object {
  if ('fixed' in term) return { value: term.fixed, source: term.source };
  return {
    value: term.knob,
    min: term.min,
    max: term.max,
    ...(term.source === undefined ? { assumption: true } : { source: term.source }),
  };
}

function describeTarget(target: Target): object {
  if (typeof target === 'string') return { step: target };
  if ('end' in target) return { end: target.end };
  if ('gap' in target) return { gap: target.gap, fallback: target.fallback };
  const cases = Object.entries(target.cases).map(([value, plain]) => [value, describeTarget(plain)]);
  return { byKnob: target.byKnob, cases: Object.fromEntries(cases) };
}

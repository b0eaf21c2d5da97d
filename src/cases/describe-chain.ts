import { z } from 'zod';
import { contentOf, currentDefinition, versionOf } from '../chains/index.ts';
import type { AnyChain } from '../language/define.ts';
import { guardsInWords } from '../language/guards-in-words.ts';
import { knobsOf } from '../language/knobs.ts';
import { CaseError } from './case-error.ts';
import { describeStep } from './describe-step.ts';
import { describeLength } from './describe-term.ts';

/** The version of a chain that new cases start with. @throws CaseError `not-found`. */
export function currentChain(id: string): AnyChain {
  const chain = currentDefinition(id);
  if (chain === undefined) throw new CaseError('not-found', 'Deze keten bestaat niet.');
  return chain;
}

/** The version that is asked for, or else that of new cases. @throws CaseError `not-found`. */
export function chainAsked(id: string, version: number | undefined): AnyChain {
  const chain = version === undefined ? currentDefinition(id) : versionOf(id, version);
  if (chain === undefined) throw new CaseError('not-found', 'Deze keten of deze versie bestaat niet.');
  return chain;
}

/** A chain as callers read it: everything that a form, a page or another system needs. @throws CaseError `not-found`. */
export function describeChain(id: string, version: number | undefined): object {
  const chain = chainAsked(id, version);
  const { forms } = contentOf(chain.id, chain.version);
  return {
    ...describeDefinition(chain),
    forms: Object.fromEntries(
      Object.entries(forms).map(([name, form]) => [name, z.toJSONSchema(form, { io: 'input' })]),
    ),
  };
}

/** All of it but the forms, which stand beside a definition. */
export function describeDefinition(chain: AnyChain): object {
  const { anchors = {}, events = {}, variants = {}, marks = {}, phases = {}, inclusion = [], limits = {} } = chain;
  return {
    id: chain.id,
    label: chain.label,
    ...(chain.purpose === undefined ? {} : { purpose: chain.purpose }),
    version: chain.version,
    published: chain.published,
    entries: chain.entries,
    afterConsent: chain.afterConsent,
    roles: chain.roles,
    endings: chain.endings,
    milestones: chain.milestones,
    reasons: chain.reasons,
    anchors,
    birthdays: chain.birthdays ?? {},
    events,
    variants,
    marks,
    phases,
    consentBy: chain.consentBy ?? [],
    inclusion,
    limits: Object.fromEntries(
      Object.entries(limits).map(([name, { within, ...limit }]) => [
        name,
        { ...limit, within: describeLength(within) },
      ]),
    ),
    payers: (chain.payers?.rules ?? []).map(({ when, ...rule }) => ({
      ...rule,
      version: chain.payers?.version,
      when: guardsInWords(chain, when),
    })),
    group: chain.group ?? null,
    knobs: Object.fromEntries(knobsOf(chain).map(({ name, ...knob }) => [name, knob])),
    steps: Object.entries(chain.steps).map(([step, definition]) => describeStep(chain, step, definition)),
  };
}

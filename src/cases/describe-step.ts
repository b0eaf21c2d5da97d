import type { AnyChain, HeldStep, Outcome, Step, Target } from '../language/define.ts';
import { guardsInWords } from '../language/guards-in-words.ts';
import { formOf, isHeld, keepsOf, regieOf, rolesOf } from '../language/targets.ts';
import { describeLength, describeTerm, describeTrigger } from './describe-term.ts';

/** Who holds what the engine decides itself. */
const SYSTEM = 'systeem';

/** One step as callers read it: who, when, from what document, what opens it, and where each outcome leads. */
export function describeStep(chain: AnyChain, id: string, step: Step): object {
  const [role = SYSTEM, ...others] = rolesOf(step);
  return {
    id,
    label: step.label,
    kind: step.kind,
    role,
    ...(others.length === 0 ? {} : { roles: [role, ...others] }),
    ...(isHeld(step) ? describeHeld(chain, id, step) : describeRule(chain, step)),
    ...phaseOf(chain, id),
    ...(step.source === undefined ? {} : { source: step.source }),
    ...(step.join === undefined ? {} : { join: step.join }),
    outcomes: Object.entries(step.outcomes).map(([name, outcome]) => describeOutcome(chain, name, outcome)),
  };
}

function describeHeld(chain: AnyChain, id: string, step: HeldStep): object {
  const form = formOf(step);
  const keeps = keepsOf(step);
  return {
    term: describeTerm(chain, id, step.within),
    ...(step.opens === undefined ? {} : { opens: describeTrigger(chain, id, step.opens) }),
    ...given({ with: step.with, lapsesOn: step.lapsesOn, each: step.each, missed: step.missed }),
    ...given({ attempts: step.attempts, confidential: step.confidential, form }),
    ...(keeps.length === 0 ? {} : { keeps }),
    ...describeKind(id, step),
  };
}

function describeKind(id: string, step: HeldStep): object {
  switch (step.kind) {
    case 'assess':
      return given({ propose: step.propose, override: step.override });
    case 'handoff': {
      const accept = describeLength(step.accept, `${id}.accept`);
      return { from: step.from, accept, ...given({ warm: step.warm, outside: step.outside }) };
    }
    case 'inform':
      return { tells: step.tells };
    case 'wait':
      return { waitsFor: step.waitsFor, ...given({ reports: step.reports, ready: step.ready }) };
  }
}

function describeRule(chain: AnyChain, step: Extract<Step, { kind: 'rule' }>): object {
  return {
    rule: step.rule,
    version: step.version,
    decides: step.decides.map(({ when, outcome }) => ({ when: guardsInWords(chain, when), outcome })),
    otherwise: step.otherwise,
  };
}

function phaseOf(chain: AnyChain, id: string): object {
  const phase = Object.entries(chain.phases ?? {}).find(([, { steps }]) => steps.includes(id));
  return phase === undefined ? {} : { phase: phase[0], regie: regieOf(phase[1]) };
}

function describeOutcome(chain: AnyChain, id: string, { label, to, when = [], ...more }: Outcome): object {
  return {
    id,
    label,
    to: describeTarget(to),
    ...(when.length === 0 ? {} : { when: guardsInWords(chain, when) }),
    ...more,
  };
}

function describeTarget(target: Target): object {
  if (typeof target === 'string') return { step: target };
  if ('all' in target) return { all: target.all.map(describeTarget) };
  if (!('byKnob' in target)) return target;
  const cases = Object.entries(target.cases).map(([value, plain]) => [value, describeTarget(plain)]);
  return { byKnob: target.byKnob, cases: Object.fromEntries(cases) };
}

/** Without what is not said. */
function given(said: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

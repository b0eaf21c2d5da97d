import type { AnyChain, PlainTarget, Step, SwitchKnob, Target, Term } from './define.ts';
import { lengthOfText } from './duration-text.ts';
import { targetsOf } from './targets.ts';

/**
 * What is wrong with a chain, one readable line each; empty when nothing is. The compiler sees most of this where a
 * chain is written; here stands what it cannot see, and all of it for a chain that came as data.
 */
export function problemsOf(chain: AnyChain): readonly string[] {
  const steps = Object.entries(chain.steps);
  return [
    ...namesOfChain(chain),
    ...steps.flatMap(([id, step]) => namesOfStep(chain, step).map((problem) => `step ${id}: ${problem}`)),
    ...steps.flatMap(([id, step]) => termProblems(step.within).map((problem) => `step ${id}: ${problem}`)),
    ...steps.flatMap(([id, step]) => targetProblems(chain, step).map((problem) => `step ${id}, ${problem}`)),
    ...Object.entries(chain.knobs).flatMap(([name, knob]) =>
      switchProblems(knob).map((problem) => `knob ${name}: ${problem}`),
    ),
    ...pathProblems(chain),
  ];
}

function namesOfChain(chain: AnyChain): string[] {
  const starts = Object.entries(chain.entries);
  return [
    ...(starts.some(([, steps]) => steps.length > 0) ? [] : ['no role has an entry']),
    ...starts.flatMap(([role, steps]) =>
      unknown(steps, chain.steps).map((step) => `entry of ${role}: there is no step ${step}`),
    ),
    ...unknown(chain.afterConsent, chain.steps).map((step) => `afterConsent: there is no step ${step}`),
  ];
}

function namesOfStep(chain: AnyChain, step: Step): string[] {
  const outcomes = Object.values(step.outcomes);
  const informed = outcomes.flatMap(({ inform }) => inform ?? []);
  const reasons = step.kind === 'assess' && step.override !== undefined ? [step.override.reason] : [];
  const proposes = step.kind === 'assess' && step.propose !== undefined;
  return [
    ...unknown([step.by], chain.roles).map((role) => `role ${role} has no label`),
    ...unknown(informed, chain.milestones).map((milestone) => `there is no milestone ${milestone}`),
    ...unknown(reasons, chain.reasons).map((reason) => `there is no reason ${reason}`),
    ...(outcomes.length === 0 ? ['it has no outcome'] : []),
    ...(proposes && step.form === undefined ? ['it proposes without a form'] : []),
    ...(proposes && step.override === undefined ? ['it proposes and nobody may override'] : []),
  ];
}

function termProblems(term: Term): string[] {
  if ('fixed' in term) return lengthOfText(term.fixed) === undefined ? [`${term.fixed} is not a duration`] : [];
  const [min, value, max] = [term.min, term.knob, term.max].map(lengthOfText);
  const broken = [term.min, term.knob, term.max].filter((text) => lengthOfText(text) === undefined);
  if (min === undefined || value === undefined || max === undefined) {
    return broken.map((text) => `${text} is not a duration`);
  }
  return min <= value && value <= max ? [] : [`${term.knob} does not lie between ${term.min} and ${term.max}`];
}

function targetProblems(chain: AnyChain, step: Step): string[] {
  return Object.entries(step.outcomes).flatMap(([id, { to }]) => [
    ...switchTargetProblems(chain, to).map((problem) => `outcome ${id}: ${problem}`),
    ...targetsOf(to).flatMap((target) => missing(chain, target).map((problem) => `outcome ${id}: ${problem}`)),
  ]);
}

function missing(chain: AnyChain, target: PlainTarget<string, string>): string[] {
  if (typeof target === 'string') return unknown([target], chain.steps).map((step) => `there is no step ${step}`);
  if ('gap' in target) return unknown([target.fallback], chain.steps).map((step) => `there is no step ${step}`);
  return unknown([target.end], chain.endings).map((ending) => `there is no ending ${ending}`);
}

function switchTargetProblems(chain: AnyChain, to: Target): string[] {
  if (typeof to === 'string' || !('byKnob' in to)) return [];
  const knob = Object.hasOwn(chain.knobs, to.byKnob) ? chain.knobs[to.byKnob] : undefined;
  if (knob === undefined) return [`there is no knob ${to.byKnob}`];
  const strays = Object.keys(to.cases).filter((option) => !knob.options.includes(option));
  return [
    ...unknown(knob.options, to.cases).map((option) => `no target for ${to.byKnob} = ${option}`),
    ...strays.map((option) => `${to.byKnob} has no option ${option}`),
  ];
}

function switchProblems({ options, default: value }: SwitchKnob): string[] {
  return options.includes(value) ? [] : [`its default ${value} is not one of its options`];
}

/** Every step can be reached from an entry, and from every step the case can come to an end, however switches stand. */
function pathProblems(chain: AnyChain): string[] {
  const steps = Object.entries(chain.steps);
  const reached = new Set(Object.values(chain.entries).flat());
  for (const id of reached) {
    const outcomes = Object.values(chain.steps[id]?.outcomes ?? {});
    for (const target of outcomes.flatMap(({ to }) => targetsOf(to))) reached.add(stepAfter(target) ?? id);
  }
  const ending = new Set<string>();
  const leadsToAnEnd = (target: PlainTarget<string, string>): boolean => {
    const step = stepAfter(target);
    return step === undefined || ending.has(step);
  };
  for (let size = -1; size !== ending.size;) {
    size = ending.size;
    for (const [id, step] of steps) {
      if (Object.values(step.outcomes).some(({ to }) => targetsOf(to).every(leadsToAnEnd))) ending.add(id);
    }
  }
  return [
    ...steps.flatMap(([id]) => (reached.has(id) ? [] : [`step ${id}: no entry leads here`])),
    ...steps.flatMap(([id]) => (ending.has(id) ? [] : [`step ${id}: no path from here ends`])),
  ];
}

/** The step that a target opens; undefined for an end. */
function stepAfter(target: PlainTarget<string, string>): string | undefined {
  if (typeof target === 'string') return target;
  return 'gap' in target ? target.fallback : undefined;
}

function unknown(names: readonly string[], known: object): string[] {
  return names.filter((name) => !Object.hasOwn(known, name));
}

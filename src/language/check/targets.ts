import type { AnyChain, PlainTarget, Target } from '../define.ts';
import { endingOf, isAll, stepAfter, targetsOf } from '../targets.ts';
import { missingSteps, outcomesOf, unknown } from './unknown.ts';

/** Where outcomes lead: to steps, endings, options and variants that exist. */
export function targetProblems(chain: AnyChain): readonly string[] {
  return outcomesOf(chain).flatMap(({ outcome: { to }, where }) =>
    [
      ...switchProblems(chain, to),
      ...severalProblems(to),
      ...targetsOf(to).flatMap((target) => [...missing(chain, target), ...variantProblems(chain, target)]),
    ].map((problem) => `${where}: ${problem}`),
  );
}

function missing(chain: AnyChain, target: PlainTarget): string[] {
  const [step, ending] = [stepAfter(target), endingOf(target)];
  return [
    ...missingSteps(chain, step === undefined ? [] : [step]),
    ...unknown(ending === undefined ? [] : [ending], chain.endings).map((name) => `there is no ending ${name}`),
  ];
}

function variantProblems(chain: AnyChain, target: PlainTarget): string[] {
  if (typeof target === 'string' || !('step' in target)) return [];
  const variants = chain.variants ?? {};
  return Object.entries(target.with).flatMap(([name, value]) => {
    const values = Object.hasOwn(variants, name) ? variants[name] : undefined;
    if (values === undefined) return [`there is no variant ${name}`];
    return value === undefined || values.includes(value) ? [] : [`variant ${name} is never ${value}`];
  });
}

function severalProblems(to: Target): string[] {
  if (!isAll(to)) return [];
  const steps = to.all.map((each) => stepAfter(each) ?? '');
  return [
    ...(steps.length < 2 ? ['all() names fewer than two steps'] : []),
    ...(new Set(steps).size < steps.length ? ['all() names a step twice'] : []),
  ];
}

function switchProblems(chain: AnyChain, to: Target): string[] {
  if (typeof to === 'string' || !('byKnob' in to)) return [];
  const knob = Object.hasOwn(chain.knobs, to.byKnob) ? chain.knobs[to.byKnob] : undefined;
  if (knob === undefined) return [`there is no knob ${to.byKnob}`];
  const strays = Object.keys(to.cases).filter((option) => !knob.options.includes(option));
  return [
    ...unknown(knob.options, to.cases).map((option) => `no target for ${to.byKnob} = ${option}`),
    ...strays.map((option) => `${to.byKnob} has no option ${option}`),
  ];
}

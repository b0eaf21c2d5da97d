import { describe, expect, test } from 'vitest';
import type { AnyChain, Step } from '../language/define.ts';
import { commonEndings, stepNamed } from '../language/define.ts';
import { stepAfter, targetsOf } from '../language/targets.ts';
import { definitions } from './definitions.ts';
import { indicatorsByChain, indicatorsOf } from './indicators.ts';

const versions = Object.entries(definitions).flatMap(([chain, all]) =>
  all.map((version) => [`${chain} version ${version.version}`, version, indicatorsOf(chain)] as const),
);

test('every chain has indicators, and nothing else has', () => {
  expect(Object.keys(indicatorsByChain).sort()).toEqual(Object.keys(definitions).sort());
});

describe.each(versions)('%s', (_name, chain, { contact, activity, durable, endings }) => {
  const named = [
    ...contact.from,
    ...contact.by,
    ...activity.begins,
    ...activity.stops,
    ...durable.needs,
    ...Object.keys(durable.measures),
    ...durable.due.flatMap(({ after }) => after),
  ];

  test('has every outcome that its indicators name', () => {
    expect(named.filter((name) => !outcomesOf(chain).includes(name))).toEqual([]);
  });

  test('has no indicator that rests on a confidential step, or on one that may lead there', () => {
    const secret = named.filter((name) => {
      const step = stepNamed(chain, name.split('.')[0]!);
      return step === undefined || isSecret(step) || nextOf(chain, step).some(isSecret);
    });
    expect(secret).toEqual([]);
  });

  test('knows what each of its endings means, and nothing of endings that it has not', () => {
    const byLife = ['overleden', 'verhuisd', 'zwangerschap-beeindigd', 'kind-overleden'];
    const all = [...Object.keys(chain.endings), ...Object.keys(commonEndings)];
    const told = all.map((ending) => (byLife.includes(ending) ? 'omstandigheden' : ending));
    expect(Object.keys(endings).sort()).toEqual([...new Set(told)].sort());
  });

  test('measures a beginning anew as help that did not last', () => {
    const anew = Object.entries(chain.steps).flatMap(([step, { outcomes }]) =>
      Object.entries(outcomes).flatMap(([outcome, { anew: again }]) => (again === true ? [`${step}.${outcome}`] : [])),
    );
    expect(anew.filter((name) => durable.measures[name] !== 'nee')).toEqual([]);
  });

  test('can come to durable help and to none, and says in words what that is', () => {
    expect(Object.values(durable.measures)).toContain('ja');
    expect(Object.values(endings).map((ending) => ending.durable)).toContain('nee');
    expect(durable.says.length).toBeGreaterThan(40);
  });
});

function isSecret(step: Step): boolean {
  return step.kind !== 'rule' && step.confidential === true;
}

function nextOf(chain: AnyChain, { outcomes }: Step): readonly Step[] {
  const ids = Object.values(outcomes).flatMap(({ to }) => targetsOf(to).flatMap((each) => stepAfter(each) ?? []));
  return ids.flatMap((id) => stepNamed(chain, id) ?? []);
}

function outcomesOf({ steps }: AnyChain): readonly string[] {
  return Object.entries(steps).flatMap(([step, { outcomes }]) =>
    Object.keys(outcomes).map((outcome) => `${step}.${outcome}`),
  );
}

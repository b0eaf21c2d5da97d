import { describe, expect, test } from 'vitest';
import { problemsOf } from '../language/check.ts';
import { followProblems } from '../language/check/follows.ts';
import type { AnyChain } from '../language/define.ts';
import { targetsOf } from '../language/targets.ts';
import * as workflows from '../workflows/index.ts';
import { workflowTypeOf } from '../platform/temporal/ids.ts';
import { contentOf, currentDefinition, definitionOf, definitions, followersOf } from './index.ts';

const every = Object.values(definitions)
  .flat()
  .map((chain) => [`${chain.id} version ${chain.version}`, chain] as const);

describe.each(every)('%s', (_name, chain: AnyChain) => {
  const content = contentOf(chain.id, chain.version);
  const steps = Object.entries(chain.steps);
  const assessed = steps.flatMap(([id, step]) => (step.kind === 'assess' ? [[id, step] as const] : []));

  test('has no problems', () => {
    expect(problemsOf(chain)).toEqual([]);
  });

  test('names its chain, steps, outcomes, roles and reasons in lower-case Dutch kebab-case', () => {
    const outcomes = steps.flatMap(([, step]) => Object.keys(step.outcomes));
    const names = [
      chain.id,
      ...Object.keys(chain.steps),
      ...outcomes,
      ...Object.keys(chain.roles),
      ...Object.keys(chain.reasons),
    ];
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('has exactly the forms that its steps ask for', () => {
    const asked = steps.flatMap(([, step]) => ('form' in step ? (step.form ?? []) : []));
    expect(Object.keys(content.forms).sort()).toEqual([...new Set(asked)].sort());
  });

  test('has exactly the rules that its steps propose by', () => {
    const asked = new Set(assessed.flatMap(([, { propose }]) => propose ?? []));
    expect(Object.keys(content.propose).sort()).toEqual([...asked].sort());
  });

  test('tells the referrer something whenever it ends', () => {
    const silent = steps.flatMap(([id, step]) =>
      Object.entries(step.outcomes)
        .filter(
          ([, { to, inform }]) =>
            inform === undefined && targetsOf(to).some((target) => typeof target !== 'string' && 'end' in target),
        )
        .map(([outcome]) => `${id}: ${outcome}`),
    );
    expect(silent).toEqual([]);
  });

  test('uses every milestone and every ending that it names', () => {
    const outcomes = steps.flatMap(([, step]) => Object.values(step.outcomes));
    const late = steps.flatMap(([, step]) => (step.kind === 'rule' ? [] : (step.missed ?? [])));
    const passed = steps.flatMap(([, step]) => (step.kind === 'inform' ? step.tells : []));
    const told = new Set([...outcomes.flatMap(({ inform }) => inform ?? []), ...late, ...passed]);
    const ends = new Set(
      outcomes
        .flatMap(({ to }) => targetsOf(to))
        .flatMap((to) => (typeof to === 'object' && 'end' in to ? to.end : [])),
    );
    expect([...told].sort()).toEqual(Object.keys(chain.milestones).sort());
    expect([...ends].sort()).toEqual(Object.keys(chain.endings).sort());
  });

  test('says nothing about the outcome of care in its neutral words', () => {
    const neutral = Object.values(chain.milestones).map((milestone) => milestone.neutral);
    for (const text of neutral) expect(text).not.toMatch(/\b(risico|laag|matig|hoog|advies|groep)\b/i);
  });

  test('is plain data: it travels into a workflow unchanged', () => {
    expect(JSON.parse(JSON.stringify(chain))).toEqual(chain);
  });
});

test('versions of a chain are numbered from 1 without gaps, and stand under their own id', () => {
  for (const [id, versions] of Object.entries(definitions)) {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    expect(new Set(versions.map((chain) => chain.id))).toEqual(new Set([id]));
  }
});

test('whoever knows a version finds the way in the one after it: running cases come over, names stay readable', () => {
  for (const versions of Object.values(definitions)) {
    for (const newer of versions.filter(({ follows }) => follows !== undefined)) {
      const older = definitionOf(newer.id, newer.follows?.version ?? 0);
      expect(followProblems(older, newer), `${newer.id} version ${newer.version}`).toEqual([]);
      expect(followersOf(older)).toContain(newer);
    }
  }
});

test('every chain has a workflow of the type that its cases are started with', () => {
  expect(Object.keys(workflows).sort()).toEqual(
    Object.keys(definitions)
      .map((id) => workflowTypeOf(id))
      .sort(),
  );
});

test('new cases start with the newest version', () => {
  for (const [id, versions] of Object.entries(definitions)) expect(currentDefinition(id)).toBe(versions.at(-1));
});

test('a chain or version that does not exist is never found, whatever it is called', () => {
  for (const name of ['onbekend', '__proto__', 'toString', '']) {
    expect(currentDefinition(name)).toBeUndefined();
    expect(() => definitionOf(name, 1)).toThrow('has no version 1');
    expect(() => contentOf(name, 1)).toThrow('has no forms');
  }
  expect(() => definitionOf('valpreventie', 99)).toThrow('chain valpreventie has no version 99');
});

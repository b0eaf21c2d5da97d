import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/language/check.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { knobsOf, resolveKnobs } from '../../src/language/knobs.ts';
import { randomChain } from './random-chain.ts';

test('every random chain is a valid one', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      expect(problemsOf(chain)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a random chain is plain data, and its own defaults may be chosen by any place', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      expect(JSON.parse(JSON.stringify(chain))).toEqual(chain);
      const defaults = Object.fromEntries(knobsOf(chain).map(({ name, default: value }) => [name, value]));
      expect(Object.keys(resolveKnobs(chain, { kern: defaults }))).toHaveLength(knobsOf(chain).length);
    }),
    { numRuns: 200 },
  );
});

/** What the engine's properties are to meet: each pattern is found in the JSON of some chain. */
const features: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ...['assess', 'handoff', 'inform', 'wait', 'rule'].map((kind) => [kind, new RegExp(`"kind":"${kind}"`)] as const),
  ['warm', /"warm":true/],
  ['outside', /"outside":true/],
  ['an outcome by the sender', /"by":"sender"/],
  ['several roles', /"by":\[/],
  ['all', /"all":\[/],
  ['join', /"join":\["main","tak-/],
  ['leave', /"leave":true/],
  ['gap', /"gap":"ontbreekt"/],
  ['switch', /"byKnob":"route"/],
  ['variant', /"with":\{"spoed":"ja"\}/],
  ['term by variant', /"byVariant":"spoed"/],
  ['term by code', /"byCode":"code"/],
  ['window', /"notBefore":.*"due":/],
  ['term since a step', /"within":\{"since":/],
  ['term after an anchor', /"within":\{"after":/],
  ['term before an anchor', /"within":\{"before":/],
  ['otherwise', /"otherwise":\{"/],
  ['knob', /"knob":"P/],
  ['trigger on an event', /"opens":\{"on":/],
  ['trigger at a moment', /"opens":\{"at":/],
  ['trigger after lengths', /"opens":\{"after":\[/],
  ['trigger every length', /"opens":\{"every":/],
  ['limit', /"limits":\{"grens/],
  ['limit with until', /"until":"stap/],
  ['lapsesOn', /"lapsesOn":\[/],
  ['each', /"each":"lijst"/],
  ['attempts', /"attempts":true/],
  ['guard atMost', /"atMost":/],
  ['guard attempts', /"attempts":[1-3]/],
  ['guard decided', /"when":\[\{"step":"stap-0"/],
  ['guard kept', /"when":\[\{"code":"code"/],
  ['guard oncePer', /"oncePer":"P/],
  ['mark', /"mark":"geteld"/],
  ['phases', /"phases":\{/],
  ['payers', /"payers":\{/],
  ['group', /"group":\{"waits"/],
  ['joining and leaving a group', /"group":"(joins)".*|"group":"leaves"/],
  ['ready', /"ready":\{"waiting":"kern"/],
  ['proposal', /"propose":"voorstel"/],
  ['consent', /"gives":\["overdracht"\]/],
  ['link', /"link":\{/],
  ['reason', /"reason":"required"/],
  ['confidential', /"confidential":true/],
  ['missed', /"missed":"te-laat"/],
  ['inclusion', /"inclusion":\[/],
];

describe('among five hundred random chains some have', () => {
  const chains = fc.sample(randomChain, { numRuns: 500, seed: 4 }).map((chain: AnyChain) => JSON.stringify(chain));

  test.each(features)('%s', (_feature, pattern) => {
    expect(chains.filter((chain) => pattern.test(chain)).length).toBeGreaterThan(5);
  });
});

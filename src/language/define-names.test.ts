import { expect, test } from 'vitest';
import { base, begin, eind, hand, klaar, los, nergens, s, within, zij } from '../../test/language/typed-base.ts';
import { problemsOf } from './check.ts';
import * as say from './define.ts';
import { all, assess, decided, defineChain, handoff, keptIs, on, oncePer, since, to } from './define.ts';

/*
 * `tsc` (npm run verify) fails when a line below `@ts-expect-error` is accepted. Nothing here is called but `accepted`.
 * What the compiler cannot see, `check` does: check/*.test.ts.
 */

const accepted = () =>
  defineChain({
    ...base,
    steps: {
      begin,
      zij: assess({ ...s, opens: on('geboorte'), lapsesOn: ['begin', 'geboorte'], each: 'lijst', outcomes: { los } }),
      na: handoff({ ...hand, by: ['coach', 'tester'], join: ['main', 'zij'], outcomes: { klaar } }),
    },
  });

test('a chain in which every name is there compiles, and check has nothing to say of its names', () => {
  expect(problemsOf(accepted()).filter((problem) => /there is no|has no label|no step keeps/.test(problem))).toEqual(
    [],
  );
});

/** Names of steps, variants, codes, marks, events and anchors, wherever they may stand. */
export const refusedByTheCompiler = {
  stepOfSeveral: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `zj`
      steps: { zij, begin: assess({ ...s, outcomes: { klaar, samen: { label: 'S', to: all('begin', 'zj') } } }) },
    }),
  stepInVariant: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin: assess({ ...s, outcomes: { klaar, spoed: { label: 'S', to: to('bgin', { spoed: 'ja' }) } } }) },
    }),
  variant: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no variant `sped`
      steps: { begin: assess({ ...s, outcomes: { klaar, spoed: { label: 'S', to: to('begin', { sped: 'ja' }) } } }) },
    }),
  variantValue: () =>
    defineChain({
      ...base,
      // @ts-expect-error `spoed` is never `jaa`
      steps: { begin: assess({ ...s, outcomes: { klaar, spoed: { label: 'S', to: to('begin', { spoed: 'jaa' }) } } }) },
    }),
  variantOfTerm: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no variant `sped`
      steps: { begin: assess({ ...s, within: say.byVariant('sped', { ja: within }, within), outcomes: { klaar } }) },
    }),
  codeOfTerm: () =>
    defineChain({
      ...base,
      // @ts-expect-error no step keeps `kns`
      steps: { begin, zij: assess({ ...s, within: say.byCode('kns', { a: within }, within), outcomes: { los } }) },
    }),
  each: () =>
    defineChain({
      ...base,
      // @ts-expect-error no step keeps `lijs`
      steps: { begin, zij: assess({ ...s, each: 'lijs', outcomes: { los } }) },
    }),
  keptIs: () =>
    defineChain({
      ...base,
      // @ts-expect-error no step keeps `kns`
      steps: { begin, zij: assess({ ...s, outcomes: { los, ja: { ...los, when: [keptIs('kns', 'a')] } } }) },
    }),
  decided: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin, zij: assess({ ...s, outcomes: { los, ja: { ...los, when: [decided('bgin', 'klaar')] } } }) },
    }),
  'an outcome of decided': () =>
    defineChain({
      ...base,
      // @ts-expect-error the step `begin` has no outcome `klar`
      steps: { begin, zij: assess({ ...s, outcomes: { los, ja: { ...los, when: [decided('begin', 'klar')] } } }) },
    }),
  oncePer: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no mark `otgo`
      steps: { begin, zij: assess({ ...s, outcomes: { los, ja: { ...los, when: [oncePer('P1Y', 'otgo')] } } }) },
    }),
  mark: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no mark `otgo`
      steps: { begin, zij: assess({ ...s, outcomes: { los: { ...los, mark: 'otgo' } } }) },
    }),
  event: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no event `gebote`
      steps: { begin, zij: assess({ ...s, opens: on('gebote'), outcomes: { los } }) },
    }),
  triggerAt: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin, zij: assess({ ...s, opens: { at: eind, opening: 'bgin' }, outcomes: { los } }) },
    }),
  triggerAnchor: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `end`
      steps: { begin, zij: assess({ ...s, opens: { at: nergens, opening: 'begin' }, outcomes: { los } }) },
    }),
  triggerAfter: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin, zij: assess({ ...s, opens: { after: [within], from: 'bgin' }, outcomes: { los } }) },
    }),
  triggerEvery: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin, zij: assess({ ...s, opens: { every: within, from: 'bgin' }, outcomes: { los } }) },
    }),
  lapsesOn: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step or event `bgin`
      steps: { begin, zij: assess({ ...s, lapsesOn: ['geboorte', 'bgin'], outcomes: { los } }) },
    }),
  join: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `zj`
      steps: { zij, begin: assess({ ...s, join: ['main', 'zj'], outcomes: { klaar } }) },
    }),
  since: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      steps: { begin, zij: assess({ ...s, within: since('bgin', within), outcomes: { los } }) },
    }),
  after: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `dg`
      steps: { begin, zij: assess({ ...s, within: say.after('dg', within), outcomes: { los } }) },
    }),
  window: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `dg`
      steps: { begin, zij: assess({ ...s, within: { aim: nergens, due: within }, outcomes: { los } }) },
    }),
  lackedStep: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `zj`
      mayLack: { zj: { gap: 'geen-zij', fallback: 'begin' } },
      steps: { begin, zij },
    }),
  lackFallback: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      mayLack: { zij: { gap: 'geen-zij', fallback: 'bgin' } },
      steps: { begin, zij },
    }),
};

import { describe, expect, expectTypeOf, test } from 'vitest';
import { assess, byKnob, defineChain, end, type FormOf, gap, knob, sourced, type StepIdOf, wait } from './define.ts';

/*
 * What the compiler refuses: `tsc` (npm run verify) fails when a line below `@ts-expect-error` is accepted. The chains
 * here are made inside functions that are never called; only the first is used at run time.
 */

const within = knob('10wd', { min: '5wd', max: '20wd' });
const named = {
  id: 'proef',
  version: 1,
  label: 'Proef',
  published: false,
  roles: { tester: 'Tester', coach: 'Coach' },
  endings: { klaar: 'Klaar', weg: 'Weg' },
  milestones: { gezien: { full: 'De inwoner is gezien.', neutral: 'Er is iets gedaan.' } },
  reasons: { blik: 'Klinische blik' },
  knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Is de route er?' } },
  entries: { huisarts: ['begin'] },
  afterConsent: ['wachten'],
} as const;

const proef = defineChain({
  ...named,
  steps: {
    begin: assess({
      label: 'Begin',
      by: 'tester',
      form: 'intake',
      propose: 'kans',
      keeps: ['kans'],
      override: { reason: 'blik' },
      within,
      source: 'BRON',
      outcomes: {
        ja: { label: 'Ja', to: byKnob('route', { aan: 'wachten', uit: gap('route', 'begin') }), inform: 'gezien' },
        nee: { label: 'Nee', to: end('weg'), gives: ['overdracht'] },
      },
    }),
    wachten: wait({
      label: 'Wachten',
      by: 'coach',
      waitsFor: 'een plek',
      within: sourced('P3M', 'BRON'),
      outcomes: { klaar: { label: 'Klaar', to: end('klaar') } },
    }),
  },
});

describe('a chain that is right', () => {
  test('compiles and keeps the names of its steps and forms', () => {
    expectTypeOf<StepIdOf<typeof proef>>().toEqualTypeOf<'begin' | 'wachten'>();
    expectTypeOf<FormOf<typeof proef>>().toEqualTypeOf<'intake'>();
    expect(Object.keys(proef.steps)).toEqual(['begin', 'wachten']);
  });

  test('says of each step what kind it is', () => {
    expect(proef.steps.begin.kind).toBe('assess');
    expect(proef.steps.wachten.kind).toBe('wait');
  });

  test('carries its terms, targets and sources as plain data, so that it can travel as JSON', () => {
    expect(JSON.parse(JSON.stringify(proef))).toEqual(proef);
    expect(proef.steps.begin.within).toEqual({ knob: '10wd', min: '5wd', max: '20wd' });
    expect(proef.steps.wachten.within).toEqual({ fixed: 'P3M', source: 'BRON' });
    expect(proef.steps.begin.outcomes.ja.to).toEqual({
      byKnob: 'route',
      cases: { aan: 'wachten', uit: { gap: 'route', fallback: 'begin' } },
    });
    expect(proef.steps.begin.outcomes.nee.to).toEqual({ end: 'weg' });
  });
});

/** One step `begin` by the tester; each function below spoils one thing. */
const start = { label: 'Begin', by: 'tester', within } as const;
const klaar = { label: 'Klaar', to: end('klaar') } as const;
const plain = { ...named, afterConsent: [] } as const;

export const refusedByTheCompiler = {
  step: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no step `bgin`
        begin: assess({ ...start, outcomes: { weer: { label: 'Weer', to: 'bgin' }, klaar } }),
      },
    }),
  ending: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no ending `klar`
        begin: assess({ ...start, outcomes: { klaar: { label: 'Klaar', to: end('klar') } } }),
      },
    }),
  role: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no role `testr`
        begin: assess({ ...start, by: 'testr', outcomes: { klaar } }),
      },
    }),
  fallback: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error a gap goes on at a step that exists
        begin: assess({ ...start, outcomes: { klaar: { label: 'Klaar', to: gap('route', 'bgin') } } }),
      },
    }),
  milestone: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no milestone `gezin`
        begin: assess({ ...start, outcomes: { klaar: { label: 'Klaar', to: end('klaar'), inform: 'gezin' } } }),
      },
    }),
  purpose: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no purpose `overdrach`
        begin: assess({ ...start, outcomes: { klaar: { label: 'Klaar', to: end('klaar'), gives: ['overdrach'] } } }),
      },
    }),
  reason: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no reason `blk`
        begin: assess({ ...start, override: { reason: 'blk' }, outcomes: { klaar } }),
      },
    }),
  switchName: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no switch `rout`
        begin: assess({
          ...start,
          outcomes: { a: { label: 'A', to: byKnob('rout', { aan: 'begin', uit: 'begin' }) } },
        }),
      },
    }),
  switchTarget: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error there is no step `bgin`
        begin: assess({
          ...start,
          outcomes: { a: { label: 'A', to: byKnob('route', { aan: 'bgin', uit: 'begin' }) } },
        }),
      },
    }),
  switchOption: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error the option `uit` has no target
        begin: assess({ ...start, outcomes: { a: { label: 'A', to: byKnob('route', { aan: 'begin' }) } } }),
      },
    }),
  switchDefault: () =>
    defineChain({
      ...plain,
      // @ts-expect-error `on` is not an option
      knobs: { route: { options: ['aan', 'uit'], default: 'on', label: 'Is de route er?' } },
      steps: { begin: assess({ ...start, outcomes: { klaar } }) },
    }),
  entry: () =>
    defineChain({
      ...plain,
      // @ts-expect-error there is no step `bgin`
      entries: { huisarts: ['bgin'] },
      steps: { begin: assess({ ...start, outcomes: { klaar } }) },
    }),
  consentStep: () =>
    defineChain({
      ...plain,
      // @ts-expect-error there is no step `bgin`
      afterConsent: ['bgin'],
      steps: { begin: assess({ ...start, outcomes: { klaar } }) },
    }),
  duration: () =>
    // @ts-expect-error a duration begins with P or ends with wd
    knob('ten days', { min: 'P1D', max: 'P2D' }),
  strayKeyOfStep: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error a step has no key `keep`
        begin: assess({ ...start, keep: ['kans'], outcomes: { klaar } }),
      },
    }),
  strayKeyOfOutcome: () =>
    defineChain({
      ...plain,
      steps: {
        // @ts-expect-error an outcome has no key `infrom`: the referrer would never be told
        begin: assess({ ...start, outcomes: { klaar: { label: 'Klaar', to: end('klaar'), infrom: 'gezien' } } }),
      },
    }),
  waitsForNothing: () =>
    // @ts-expect-error a wait says what it waits for
    wait({ ...start, outcomes: { klaar } }),
  noTerm: () =>
    // @ts-expect-error every step has a term
    assess({ label: 'Begin', by: 'tester', outcomes: { klaar } }),
  formWithoutSchema: () =>
    // @ts-expect-error `intake` is the form of this chain, not `intke`
    ({ intke: true }) satisfies Record<FormOf<typeof proef>, boolean>,
};

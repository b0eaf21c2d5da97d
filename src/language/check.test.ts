import { describe, expect, test } from 'vitest';
import { problemsOf } from './check.ts';
import {
  type AnyChain,
  assess,
  type AssessStep,
  byKnob,
  end,
  gap,
  knob,
  type Outcome,
  sourced,
  type Term,
  wait,
} from './define.ts';

const within = knob('10wd', { min: '5wd', max: 'P4W' });
const klaar: Outcome = { label: 'Klaar', to: end('klaar') };

/** Two steps, one ending, one switch: nothing is wrong with it. */
const sound: AnyChain = {
  id: 'proef',
  version: 1,
  label: 'Proef',
  published: false,
  roles: { tester: 'Tester' },
  endings: { klaar: 'Klaar' },
  milestones: { gezien: { full: 'De inwoner is gezien.', neutral: 'Er is iets gedaan.' } },
  reasons: { blik: 'Klinische blik' },
  knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Is de route er?' } },
  entries: { huisarts: ['begin'] },
  afterConsent: ['wachten'],
  steps: {
    begin: assess({
      label: 'Begin',
      by: 'tester',
      form: 'intake',
      propose: 'kans',
      override: { reason: 'blik' },
      within,
      outcomes: {
        ja: { label: 'Ja', to: byKnob('route', { aan: 'wachten', uit: gap('route', 'wachten') }), inform: 'gezien' },
        nee: klaar,
      },
    }),
    wachten: wait({
      label: 'Wachten',
      by: 'tester',
      waitsFor: 'een plek',
      within: sourced('P3M', 'BRON'),
      outcomes: { klaar, opnieuw: { label: 'Opnieuw', to: 'begin' } },
    }),
  },
};

/** The sound chain with other steps beside `wachten`. */
function withBegin(begin: Partial<AnyChain['steps'][string]>): AnyChain {
  return { ...sound, steps: { ...sound.steps, begin: { ...sound.steps['begin'], ...begin } as never } };
}

function withTarget(to: Outcome['to']): AnyChain {
  return withBegin({ outcomes: { ja: { label: 'Ja', to }, nee: klaar, verder: { label: 'Verder', to: 'wachten' } } });
}

function withTerm(term: Term): AnyChain {
  return withBegin({ within: term });
}

test('a chain in which everything fits has no problems', () => {
  expect(problemsOf(sound)).toEqual([]);
});

describe('a name that is not there is refused', () => {
  test.each<[string, AnyChain, string]>([
    ['step of an outcome', withTarget('bgin'), 'step begin, outcome ja: there is no step bgin'],
    ['ending', withTarget(end('klar')), 'step begin, outcome ja: there is no ending klar'],
    ['fallback of a gap', withTarget(gap('route', 'bgin')), 'step begin, outcome ja: there is no step bgin'],
    [
      'knob',
      withTarget(byKnob('rout', { aan: 'wachten', uit: 'wachten' })),
      'step begin, outcome ja: there is no knob rout',
    ],
    [
      'step behind a switch',
      withTarget(byKnob('route', { aan: 'wachten', uit: 'bgin' })),
      'step begin, outcome ja: there is no step bgin',
    ],
    ['role', withBegin({ by: 'testr' }), 'step begin: role testr has no label'],
    ['reason', withBegin({ override: { reason: 'blk' } } as never), 'step begin: there is no reason blk'],
    [
      'milestone',
      withBegin({ outcomes: { ja: { label: 'Ja', to: 'wachten', inform: 'gezin' } } }),
      'step begin: there is no milestone gezin',
    ],
    ['entry', { ...sound, entries: { huisarts: ['begin', 'bgin'] } }, 'entry of huisarts: there is no step bgin'],
    ['consent step', { ...sound, afterConsent: ['bgin'] }, 'afterConsent: there is no step bgin'],
    ['name that every object has', withTarget('toString'), 'step begin, outcome ja: there is no step toString'],
  ])('%s', (_name, chain, problem) => {
    expect(problemsOf(chain)).toEqual([problem]);
  });
});

describe('a switch has exactly one target for each of its options', () => {
  test('an option without a target is refused', () => {
    const chain = withTarget(byKnob('route', { aan: 'wachten' }));
    expect(problemsOf(chain)).toEqual(['step begin, outcome ja: no target for route = uit']);
  });

  test('a target for an option that does not exist is refused', () => {
    const chain = withTarget(byKnob('route', { aan: 'wachten', uit: 'wachten', anders: 'wachten' }));
    expect(problemsOf(chain)).toEqual(['step begin, outcome ja: route has no option anders']);
  });

  test('a default that is not an option is refused', () => {
    const chain = { ...sound, knobs: { route: { options: ['aan', 'uit'], default: 'on', label: 'Route' } } };
    expect(problemsOf(chain)).toEqual(['knob route: its default on is not one of its options']);
  });
});

describe('a path that leads nowhere is refused', () => {
  test('a step that no entry leads to', () => {
    const chain = { ...sound, steps: { ...sound.steps, los: sound.steps['wachten'] as never } };
    expect(problemsOf(chain)).toEqual(['step los: no entry leads here']);
  });

  test('steps that only lead to each other', () => {
    const opnieuw = { outcomes: { opnieuw: { label: 'Opnieuw', to: 'begin' } } };
    const chain = withBegin({ outcomes: { ja: { label: 'Ja', to: 'wachten' } } });
    const circle = { ...chain, steps: { ...chain.steps, wachten: { ...chain.steps['wachten'], ...opnieuw } as never } };
    expect(problemsOf(circle)).toEqual(['step begin: no path from here ends', 'step wachten: no path from here ends']);
  });

  test('an end that stands behind one option of a switch only', () => {
    const behind = { label: 'Ja', to: byKnob('route', { aan: end('klaar'), uit: 'begin' }) };
    const only = { ...withBegin({ outcomes: { ja: behind } }), afterConsent: [] };
    const chain = { ...only, steps: { begin: only.steps['begin'] as never } };
    expect(problemsOf(chain)).toEqual(['step begin: no path from here ends']);
  });

  test('a step without outcomes', () => {
    const chain = withBegin({ outcomes: {} });
    expect(problemsOf(chain)).toEqual([
      'step begin: it has no outcome',
      'step wachten: no entry leads here',
      'step begin: no path from here ends',
    ]);
  });

  test('a chain that nobody may start', () => {
    expect(problemsOf({ ...sound, entries: { huisarts: [] } })).toContain('no role has an entry');
  });
});

describe('a proposal has a form to rest on and somebody who may decide otherwise', () => {
  const { form, propose, override, ...bare } = sound.steps['begin'] as AssessStep;

  test('a rule without a form is refused', () => {
    const begin = { ...bare, propose: propose!, override: override! };
    const chain = { ...sound, steps: { ...sound.steps, begin } };
    expect(problemsOf(chain)).toEqual(['step begin: it proposes without a form']);
  });

  test('a rule that cannot be overridden is refused', () => {
    const begin = { ...bare, propose: propose!, form: form! };
    const chain = { ...sound, steps: { ...sound.steps, begin } };
    expect(problemsOf(chain)).toEqual(['step begin: it proposes and nobody may override']);
  });
});

describe('a term that means nothing is refused', () => {
  test.each<[string, Term, string[]]>([
    ['a default below its bounds', knob('P1W', { min: 'P2W', max: 'P4W' }), ['P1W does not lie between P2W and P4W']],
    ['a default above its bounds', knob('P3M', { min: 'P2W', max: 'P1M' }), ['P3M does not lie between P2W and P1M']],
    ['bounds in the wrong order', knob('P3W', { min: 'P4W', max: 'P2W' }), ['P3W does not lie between P4W and P2W']],
    ['bounds in another unit', knob('11wd', { min: 'P1W', max: 'P2W' }), ['11wd does not lie between P1W and P2W']],
    ['a knob in hours', knob('PT5H', { min: 'P1D', max: 'P1W' }), ['PT5H is not a duration']],
    ['an empty bound', knob('P5D', { min: 'P', max: 'P1W' }), ['P is not a duration']],
    ['a broken sourced value', sourced('P2', 'BRON'), ['P2 is not a duration']],
    ['half a werkdag', sourced('0.5wd', 'BRON'), ['0.5wd is not a duration']],
    ['units in the wrong order', sourced('P6M3Y', 'BRON'), ['P6M3Y is not a duration']],
  ])('%s', (_name, term, problems) => {
    expect(problemsOf(withTerm(term))).toEqual(problems.map((problem) => `step begin: ${problem}`));
  });

  test.each<[string, Term]>([
    ['equal to both bounds', knob('10wd', { min: 'P2W', max: '10wd' })],
    ['twelve months within a year', knob('P12M', { min: 'P1Y', max: 'P1Y' })],
    ['years and months', sourced('P3Y6M', 'BRON')],
  ])('a term is accepted that is %s', (_name, term) => {
    expect(problemsOf(withTerm(term))).toEqual([]);
  });
});

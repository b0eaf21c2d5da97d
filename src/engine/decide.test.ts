import { describe, expect, test } from 'vitest';
import { DAY, decision, holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { inform, byKnob, gap, rule } from '../language/define.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { apply } from './apply.ts';
import type { Decide, Refer, RefusalCode } from './messages.ts';
import { Refused } from './refused.ts';
import type { CaseState } from './state.ts';

const hoog = byKnob('route', { aan: 'na', uit: gap('route', 'na') });
const chain = smallChain(
  {
    begin: step(
      {
        laag: 'advies',
        matig: { label: 'Matig', to: 'toestemming', inform: 'gezien' },
        hoog,
        weging: 'weging',
        melden: 'melden',
      },
      { form: 'f', keeps: ['klasse'] },
    ),
    advies: step({ gedaan: klaar, stil: 'begin' }),
    toestemming: step(
      { ja: { label: 'Ja', to: 'na', gives: ['overdracht'] }, nee: klaar },
      { form: 'f', keeps: ['klasse', 'x'] },
    ),
    na: step({ gedaan: 'verder' }),
    verder: step({ klaar }),
    weging: rule({
      label: 'W',
      rule: 'r',
      version: '1',
      decides: [],
      otherwise: 'x',
      outcomes: { x: { label: 'X', to: 'na' } },
    }),
    melden: inform({
      label: 'M',
      by: 'tester',
      within: fixed('P1D'),
      tells: 'gezien',
      outcomes: { x: { label: 'X', to: 'na' } },
    }),
  },
  {
    knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Route' } },
    afterConsent: ['na', 'verder'],
  },
);

function start(entry: string, differs: Partial<Refer> = {}): CaseState {
  return apply(chain, null, 'c1', referral(chain, entry, differs), MONDAY).state;
}

function refusalOf(state: CaseState, command: Decide): { code: RefusalCode; message: string } {
  try {
    apply(chain, state, 'c2', command, MONDAY + DAY);
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('the command was not refused');
}

function accepted(state: CaseState, command: Decide): CaseState {
  return apply(chain, state, 'c2', command, MONDAY + DAY).state;
}

const open = start('begin');
const test1 = 'traject.begin.1';

describe('who may decide', () => {
  test('the holder of the step', () => {
    expect(accepted(open, decision('tester', test1, 'laag')).open).toMatchObject([{ step: 'advies' }]);
  });

  test.each<[string, Decide]>([
    ['another role', decision('huisarts', test1, 'laag')],
    [
      'the role at another organisation',
      { ...decision('tester', test1, 'laag'), actor: { ...holder('tester'), organisation: 'elders' } },
    ],
    [
      'another role at the organisation',
      { ...decision('tester', test1, 'laag'), actor: { ...holder('tester'), role: 'coach' } },
    ],
    [
      'the role without an organisation',
      { ...decision('tester', test1, 'laag'), actor: { ...holder('tester'), organisation: null } },
    ],
  ])('%s is refused', (_who, command) => {
    expect(refusalOf(open, command).code).toBe('forbidden');
  });

  test('where no organisation fulfils the role the sender decides, and nobody else', () => {
    const state = start('begin', { parties: { huisarts: 'organisatie-huisarts' } });
    expect(refusalOf(state, decision('tester', test1, 'laag')).code).toBe('forbidden');
    expect(accepted(state, decision('huisarts', test1, 'laag')).open).toMatchObject([{ step: 'advies' }]);
  });

  test('where nobody fulfils the role and the sender has no organisation, nobody decides by having none either', () => {
    const actor = { role: 'inwoner', organisation: null, practitioner: null };
    const state = start('begin', { parties: {}, actor });
    expect(refusalOf(state, { ...decision('tester', test1, 'laag'), actor }).code).toBe('forbidden');
  });
});

describe('what may be decided', () => {
  test('a step that does not stand open is refused, whoever asks', () => {
    for (const openStep of ['traject.advies.1', 'traject.begin.2', 'ander.begin.1', '']) {
      expect(refusalOf(open, decision('tester', openStep, 'laag')).code).toBe('not-allowed-now');
    }
  });

  test('the second of two decisions on one opening is refused', () => {
    const after = accepted(open, decision('tester', test1, 'laag'));
    expect(refusalOf(after, decision('tester', test1, 'matig')).code).toBe('not-allowed-now');
  });

  test('an outcome of another step, or one that every object has, is refused', () => {
    for (const outcome of ['groep-vol', 'toString', '__proto__', '']) {
      expect(refusalOf(open, decision('tester', test1, outcome)).code).toBe('invalid-input');
    }
  });

  test('nothing can be decided after the end', () => {
    const advice = start('advies');
    const ended = accepted(advice, decision('tester', 'traject.advies.1', 'gedaan'));
    expect(ended.status).toBe('ended');
    expect(refusalOf(ended, decision('tester', 'traject.advies.1', 'gedaan')).code).toBe('ended');
  });
});

describe('a choice that departs from the proposal', () => {
  test('is refused without a reason', () => {
    const command = decision('tester', test1, 'laag', { proposed: 'matig' });
    expect(refusalOf(open, command).code).toBe('reason-required');
  });

  test('is accepted with a reason that the chain knows, and the fact keeps both', () => {
    const command = decision('tester', test1, 'laag', { proposed: 'matig', reason: 'blik' });
    const { facts } = apply(chain, open, 'c2', command, MONDAY);
    expect(facts[0]).toMatchObject({ fact: 'decided', outcome: 'laag', proposed: 'matig', reason: 'blik' });
  });

  test('is refused with a reason that the chain does not know', () => {
    for (const reason of ['zomaar', 'toString', '']) {
      expect(refusalOf(open, decision('tester', test1, 'laag', { proposed: 'matig', reason })).code).toBe(
        'invalid-input',
      );
    }
  });

  test('a choice that follows the proposal needs no reason', () => {
    expect(accepted(open, decision('tester', test1, 'laag', { proposed: 'laag' })).open).toMatchObject([
      { step: 'advies' },
    ]);
  });
});

describe('consent', () => {
  const without = start('toestemming', { consents: [] });
  const consent1 = 'traject.toestemming.1';

  test('given by the outcome itself opens the way past the consent step and stays with the case', () => {
    const after = accepted(without, decision('tester', consent1, 'ja'));
    expect(after.consents).toEqual(['overdracht']);
    expect(after.open).toMatchObject([{ step: 'na' }]);
  });

  test('that is missing stops a step behind the consent step', () => {
    const state = start('na', { consents: ['terugkoppeling'] });
    const command = decision('tester', 'traject.na.1', 'gedaan');
    expect(refusalOf(state, command).code).toBe('consent-missing');
  });

  test('that is missing also stops a step reached through a switch, a gap, a rule or a terugkoppeling', () => {
    for (const outcome of ['weging', 'melden']) {
      expect(refusalOf(start('begin', { consents: [] }), decision('tester', test1, outcome)).code).toBe(
        'consent-missing',
      );
    }
    for (const value of ['aan', 'uit']) {
      const knobs = { route: { value, layer: 'municipality' as const } };
      const state = start('begin', { consents: [], knobs });
      expect(refusalOf(state, decision('tester', test1, 'hoog')).code).toBe('consent-missing');
    }
  });

  test('is not asked for a step before the consent step, nor for an end', () => {
    const state = start('begin', { consents: [] });
    expect(accepted(state, decision('tester', test1, 'matig')).open).toMatchObject([{ step: 'toestemming' }]);
    expect(accepted(without, decision('tester', consent1, 'nee'))).toMatchObject({ ending: 'klaar' });
  });

  test('given twice is kept once', () => {
    const state = start('toestemming', { consents: ['overdracht'] });
    expect(accepted(state, decision('tester', consent1, 'ja')).consents).toEqual(['overdracht']);
  });
});

describe('what a decision leaves behind', () => {
  test('the codes that the step keeps, the later over the earlier', () => {
    const first = accepted(open, decision('tester', test1, 'matig', { kept: { klasse: 'matig' } }));
    const second = accepted(
      first,
      decision('tester', 'traject.toestemming.1', 'ja', { kept: { klasse: 'hoog', x: '1' } }),
    );
    expect(first.kept).toEqual({ klasse: 'matig' });
    expect(second.kept).toEqual({ klasse: 'hoog', x: '1' });
  });

  test('every organisation that decided, once', () => {
    const first = accepted(open, decision('tester', test1, 'matig'));
    const second = accepted(first, decision('tester', 'traject.toestemming.1', 'ja'));
    expect(second.contributors).toEqual(['organisatie-tester']);
  });

  test('what the referrer is told comes after the decision and before what it opens', () => {
    const { facts } = apply(chain, open, 'c2', decision('tester', test1, 'matig'), MONDAY);
    expect(facts.map(({ fact }) => fact)).toEqual(['decided', 'informed', 'opened']);
    expect(facts[1]).toMatchObject({ milestone: 'gezien', step: 'begin' });
  });

  test('an outcome that the chain tells nobody about informs nobody', () => {
    const { facts } = apply(chain, start('advies'), 'c2', decision('tester', 'traject.advies.1', 'stil'), MONDAY);
    expect(facts.map(({ fact }) => fact)).toEqual(['decided', 'opened']);
  });
});

test('every refusal is said in Dutch and names nobody', () => {
  const refusals = [
    refusalOf(open, decision('huisarts', test1, 'laag')),
    refusalOf(open, decision('tester', 'x', 'laag')),
    refusalOf(open, decision('tester', test1, 'x')),
    refusalOf(open, decision('tester', test1, 'laag', { proposed: 'matig' })),
  ];
  for (const { message } of refusals) {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/organisatie-|persoon-/);
  }
});

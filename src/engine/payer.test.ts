import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { decided, keptIs, leave, rule, type AnyChain } from '../language/define.ts';

const steps = {
  begin: step({ verder: 'dan', klaar, wegen: 'weging' }, { form: 'f', keeps: ['ggr'] }),
  dan: step({ ja: 'begin', nee: 'begin', klaar }),
  weging: rule({
    label: 'Weging',
    rule: 'weging',
    version: '1',
    decides: [{ when: [keptIs('ggr', 'matig')], outcome: 'zorg' }],
    otherwise: 'sociaal',
    outcomes: { zorg: { label: 'Zorg', to: 'dan' }, sociaal: { label: 'Sociaal', to: 'dan' } },
  }),
  later: step({ gedaan: leave() }, { opens: { after: [fixed('P1M')], from: 'begin' } }),
};
type Rules = NonNullable<AnyChain['payers']>['rules'];

function chainWith(...rules: Rules): AnyChain {
  return smallChain(steps, { payers: { version: '2026-1', rules } });
}

const zvw: Rules[number] = { payer: 'zvw', basis: 'Zvw bij ja', when: [decided('dan', 'ja')], validFrom: '2026-01-01' };
const spuk: Rules[number] = {
  payer: 'gemeente',
  basis: 'SPUK',
  when: [decided('dan', 'nee')],
  validFrom: '2024-01-01',
};
const decideDan = (one: OneCase, outcome: string): OneCase =>
  one.decide('tester', 'begin', 'verder').decide('tester', 'dan', outcome);
const paidBy = (one: OneCase): object[] => one.facts.filter(({ fact }) => fact === 'paid-by');

describe('who pays', () => {
  test('follows from what was decided: the first rule that holds, with its version and the day', () => {
    const one = decideDan(new OneCase(chainWith(zvw, spuk), 'begin'), 'ja');
    expect(one.state.payer).toEqual({ payer: 'zvw', basis: 'Zvw bij ja', version: '2026-1', validFrom: '2026-03-02' });
    expect(one.kinds).toEqual(['decided', 'paid-by', 'opened']);
  });

  test('is not known as long as no rule holds', () => {
    expect(new OneCase(chainWith(zvw, spuk), 'begin').decide('tester', 'begin', 'verder').state.payer).toBeNull();
  });

  test('is known from the start by a rule without conditions', () => {
    const one = new OneCase(chainWith(zvw, { ...spuk, when: [] }), 'begin');
    expect([one.kinds, one.state.payer?.payer]).toEqual([['started', 'paid-by', 'opened'], 'gemeente']);
  });

  test('changes with a later decision, and that is a fact with its own day', () => {
    const one = decideDan(new OneCase(chainWith(zvw, spuk), 'begin'), 'ja').until('2026-05-04');
    decideDan(one, 'nee');
    expect(paidBy(one)).toMatchObject([
      { payer: 'zvw' },
      { payer: 'gemeente', basis: 'SPUK', validFrom: '2026-05-04' },
    ]);
  });

  test('is noted once as long as it stays the same', () => {
    const one = decideDan(decideDan(new OneCase(chainWith(zvw, spuk), 'begin'), 'ja'), 'ja');
    expect(paidBy(one)).toHaveLength(1);
  });

  test('changes also when only the law does under which the same one pays', () => {
    const other: Rules[number] = { ...spuk, payer: 'zvw', basis: 'Zvw bij nee' };
    const one = decideDan(decideDan(new OneCase(chainWith(zvw, other), 'begin'), 'ja'), 'nee');
    expect(paidBy(one)).toMatchObject([{ basis: 'Zvw bij ja' }, { basis: 'Zvw bij nee' }]);
  });

  test('may hang on a kept code, and on what a rule decided', () => {
    const ofCode: Rules[number] = { ...zvw, when: [keptIs('ggr', 'matig')] };
    const ofRule: Rules[number] = { ...zvw, when: [decided('weging', 'zorg')] };
    for (const made of [ofCode, ofRule]) {
      const one = new OneCase(chainWith(made), 'begin').decide('tester', 'begin', 'wegen', { kept: { ggr: 'matig' } });
      expect(one.state.payer?.payer).toBe('zvw');
    }
    const one = new OneCase(chainWith(ofRule), 'begin').decide('tester', 'begin', 'wegen', { kept: { ggr: 'licht' } });
    expect(one.state.payer).toBeNull();
  });
});

describe('the days on which a rule holds', () => {
  const until = { ...zvw, validUntil: '2026-12-31' };
  const from = { ...zvw, payer: 'gemeente', basis: 'Ontschotte SPUK', validFrom: '2027-01-01' } as const;

  test.each<[string, string]>([
    ['2026-03-02', 'Zvw bij ja'],
    ['2026-12-31', 'Zvw bij ja'],
    ['2027-01-01', 'Ontschotte SPUK'],
  ])('on %s it is %s', (date, basis) => {
    const one = new OneCase(chainWith(until, from), 'begin').until(date);
    expect(decideDan(one, 'ja').state.payer?.basis).toBe(basis);
  });

  test('before the first rule nobody is known, and after the last the old one stays until something else holds', () => {
    const early = new OneCase(chainWith({ ...zvw, validFrom: '2026-03-03' }), 'begin');
    expect(decideDan(early, 'ja').state.payer).toBeNull();
    const one = decideDan(new OneCase(chainWith(until), 'begin'), 'ja').until('2027-02-01');
    expect(decideDan(one, 'ja').state.payer?.basis).toBe('Zvw bij ja');
  });

  test('a clock never changes who pays: it follows from decisions', () => {
    const one = decideDan(new OneCase(chainWith(until, from), 'begin'), 'ja').until('2027-06-01');
    expect(one.state.payer?.basis).toBe('Zvw bij ja');
    expect(paidBy(one)).toHaveLength(1);
  });
});

test('a chain that says nothing about it never notes who pays', () => {
  expect(paidBy(decideDan(new OneCase(smallChain(steps), 'begin'), 'ja'))).toEqual([]);
});

test('an ending leaves who paid as it was', () => {
  const one = decideDan(new OneCase(chainWith(zvw), 'begin'), 'ja').decide('tester', 'begin', 'klaar');
  expect(one.state.payer?.payer).toBe('zvw');
});

import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../test/journeys/one-case.ts';
import { holder } from '../../../test/journeys/start-case.ts';
import { definitions } from '../../chains/definitions.ts';
import { knggV1 } from '../../chains/kngg/v1/chain.ts';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { kansrijkeStartV1 } from '../../chains/kansrijke-start/v1/chain.ts';
import type { AnyChain } from '../../language/define.ts';
import { exportedCase, type Exported } from './export-case.ts';
import { BEGUN, ENDED } from './export-events.ts';
import { exportNames } from './export-names.ts';
import type { ExportBasis } from './export-request.ts';

const ring = { lookup: createSecretKey(Buffer.alloc(32, 7)) };
const period = { from: '2026-03-02', until: '2026-12-31' };
const names = exportNames(ring, { recipient: 'GGD Twente', ...period });

function told(one: OneCase, over: { basis?: ExportBasis; from?: string; until?: string } = {}): Exported | undefined {
  const { id: chain, version } = one.chain;
  const row = { id: 'zaak-9', resident: 'inwoner-1', chain, version, municipality: 'enschede' };
  return exportedCase(row, one.facts, names, { basis: 'wettelijke-taak', ...period, ...over });
}

const lines = (one: OneCase, over: Parameters<typeof told>[1] = {}): readonly string[] =>
  (told(one, over)?.told.events ?? []).map(({ day, activity, lifecycle, outcome }) =>
    [day, activity, lifecycle, ...(outcome === null ? [] : [outcome])].join(' '),
  );

const kngg = (): OneCase => new OneCase(knggV1, 'analyse', { case: 'zaak-9' });
const test1 = (): OneCase => new OneCase(valpreventieV1, 'valrisicotest');
const consent = (purpose: string, given: boolean) =>
  ({ kind: 'consent', actor: holder('czv'), purpose, given, by: 'inwoner', on: '2026-03-02' }) as const;

describe('a case is told', () => {
  test('by its steps, from when they opened until they were decided, in local days', () => {
    const one = kngg().until('2026-03-09').decide('czv', 'analyse', 'leefstijl');
    expect(lines(one)).toEqual([
      `2026-03-02 ${BEGUN} complete`,
      '2026-03-02 analyse start',
      '2026-03-09 analyse complete leefstijl',
      '2026-03-09 plan start',
    ]);
  });

  test('with the role and the organisation that acted, under the names of this recipient', () => {
    const { told: own } = told(kngg().decide('czv', 'analyse', 'leefstijl'))!;
    const [begun, , done] = own.events;
    expect(begun).toMatchObject({ role: 'huisarts', organisation: names.organisation('organisatie-huisarts') });
    expect(done).toMatchObject({ role: 'czv', organisation: names.organisation('organisatie-czv') });
    expect(own).toMatchObject({ id: names.case('zaak-9'), person: names.person('inwoner-1') });
    expect(JSON.stringify(own)).not.toMatch(/zaak-9|inwoner-1|organisatie-|persoon-/);
  });

  test('without what lies outside the period', () => {
    const one = kngg().until('2026-03-09').decide('czv', 'analyse', 'leefstijl');
    expect(lines(one, { until: '2026-03-08' })).toHaveLength(2);
    expect(lines(one, { from: '2026-03-03' })).toHaveLength(2);
    expect(told(one, { from: '2027-01-01', until: '2027-12-31' })).toBeUndefined();
  });

  test('until its ending; what stood open then is told to have lapsed', () => {
    const one = test1().send({ kind: 'withdraw', actor: holder('tester'), reason: 'ziekte' });
    expect(lines(one).slice(1)).toEqual([
      '2026-03-02 valrisicotest start',
      '2026-03-02 valrisicotest complete vervallen',
      `2026-03-02 ${ENDED} complete uitval`,
    ]);
    expect(JSON.stringify(told(one))).not.toContain('ziekte');
  });

  test('without what was taken back, and with what was decided instead', () => {
    const one = test1().decide('tester', 'valrisicotest', 'laag');
    const { seq } = one.state.last!;
    one.send({ kind: 'correct', actor: holder('tester'), seq, reason: 'vergissing', facts: one.facts });
    one.decide('tester', 'valrisicotest', 'matig');
    expect(lines(one).slice(1, 3)).toEqual([
      '2026-03-02 valrisicotest start',
      '2026-03-02 valrisicotest complete matig',
    ]);
    expect(lines(one).join()).not.toMatch(/laag/);
  });
});

describe('what is confidential', () => {
  test('a safety signal and its step are not there, and the rest of the case is as without it', () => {
    const signal = { kind: 'event', actor: holder('czv'), event: 'veiligheidssignaal', on: '2026-03-02' } as const;
    const one = kngg().send(signal).decide('czv', 'analyse', 'leefstijl');
    expect(one.facts.some((fact) => fact.fact === 'opened' && fact.step === 'veiligheid')).toBe(true);
    const without = kngg().decide('czv', 'analyse', 'leefstijl');
    expect(lines(one)).toEqual(lines(without));
    expect(told(one)?.told.events.map(({ step }) => step)).toEqual(told(without)?.told.events.map(({ step }) => step));
  });

  test('a case that goes the way of the meldcode looks like one that still stands where it stood', () => {
    const one = kngg()
      .until('2026-03-09')
      .decide('czv', 'analyse', 'onveilig')
      .decide('czv', 'meldcode-route', 'verder');
    expect(told(one)).toEqual(told(kngg()));
  });

  test('a case that fell silent looks like one that nothing more happened in', () => {
    const one = new OneCase(kansrijkeStartV1, 'aanmelden-phb');
    const before = told(one);
    one.send({
      kind: 'event',
      actor: holder(one.state.open[0]!.role),
      event: 'zwangerschap-beeindigd',
      on: '2026-03-02',
    });
    expect(one.facts.map(({ fact }) => fact)).toContain('silenced');
    expect(told(one)).toEqual(before);
  });
});

describe('on the ground of', () => {
  test('consent only who consented to monitoring is told', () => {
    const one = kngg();
    expect(told(one, { basis: 'toestemming' })).toBeUndefined();
    expect(told(one.send(consent('monitoring', true)), { basis: 'toestemming' })).toBeDefined();
  });

  test.each(['toestemming', 'wettelijke-verplichting', 'wettelijke-taak', 'wetenschappelijk-onderzoek'] as const)(
    '%s nobody is told who took back a consent, until it is given again',
    (basis) => {
      const one = kngg().send(consent('monitoring', true)).send(consent('monitoring', false));
      expect(told(one, { basis })).toBeUndefined();
      expect(told(one.send(consent('monitoring', true)), { basis })).toBeDefined();
      expect(told(one.send(consent('overdracht', false)), { basis })).toBeUndefined();
    },
  );
});

test('a recipient knows a person by one name in one period, however it is written, and no two know the same', () => {
  const name = (recipient: string, until = period.until): string =>
    exportNames(ring, { recipient, from: period.from, until }).person('inwoner-1');
  expect(name(' ggd  twente')).toBe(name('GGD Twente'));
  expect(new Set([name('GGD Twente'), name('RIVM'), name('GGD Twente', '2026-06-30')]).size).toBe(3);
  expect(names.person('x').slice(2)).not.toBe(names.case('x').slice(2));
  expect(name('GGD Twente')).toMatch(/^p-[\w-]{43}$/);
});

test('no step of any chain is called as the beginning, the end or an offer is', () => {
  const chains: readonly AnyChain[] = Object.values(definitions).flat();
  for (const { steps } of chains) for (const id of Object.keys(steps)) expect(id).not.toContain('.');
});

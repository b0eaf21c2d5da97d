import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { onlyTheseAreStated } from '../../../../test/language/rows-of-table.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { valpreventieV1 } from './chain.ts';
import { valpreventieV1Forms } from './forms.ts';
import { risicoklasse, valSignaal } from './rules.ts';

const { steps } = valpreventieV1;
const due = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);
const group = { 'start-groep': '2026-04-01', 'einde-groep': '2026-06-10' };

/** In Otago since Monday 2 March 2026, in this form. */
const inOtago = (vorm: string): OneCase =>
  new OneCase(valpreventieV1, 'onderliggend-lijden')
    .decide('huisarts', 'onderliggend-lijden', 'ja')
    .decide('fysio', 'otago-verwijzing', 'geaccepteerd')
    .decide('fysio', 'otago-intake', 'passend', { kept: { vorm } });

onlyTheseAreStated(valpreventieV1, [
  't0: P0D (ALMERE)',
  'interventie-groep: P0D (LGL-VAL)',
  'voorlichting-regulier: P3W (ALMERE)',
  'voorlichting-regulier: P2W (ALMERE)',
  'verslag-valrisicobeoordeling: P1W (ALMERE)',
  'otago: P12W (LGL-VAL)',
  'otago: P12M (LGL-VAL)',
  'otago-evaluatie: P2M (INS-VAL)',
  'otago-evaluatie: P3M (INS-VAL)',
  't1: P2W (ALMERE)',
  't1: P0D (ALMERE)',
  't2-3: P3M (ALMERE)',
  't2-6: P6M (ALMERE)',
]);

describe('what a document states, this version does', () => {
  test('POSOUD: one yes to the three questions leads to the test', () => {
    const form = { gevallen: false, bezorgd: false, moeite: false };
    expect([valSignaal(form), valSignaal({ ...form, moeite: true })]).toEqual(['alles-nee', 'verhoogd']);
  });

  test('VNL-TEST: the walking test is slow above four seconds', () => {
    const walked = (looptestSeconden: number): string =>
      risicoklasse(
        valpreventieV1Forms.valrisicotest.parse({ gevallen: false, bang: true, moeite: false, looptestSeconden }),
      );
    expect([walked(4), walked(4.1)]).toEqual(['laag', 'matig']);
  });

  test('VNL-TEST: the clinical view overrules the test, with a reason', () =>
    expect(steps.valrisicotest.override).toEqual({ reason: 'klinische-blik' }));

  test('ALMERE, LELYSTAD: a group begins with eight people, up to twelve where a place asks that', () =>
    expect(steps['wachtlijst-kern'].ready.n).toMatchObject({ knob: 8, min: 8, max: 12, source: 'ALMERE, LELYSTAD' }));

  test('OPD-D5: who waits too long is placed in a neighbouring municipality', () =>
    expect(steps['wachtlijst-kern'].outcomes['te-lang'].to).toEqual({
      step: 'groep-toewijzen',
      with: { gebied: 'buurgemeente' },
    }));

  test('ALMERE: information about exercise nearby opens three weeks before the planned end, and is due two weeks before it', () => {
    const one = new OneCase(valpreventieV1, 'interventie-groep', { anchors: group });
    expect(one.until('2026-05-19').openSteps).toEqual(['interventie-groep']);
    expect(one.until('2026-05-20').openSteps).toContain('voorlichting-regulier');
    expect(due(one, 'voorlichting-regulier')).toBe('2026-05-27');
  });

  test('ALMERE: a high risk is handed to the huisarts by letter or digitally, with consent', () => {
    const { brief, digitaal } = steps['toestemming-hoog'].outcomes;
    expect([brief.gives, digitaal.gives]).toEqual([['overdracht'], ['overdracht']]);
    expect(digitaal.to).toBe('huisarts-beeld');
  });

  test('FARM-OP: the assessment looks at thirteen risk factors', () => {
    const asked = Object.keys(valpreventieV1Forms.valrisicobeoordeling.shape);
    expect(asked.filter((field) => field !== 'onderliggendLijden')).toHaveLength(13);
  });

  test('INS-VAL: Otago by referral is reimbursed once in twelve months', () => {
    const had = (on: string) =>
      new OneCase(valpreventieV1, 'onderliggend-lijden', { marks: { otago: { count: 1, last: on } } }).refusal((copy) =>
        copy.decide('huisarts', 'onderliggend-lijden', 'ja'),
      )?.code;
    expect([had('2025-03-03'), had('2025-03-02')]).toEqual(['not-allowed-now', undefined]);
  });

  test('LGL-VAL: Otago takes twelve months alone, and twelve weeks in a group', () =>
    expect([due(inOtago('individueel'), 'otago'), due(inOtago('groep'), 'otago')]).toEqual([
      '2027-03-02',
      '2026-05-25',
    ]));

  test('INS-VAL: Otago is looked at after two to three months', () => {
    const one = inOtago('individueel');
    expect(one.until('2026-05-01').openSteps).toEqual(['otago']);
    expect(one.until('2026-05-02').openSteps).toContain('otago-evaluatie');
    expect(due(one, 'otago-evaluatie')).toBe('2026-06-02');
  });

  test('ALMERE, INS-VAL: with an underlying disease the Zvw pays for exercise, without it and at a moderate risk the gemeente', () => {
    const payer = ({ state }: OneCase) => state.payer?.payer;
    const chosen = (outcome: string) =>
      payer(new OneCase(valpreventieV1, 'onderliggend-lijden').decide('huisarts', 'onderliggend-lijden', outcome));
    expect([chosen('ja'), chosen('nee')]).toEqual(['zvw', 'gemeente']);
    const tested = (klasse: string) =>
      payer(
        new OneCase(valpreventieV1, 'valrisicotest').decide('tester', 'valrisicotest', klasse, { kept: { klasse } }),
      );
    expect([tested('matig'), tested('hoog')]).toEqual(['gemeente', 'zvw']);
  });

  test('GALA: beside exercise there is other help, each with a clock of its own', () =>
    expect(steps.doorverwijzing).toMatchObject({ kind: 'handoff', outside: true, each: 'doorverwijzingen' }));
});

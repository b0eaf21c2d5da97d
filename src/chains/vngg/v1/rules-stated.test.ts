import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { vnggV1 } from './chain.ts';
import { vnggV1Content } from './content.ts';
import { vnggV1Forms } from './forms.ts';
import { gliIndicatie } from './rules.ts';

const { steps } = vnggV1;

/** At the plan on Monday 2 March 2026, with this class of the risk known, or none. */
const atPlan = (ggr?: string): OneCase =>
  new OneCase(vnggV1, 'plan', {
    done: ggr === undefined ? [] : [{ step: 'bepaal-ggr', outcome: ggr, on: '2026-01-05', kept: { ggr } }],
  });
/** In the treatment phase of a programme: the intake of the GLI was on 2 March 2026. */
const inGli = (programma: string): OneCase =>
  atPlan('matig')
    .decide('centrale-zorgcoordinator', 'plan', 'gli')
    .decide('huisarts', 'gli-verwijzing', 'indicatie-ok', { kept: { programma, ggr: 'matig' } })
    .decide('gli-aanbieder', 'gli-wachtlijst', 'aanvaard')
    .decide('gli-aanbieder', 'gli-wachtlijst', 'start')
    .decide('leefstijlcoach', 'gli-intake', 'start');
const due = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);

describe('what a document states, this version does', () => {
  test('GLI-INS, OPD-D5: the GLI is there from a moderate risk on, alone or with help in the neighbourhood', () => {
    for (const route of ['gli', 'combinatie']) {
      const refused = (ggr?: string) =>
        atPlan(ggr).refusal((copy) => copy.decide('centrale-zorgcoordinator', 'plan', route))?.code;
      expect([refused(), refused('licht'), refused('matig'), refused('extreem')]).toEqual([
        'not-allowed-now',
        'not-allowed-now',
        undefined,
        undefined,
      ]);
    }
  });

  test('GLI-INS: only the huisarts refers to it: nobody else begins there or takes that step', () => {
    const may = Object.entries(vnggV1.entries).filter(([, entries]) =>
      entries.some((entry) => entry === 'gli-verwijzing'),
    );
    expect(may.map(([role]) => role)).toEqual(['huisarts']);
    expect(steps['gli-verwijzing'].by).toBe('huisarts');
  });

  test('GLI-INS: the indication is a BMI from 30, or from 25 with a waist of 102 (man) or 88 (woman) or with a raised risk', () => {
    const proposed = (form: object): string => gliIndicatie(vnggV1Forms.indicatie.parse(form));
    expect(proposed({ bmi: 30 })).toBe('indicatie-ok');
    expect(proposed({ bmi: 25, risicofactoren: true })).toBe('indicatie-ok');
    expect(['man', 'vrouw'].map((geslacht) => proposed({ bmi: 25, middelCm: 88, geslacht }))).toEqual([
      'niet',
      'indicatie-ok',
    ]);
    expect(proposed({ bmi: 25, middelCm: 102, geslacht: 'man' })).toBe('indicatie-ok');
    expect(proposed({ bmi: 24.9, risicofactoren: true })).toBe('niet');
  });

  test('GLI-INS: it is for adults from 18 on', () => {
    expect(vnggV1.inclusion[0]).toMatchObject({ minAge: 18 });
  });

  test('GLI-INS: the Zvw pays from the indication on', () =>
    expect(inGli('generiek').state.payer).toMatchObject({ payer: 'zvw' }));

  test('GLI-INS, GLI-COOL: it takes 24 months in all from its intake, of which 12 of treatment, or 8 in CooL', () => {
    for (const [programma, treated] of [
      ['generiek', '2027-03-02'],
      ['cool', '2026-11-02'],
    ] as const) {
      const one = inGli(programma);
      expect(due(one, 'gli-behandelfase')).toBe(treated);
      one.until(treated).decide('leefstijlcoach', 'gli-behandelfase', 'afgerond');
      expect(due(one, 'gli-onderhoudsfase')).toBe('2028-03-02');
    }
  });

  test('GLI-INS: the referrer hears of it: at the start, after the treatment, at the end and when somebody stops', () => {
    const told = [
      steps['gli-intake'].outcomes.start.inform,
      steps['gli-behandelfase'].outcomes.afgerond.inform,
      steps['gli-onderhoudsfase'].outcomes.afgerond.inform,
      steps['gli-onderhoudsfase'].outcomes.uitval.inform,
      steps.terugkoppeling.tells,
    ];
    expect(told).toEqual(['gli-gestart', 'gli-behandeld', 'gli-afgerond', 'uitgevallen', 'eindmeting']);
  });

  test('RIVM-GLI: who stops goes back to the Centrale Zorgcoördinator, who asks the huisarts: stopping closes nothing', () => {
    const one = inGli('generiek').decide('leefstijlcoach', 'gli-behandelfase', 'uitval', {
      reason: 'geen-match-aanbod',
    });
    expect(one.openSteps).toContain('uitval-besluit');
    expect(steps['uitval-besluit']).toMatchObject({ by: 'centrale-zorgcoordinator', with: ['huisarts'] });
  });

  test('BEHANDEL, NHG: first consent to talk about it, then the class of the risk, then the causes: a medical one is treated first', () => {
    const one = new OneCase(vnggV1, 'vraag-toestemming').decide('huisarts', 'vraag-toestemming', 'ja');
    expect(one.openSteps).toEqual(['bepaal-ggr']);
    one.decide('huisarts', 'bepaal-ggr', 'sterk').decide('huisarts', 'check-oorzaken', 'medische-oorzaak');
    expect(one.state.ending).toBe('medisch-traject');
  });

  test('NHG: a professional sets the class of the risk: no rule of this chain proposes one', () => {
    expect(steps['bepaal-ggr']).not.toHaveProperty('propose');
    expect(Object.keys(vnggV1Content.propose)).toEqual(['gliIndicatie', 'volgehouden']);
  });

  test('OPD-D5: the gemeente pays for help in the neighbourhood, and for now for the Centrale Zorgcoördinator', () => {
    expect(atPlan('licht').decide('centrale-zorgcoordinator', 'plan', 'sociaal').state.payer?.payer).toBe('gemeente');
    const begun = new OneCase(vnggV1, 'eerste-contact-cz').decide(
      'centrale-zorgcoordinator',
      'eerste-contact-cz',
      'bereikt',
    );
    expect(begun.state.payer).toMatchObject({ payer: 'gemeente', basis: expect.stringContaining('voorlopig') });
  });

  test('ROTTERDAM: the Centrale Zorgcoördinator takes a broad intake with the six dimensions', () => {
    const dimensies = Object.keys(vnggV1Forms.intake.shape).filter(
      (field) => field !== 'wens' && field !== 'opmerking',
    );
    expect(dimensies).toHaveLength(6);
    const asked = vnggV1Content.insists.filter(({ form, must }) => form === 'intake' && must === 'filled');
    expect(asked.map(({ field }) => field)).toEqual(dimensies);
  });
});

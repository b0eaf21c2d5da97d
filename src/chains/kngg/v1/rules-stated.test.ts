import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { onlyTheseAreStated } from '../../../../test/language/rows-of-table.ts';
import type { Refer } from '../../../engine/messages.ts';
import { knggV1 } from './chain.ts';
import { knggV1Forms } from './forms.ts';
import { ggrKlasse } from './rules.ts';

const { steps } = knggV1;
const fieldsOf = (form: keyof typeof knggV1Forms): string[] => Object.keys(knggV1Forms[form].shape);

/** A child of this class, with a plan to make. */
function atPlan(ggr: string, differs: Partial<Refer> = {}): OneCase {
  return new OneCase(knggV1, 'aanmelden', differs)
    .decide('jeugdverpleegkundige', 'aanmelden', 'in-doelgroep', { kept: { ggr } })
    .decide('czv', 'eerste-contact', 'bereikt')
    .decide('czv', 'intake', 'gedaan')
    .decide('czv', 'brede-anamnese', 'gedaan')
    .decide('czv', 'analyse', 'leefstijl');
}

onlyTheseAreStated(knggV1, ['gli-start: P6M (KGLI-INS)', 'uitvoering: P24M (KGLI-INS)', 'monitoring: P3M (NZA-CZV)']);

describe('what a document states, this version does', () => {
  test('KGLI-INS: a kinder-GLI is there from a moderate risk on', () => {
    const refused = (ggr: string) => atPlan(ggr).refusal((copy) => copy.decide('czv', 'plan', 'met-kinder-gli'))?.code;
    expect(['licht', 'matig', 'sterk', 'extreem'].map(refused)).toEqual([
      'not-allowed-now',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('KGLI-INS: who is on the insurers’ list refers to it, and nobody else', () =>
    expect([...steps['gli-verwijzing'].by].toSorted()).toEqual([
      'huisarts',
      'jeugdarts',
      'jeugdverpleegkundige',
      'kinderarts',
    ]));

  test('KGLI-INS: the wait for it is bridged with at most four consults', () => {
    const one = atPlan('matig')
      .decide('czv', 'plan', 'met-kinder-gli')
      .decide('jeugdverpleegkundige', 'gli-verwijzing', 'geaccepteerd')
      .decide('kinder-gli-aanbieder', 'gli-start', 'niet', { reason: 'wachttijd' });
    for (const _consult of [1, 2, 3, 4]) one.decide('czv', 'overbrugging', 'consult');
    expect(one.refusal((copy) => copy.decide('czv', 'overbrugging', 'consult'))?.code).toBe('not-allowed-now');
  });

  test('KGLI-INS: the whole takes three and a half years at most: then only the last evaluation is left', () => {
    expect(knggV1.limits.ceiling.within).toEqual({ fixed: 'P3Y6M', source: 'KGLI-INS' });
    expect(Object.keys(steps['evaluatie-slot'].outcomes)).toEqual(['afronden']);
  });

  test('OPD-D5: the Zvw pays from a moderate risk on, and after the plan only with a kinder-GLI', () => {
    const payer = ({ state }: OneCase) => state.payer?.payer;
    expect([payer(atPlan('licht')), payer(atPlan('matig'))]).toEqual(['gemeente', 'zvw']);
    expect(payer(atPlan('matig').decide('czv', 'plan', 'met-kinder-gli'))).toBe('zvw');
    expect(payer(atPlan('matig').decide('czv', 'plan', 'zonder'))).toBe('gemeente');
  });

  test('OPD-D5: the chain is for children up to 18, from a slightly raised risk on', () => {
    expect(knggV1.inclusion[0].maxAge).toBe(17);
    expect(knggV1.inclusion[1].in).toEqual(['licht', 'matig', 'sterk', 'extreem']);
    expect(knggV1.knobs.doelgroep.default).toBe('vanaf-licht');
  });

  test('NCJ-2012: obesity with another disease goes to the kinderarts, and somebody checks whether the appointment was kept', () => {
    expect(ggrKlasse({ ggr: 'sterk', comorbiditeit: true, iotf: 'graad-2' })).toBe('comorbiditeit');
    const one = new OneCase(knggV1, 'bepaal-ggr').decide('jeugdarts', 'bepaal-ggr', 'comorbiditeit');
    expect(one.decide('jeugdarts', 'kinderarts', 'niet-gegaan').openSteps).toEqual(['nabellen']);
  });

  test('NZA-CZV: the CZV guides and does not treat: the providers hold what is done, the CZV follows it every quarter', () => {
    expect([...steps.uitvoering.by]).not.toContain('czv');
    expect(steps.monitoring.by).toBe('czv');
  });

  test('MATRIX: consent for monitoring is asked apart, and a family that says no to it is helped all the same', () => {
    const { akkoord, 'akkoord-zonder-volgen': zonder } = steps.bespreken.outcomes;
    expect([akkoord.gives, zonder.gives]).toEqual([['overdracht', 'monitoring'], ['overdracht']]);
    expect(zonder.to).toBe(akkoord.to);
  });

  test('MATRIX: quality of life is measured at the start and at each evaluation, and that asks C.2 and who asked it too', () => {
    const quality = ['kindl', 'euroqol', 'cantril', 'lekkerInVel', 'vertrouwen', 'beweegdagen'];
    expect(fieldsOf('intake')).toEqual(expect.arrayContaining(quality));
    expect(fieldsOf('evaluatie')).toEqual(
      expect.arrayContaining([...quality, 'geholpen', 'cijfer', 'doelen', 'afgenomenDoor']),
    );
  });

  test('GALA: a plan chooses from the five kinds of help that a municipality has at least', () => {
    const aanbod = ['schuldhulp', 'opvoedondersteuning', 'sport', 'voeding', 'sociaal-emotioneel'];
    expect(knggV1Forms.plan.parse({ aanbod, doel: 'Meedoen' }).aanbod).toEqual(aanbod);
    expect(knggV1Forms.plan.safeParse({ aanbod: ['vakantie'], doel: 'Meedoen' }).success).toBe(false);
  });

  test('ALMERE-GG: what has to come first comes first: other help, with a way back to the plan', () => {
    const one = new OneCase(knggV1, 'analyse').decide('czv', 'analyse', 'eerst-anders');
    expect(one.openSteps).toEqual(['pauze-eerst']);
    expect(one.decide('czv', 'pauze-eerst', 'verder').openSteps).toEqual(['plan']);
  });
});

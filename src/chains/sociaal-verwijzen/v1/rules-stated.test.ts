import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { sociaalVerwijzenV1 } from './chain.ts';
import { dimensies, sociaalVerwijzenV1Forms } from './forms.ts';
import { duurzaamheid } from './rules.ts';

const { steps } = sociaalVerwijzenV1;
const sv = 'sociaal-verwijzer';
const due = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);

/** Referred on Monday 2 March 2026: the sociaal verwijzer is to make contact. */
const referred = (at?: number): OneCase => new OneCase(sociaalVerwijzenV1, 'aanmelden', {}, at);
/** The activity begins on 16 March 2026. */
const begun = (): OneCase => {
  const one = referred().decide(sv, 'eerste-contact', 'bereikt').decide(sv, 'intake', 'passend');
  one.decide(sv, 'afweging', 'geen').decide(sv, 'aanbod', 'gekozen');
  one.decide('aanbieder', 'overdracht', 'aanvaard').decide(sv, 'overdracht', 'contact-bevestigd');
  return one.until('2026-03-16').decide('aanbieder', 'overdracht', 'bevestigd-gestart');
};

describe('what a document states, this version does', () => {
  test('WOR-NL: the sociaal verwijzer makes contact within two weeks of the referral', () =>
    expect(due(referred(), 'eerste-contact')).toBe('2026-03-16'));

  test('WOR-NL: contact details are passed on with consent only', () => {
    expect(sociaalVerwijzenV1.afterConsent).toEqual(expect.arrayContaining(['aanmelden', 'eerste-contact', 'intake']));
    expect(steps.toestemming.outcomes.gegeven.gives).toEqual(['overdracht']);
    const one = new OneCase(sociaalVerwijzenV1, 'toestemming', { consents: [] });
    expect(one.decide('huisarts', 'toestemming', 'geweigerd').state.ending).toBe('geen-toestemming');
  });

  test('WOR-NL: money, safety and housing may have to come first', () => {
    const one = referred().decide(sv, 'eerste-contact', 'bereikt').decide(sv, 'intake', 'passend');
    expect(one.decide(sv, 'afweging', 'eerst').openSteps).toEqual(['pauze-eerst']);
  });

  test('AMSTELLAND: the referrer hears something after the intake', () => {
    const one = referred().decide(sv, 'eerste-contact', 'bereikt').decide(sv, 'intake', 'passend');
    expect(one.decide(sv, 'afweging', 'geen').openSteps.toSorted()).toEqual(['aanbod', 'terugkoppeling-intake']);
  });

  test('AMSTELLAND: and three months after the start', () => {
    const one = begun().until('2026-04-27').decide(sv, 'volgen', 'loopt');
    expect(due(one, 'terugkoppeling-3mnd')).toBe('2026-06-16');
    expect(steps['terugkoppeling-3mnd'].outcomes.gedaan.inform).toBe('na-drie-maanden');
  });

  test('WOR-APP: the second measurement is not before three months after the start', () => {
    const one = begun().until('2026-04-27').decide(sv, 'volgen', 'loopt').decide(sv, 'terugkoppeling-3mnd', 'gedaan');
    const { notBefore } = one.open('nameting');
    expect(notBefore === null ? null : localDateOf(notBefore)).toBe('2026-06-16');
  });

  test('WOR-APP: intake and second measurement ask the same: six dimensions, a mark and visits to the huisarts', () => {
    expect(dimensies).toHaveLength(6);
    for (const form of [sociaalVerwijzenV1Forms.intake, sociaalVerwijzenV1Forms.nameting]) {
      expect(Object.keys(form.shape)).toEqual(expect.arrayContaining([...dimensies, 'cijfer', 'huisartsbezoeken']));
    }
  });

  test('WOR-APP: who needs the sociaal verwijzer again, or professional help, begins again', () => {
    const wanted = ['opnieuw-sociaal-verwijzer', 'professionele-hulp'] as const;
    expect(wanted.map((behoefte) => duurzaamheid({ continuering: 'actief', behoefte }))).toEqual([
      'herstart',
      'herstart',
    ]);
    expect(steps.nameting.outcomes.herstart.to).toBe('heroverweging');
  });

  test('PHAROS-BRUG: the hand-over to an activity is warm: both meet the resident before it counts', () => {
    const one = referred().decide(sv, 'eerste-contact', 'bereikt').decide(sv, 'intake', 'passend');
    one.decide(sv, 'afweging', 'geen').decide(sv, 'aanbod', 'gekozen').decide('aanbieder', 'overdracht', 'aanvaard');
    const refusal = one.refusal((copy) => copy.decide('aanbieder', 'overdracht', 'bevestigd-gestart'));
    expect(refusal).toBeDefined();
    expect(one.decide(sv, 'overdracht', 'contact-bevestigd').open('overdracht').stage).toBe('accepted');
  });

  test('PHAROS-BRUG: after a few weeks the sociaal verwijzer asks how it goes', () =>
    expect(begun().openSteps).toContain('volgen'));

  test('GALA, VWS-BRIEF: the gemeente pays, from 2027 on without partitions; before the referral nobody is noted', () => {
    const inYear = (year: number) => referred(Date.UTC(year, 5, 1, 9)).state.payer;
    expect(inYear(2026)).toMatchObject({ payer: 'gemeente', basis: expect.stringContaining('SPUK)') });
    expect(inYear(2027)).toMatchObject({ payer: 'gemeente', basis: expect.stringContaining('zonder schotten') });
    expect(new OneCase(sociaalVerwijzenV1, 'signaleren').state.payer).toBeNull();
  });

  test('OPD-D5: it is for (young) adults; for who needs it there is an exploring conversation outside', () => {
    expect(sociaalVerwijzenV1.inclusion[0]).toMatchObject({ minAge: 16 });
    expect(steps['verkennend-gesprek']).toMatchObject({ kind: 'handoff', outside: true });
  });
});

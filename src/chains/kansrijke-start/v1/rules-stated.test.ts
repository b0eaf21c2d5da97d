import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { holder } from '../../../../test/journeys/start-case.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { kansrijkeStartV1 } from './chain.ts';
import { kansrijkeStartV1Forms } from './forms.ts';
import { kraamsignaal, wegingsniveau } from './rules.ts';

const { steps } = kansrijkeStartV1;
const due = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);
const jvk = 'jeugdverpleegkundige';

/** Born on Monday 28 September 2026, three days before the day that was reckoned. */
const BIRTH = '2026-09-28';

/** À terme on 1 October 2026; now it is 2 March 2026, week 9. */
const pregnant = (entry: string): OneCase =>
  new OneCase(kansrijkeStartV1, entry, { anchors: { aterme: '2026-10-01' }, actor: holder('verloskundige') });
const born = (one: OneCase): OneCase =>
  one.until(BIRTH).send({ kind: 'event', actor: holder('verloskundige'), event: 'geboorte', on: BIRTH });
const registered = (): OneCase => pregnant('aanmelden-phb').decide('verloskundige', 'aanmelden-phb', 'aangemeld');

describe('what a document states, this version does', () => {
  test('PHB-2025: a home visit is registered with explicit consent only', () => {
    const giving = Object.entries(steps.toestemming.outcomes).filter(([, { to }]) => to === 'aanmelden-phb');
    expect(giving.length).toBeGreaterThan(0);
    for (const [, outcome] of giving) expect('gives' in outcome ? outcome.gives : []).toContain('overdracht');
    expect(kansrijkeStartV1.afterConsent).toContain('aanmelden-phb');
  });

  test('PHB-2025: a refusal has no consequences: nothing ends, no reason is asked, usual care goes on', () => {
    const one = pregnant('toestemming').decide('verloskundige', 'toestemming', 'geweigerd');
    expect([one.state.status, ...one.openSteps]).toEqual(['open', 'basiszorg-volgen']);
  });

  test('FRYSLAN: after a refusal the midwife keeps asking at new signals', () => {
    const one = pregnant('toestemming').decide('verloskundige', 'toestemming', 'geweigerd');
    expect(one.decide('verloskundige', 'basiszorg-volgen', 'signaal').openSteps).toEqual(['weging']);
  });

  test('FRYSLAN: a registration tells how to reach somebody, and not why', () => {
    expect(Object.keys(kansrijkeStartV1Forms.aanmelding.shape)).toEqual(['contact', 'samen', 'tolk']);
    expect(kansrijkeStartV1.confidentialExistence).toBe(true);
  });

  test('FRYSLAN: the JGZ makes contact within two working days', () =>
    expect(due(registered(), 'eerste-contact-jgz')).toBe('2026-03-04'));

  test('FRYSLAN: who was not reached, or does without, comes back to the midwife, who is told', () => {
    const one = registered().decide(jvk, 'eerste-contact-jgz', 'ziet-af');
    expect(one.openSteps.toSorted()).toEqual(['basiszorg-volgen', 'terugkoppeling-ziet-af']);
  });

  test('FRYSLAN: the plan is told to who saw the signal and to the midwife', () => {
    const one = registered().decide(jvk, 'eerste-contact-jgz', 'afspraak').decide(jvk, 'phb', 'gedaan');
    expect(one.decide(jvk, 'plan', 'alleen-jgz').openSteps).toContain('terugkoppeling-vk');
  });

  test('NIJMEGEN: risk and protection are weighed in levels; the highest goes first', () => {
    const form = { instrument: 'geen', risico: 'urgent', bescherming: 'onvoldoende', nietPluis: false } as const;
    expect(wegingsniveau(form)).toBe('zeer');
    const one = pregnant('weging').decide('verloskundige', 'weging', 'zeer');
    expect(one.open('toestemming').variant).toEqual({ prioriteit: 'ja' });
  });

  test('NIJMEGEN: the intake is between week 8 and 10, and maternity care is asked for by week 10, at the latest in week 20', () => {
    const one = pregnant('intake-vk');
    expect(due(one, 'intake-vk')).toBe('2026-03-05');
    one.decide('verloskundige', 'intake-vk', 'geen');
    const { aim } = one.open('aanmelden-kraamzorg');
    expect([aim === null ? null : localDateOf(aim), due(one, 'aanmelden-kraamzorg')]).toEqual([
      '2026-03-05',
      '2026-05-14',
    ]);
  });

  test('FRYSLAN: the intake of maternity care is in week 22 to 32', () => {
    const one = pregnant('intake-vk').decide('verloskundige', 'intake-vk', 'geen');
    one.decide('verloskundige', 'aanmelden-kraamzorg', 'gedaan');
    const { notBefore } = one.open('kraamintake');
    expect([notBefore === null ? null : localDateOf(notBefore), due(one, 'kraamintake')]).toEqual([
      '2026-05-28',
      '2026-08-06',
    ]);
  });

  test('VOORZORG: VoorZorg begins before week 28', () => {
    const one = registered().decide(jvk, 'eerste-contact-jgz', 'afspraak').decide(jvk, 'phb', 'gedaan');
    one.decide(jvk, 'plan', 'alleen-jgz', { kept: { voorzorg: 'ja' } });
    expect(due(one, 'inzet')).toBe('2026-07-09');
  });

  test('OPD-D5: a team meets about a family every one to two weeks', () => {
    const one = registered().decide(jvk, 'eerste-contact-jgz', 'afspraak').decide(jvk, 'phb', 'gedaan');
    expect(due(one.decide(jvk, 'plan', 'zeer'), 'mdo')).toBe('2026-03-16');
  });

  test('FRYSLAN: the maternity week begins at the birth, in every open case, and is handed over in the first week', () => {
    const one = born(registered());
    expect(one.openSteps.toSorted()).toEqual(['eerste-contact-jgz', 'kraamweek']);
    expect(due(one, 'kraamweek')).toBe('2026-10-03');
    expect(one.decide('kraamzorg', 'kraamweek', 'geen').openSteps).toContain('overdracht-jgz');
    expect(steps['overdracht-jgz'].within.length).toEqual({ fixed: 'P7D', source: 'FRYSLAN' });
  });

  test('FRYSLAN: one thing that stands out is handed over warm', () => {
    const quiet = { hechting: false, stemming: false, omstandigheden: false, nietPluis: false };
    expect([kraamsignaal(quiet), kraamsignaal({ ...quiet, stemming: true })]).toEqual(['geen', 'signaal']);
    expect(steps['overdracht-warm']).toMatchObject({ kind: 'handoff', warm: true });
  });

  test('FRYSLAN: the heel prick is on day 4 to 7, a visit on day 14, the doctor in week 4, and looking back within six weeks', () => {
    const visited = registered().decide(jvk, 'eerste-contact-jgz', 'afspraak').decide(jvk, 'phb', 'gedaan');
    const one = born(visited).decide('kraamzorg', 'kraamweek', 'geen');
    one.decide(jvk, 'overdracht-jgz', 'bevestigd');
    expect(due(one, 'hielprik')).toBe('2026-10-05');
    one.until('2026-10-02').decide(jvk, 'hielprik', 'gedaan');
    expect(due(one, 'huisbezoek-2wk')).toBe('2026-10-12');
    expect(due(one.decide(jvk, 'huisbezoek-2wk', 'niet'), 'jeugdarts-4wk')).toBe('2026-10-26');
    expect(due(one.decide('jeugdarts', 'jeugdarts-4wk', 'phb-gedaan'), 'evaluatie-phb')).toBe('2026-11-09');
  });

  test('PHB-WET: the home visit is paid under the Wpg', () =>
    expect(registered().state.payer).toMatchObject({ payer: 'wpg' }));

  test('OPD-D5: the gemeente pays for Nu Niet Zwanger', () => {
    const one = new OneCase(kansrijkeStartV1, 'kinderwens').decide('aandachtsfunctionaris', 'kinderwens', 'nu-niet');
    expect(one.state.payer).toMatchObject({ payer: 'gemeente' });
  });
});

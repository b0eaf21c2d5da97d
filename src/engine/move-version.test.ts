import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { valpreventieV2 } from '../chains/valpreventie/v2/chain.ts';
import type { AnyChain } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import { rebuild } from './evolve.ts';
import type { Decision, MoveVersion } from './messages.ts';
import { nextWakeAt } from './state.ts';

const v2: AnyChain = valpreventieV2;
const VRAAG: Partial<Decision> = { reason: 'ziekte' };

function caseOn(next: AnyChain, entry = 'toestemming-hoog'): OneCase {
  const one = new OneCase(valpreventieV1, entry);
  one.versions = (version) => (version === 1 ? valpreventieV1 : version === next.version ? next : undefined);
  return one;
}
const moveBy = (role: string, one: OneCase, to = 2): MoveVersion => ({
  kind: 'move',
  actor: holder(role),
  to,
  knobs: one.state.knobs,
  parties: {},
});
const moved = (one: OneCase, role = 'tester'): OneCase => one.send(moveBy(role, one));
const dueOf = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);
/** The same version 2, in one thing different. */
const otherwise = (differs: Partial<AnyChain>): AnyChain => ({ ...v2, ...differs });
const withSteps = (steps: Record<string, object>): AnyChain =>
  otherwise({ steps: { ...v2.steps, ...steps } as AnyChain['steps'] });

/** Begun on Monday 2 March 2026; the resident was to call, and did not: the tester calls, from the 9th on. */
const nabellen = (next = v2): OneCase =>
  caseOn(next)
    .decide('tester', 'toestemming-hoog', 'brief')
    .until('2026-03-09')
    .decide('tester', 'huisarts-contact', 'niet');
/** Otago has begun on 2 March. */
const otago = (next = v2): OneCase =>
  caseOn(next)
    .decide('tester', 'toestemming-hoog', 'digitaal')
    .decide('huisarts', 'huisarts-beeld', 'voldoende')
    .decide('huisarts', 'bespreken-interventies', 'beweeg')
    .decide('huisarts', 'onderliggend-lijden', 'ja')
    .decide('fysio', 'otago-verwijzing', 'geaccepteerd')
    .decide('fysio', 'otago-intake', 'passend');

describe('a case that goes on with another version', () => {
  test('gets the terms of that version, counted from the same beginning', () => {
    const one = nabellen();
    expect(dueOf(one, 'nabellen-tester')).toBe('2026-03-16');
    one.until('2026-03-12');
    moved(one);
    expect(one.state.version).toBe(2);
    expect(dueOf(one, 'nabellen-tester')).toBe('2026-03-23');
    expect(one.kinds).toEqual(['moved', 'rescheduled']);
    expect(rebuild(one.facts)).toEqual(one.state);
    expect(one.until('2026-03-20').kinds).toEqual(['reminded']);
    expect(one.until('2026-03-24').kinds).toEqual(['late']);
  });

  test('is late only where the new term has passed too, and nobody is told twice', () => {
    const late = nabellen().until('2026-03-18');
    expect(late.open('nabellen-tester').late).toBe(true);
    moved(late);
    expect(late.open('nabellen-tester')).toMatchObject({ late: false, rung: { kind: 'overdue' } });
    expect(late.until('2026-03-24').kinds).toEqual(['late']);
    const both = nabellen().until('2026-03-26');
    moved(both);
    expect(both.open('nabellen-tester')).toMatchObject({ late: true, rung: { kind: 'escalation' } });
    expect(both.until('2026-03-27').kinds).not.toContain('late');
  });

  test('that was not late is not so at once, however short the new term is: there is time until the end of the day', () => {
    const short = withSteps({
      'nabellen-tester': { ...v2.steps['nabellen-tester'], within: { knob: '1wd', min: '1wd', max: '5wd' } },
    });
    const one = nabellen(short).until('2026-03-13');
    moved(one);
    expect(dueOf(one, 'nabellen-tester')).toBe('2026-03-13');
    expect(one.open('nabellen-tester').late).toBe(false);
    expect(nextWakeAt(one.state)).toBeGreaterThan(one.now);
    expect(one.until('2026-03-14').kinds).toContain('late');
  });

  test('gets back under the new term too what a pause took, also when it began in the pause', () => {
    const one = nabellen().until('2026-03-10');
    one.send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-03-24' });
    one.until('2026-03-25').decide('tester', 'na-pauze', 'verder');
    expect(dueOf(one, 'nabellen-tester')).toBe('2026-03-30');
    moved(one);
    expect(dueOf(one, 'nabellen-tester')).toBe('2026-04-08');
  });

  test('keeps what it is: people, consent, codes, rounds, openings and who decided what', () => {
    const one = otago().until('2026-05-10');
    const before = one.state;
    moved(one, 'huisarts');
    const { consents, kept, marks, parties, contributors, worked, payer, referrer } = one.state;
    expect({ consents, kept, marks, parties, contributors, worked, payer, referrer }).toEqual({
      consents: before.consents,
      kept: before.kept,
      marks: before.marks,
      parties: before.parties,
      contributors: before.contributors,
      worked: before.worked,
      payer: before.payer,
      referrer: before.referrer,
    });
    expect(one.state.rounds).toEqual({ ...withoutEvaluation(before.rounds), 'otago-evaluatie-3': 1 });
    expect(one.state.open.map(({ id }) => id)).toEqual(before.open.map(({ id }) => id));
  });

  test('calls a step by its new name from then on, wherever it stands; who has the old opening in hand decides on it', () => {
    const one = otago().until('2026-05-10');
    const { id, branch } = one.open('otago-evaluatie');
    expect(branch).toBe('main/otago-evaluatie');
    moved(one, 'huisarts');
    expect(one.open('otago-evaluatie-3')).toMatchObject({ id, branch: 'main/otago-evaluatie-3' });
    one.send({ kind: 'decide', actor: holder('fysio'), openStep: id, outcome: 'verder' });
    expect(one.state.outcomes).toMatchObject({ 'otago-evaluatie-3': 'verder' });
    expect(one.state.taken).toMatchObject({ 'otago-evaluatie-3.verder': 1 });
    const done = otago().until('2026-05-10').decide('fysio', 'otago-evaluatie', 'bijstellen');
    moved(done, 'huisarts');
    expect(done.state.outcomes['otago-evaluatie-3']).toBe('bijstellen');
    expect(done.state.taken['otago-evaluatie-3.bijstellen']).toBe(1);
    expect(Object.keys(done.state.decidedAt)).not.toContain('otago-evaluatie');
    expect(rebuild(done.facts)).toEqual(done.state);
  });

  test('cannot be taken back to before it with a correction', () => {
    const one = nabellen();
    expect(one.state.last).not.toBeNull();
    moved(one);
    expect(one.state.last).toBeNull();
  });
});

test('a branch that waited goes on at once where the new version has nothing to wait for', () => {
  const { join: _join, ...alone } = v2.steps['structureel-aanbod'] as AnyChain['steps'][string] & { join?: unknown };
  const one = caseOn(withSteps({ 'structureel-aanbod': alone }), 'aanmelden-matig');
  one.state = {
    ...one.decide('tester', 'aanmelden-matig', 'gedaan').state,
    arrived: [{ step: 'structureel-aanbod', branch: 'main/t1', variant: {} }],
  };
  moved(one, 'valpreventie-coordinator');
  expect(one.openSteps).toEqual(['wachtlijst-kern', 'structureel-aanbod']);
  expect(one.state.arrived).toEqual([]);
});

function withoutEvaluation({ 'otago-evaluatie': _was, ...others }: Readonly<Record<string, number>>): object {
  return others;
}

describe('what time opens', () => {
  const scheduledIn = (one: OneCase): Record<string, string | null> =>
    Object.fromEntries(
      one.state.scheduled.map(({ key, opensAt }) => [key, opensAt === null ? null : localDateOf(opensAt)]),
    );

  test('is called as the new version calls it, and what that adds comes where its moment still lies ahead', () => {
    const one = otago();
    expect(scheduledIn(one)).toEqual({ 'otago-evaluatie': '2026-05-02' });
    moved(one, 'huisarts');
    expect(scheduledIn(one)).toEqual({ 'otago-evaluatie-3': '2026-05-02', 'otago-evaluatie-6': '2026-09-02' });
    expect(one.until('2026-09-03').openSteps).toEqual(['otago', 'otago-evaluatie-3', 'otago-evaluatie-6']);
  });

  test('is not opened afterwards when its moment lies behind, nor when it has become needless', () => {
    const behind = otago().until('2026-09-03');
    moved(behind, 'huisarts');
    expect(scheduledIn(behind)).toEqual({});
    const needless = otago().until('2026-06-01').decide('fysio', 'otago', 'afgerond');
    moved(needless, needless.state.open[0]!.accountable.role);
    expect(scheduledIn(needless)).toEqual({});
  });

  test('moves with the new term, falls away where the new version has none, and waits for a pause that was', () => {
    const evaluation = v2.steps['otago-evaluatie-3']!;
    const after = (length: string): object => ({
      ...evaluation,
      opens: { after: [{ fixed: length, source: 'X' }], from: 'otago-intake' },
    });
    const later = otago(withSteps({ 'otago-evaluatie-3': after('P10W') }));
    moved(later, 'huisarts');
    expect(scheduledIn(later)).toMatchObject({ 'otago-evaluatie-3': '2026-05-11' });
    const { opens: _opens, ...never } = evaluation as AnyChain['steps'][string] & { opens?: unknown };
    const gone = otago(withSteps({ 'otago-evaluatie-3': never }));
    moved(gone, 'huisarts');
    expect(scheduledIn(gone)).toEqual({ 'otago-evaluatie-6': '2026-09-02' });
    const rested = otago(withSteps({ 'otago-evaluatie-3': after('P10W') })).until('2026-03-10');
    rested.send({ kind: 'pause', actor: holder('huisarts'), reason: 'ziekte', until: '2026-03-20' });
    rested.until('2026-03-21').decide('huisarts', 'na-pauze', 'verder');
    moved(rested, 'huisarts');
    expect(scheduledIn(rested)).toEqual({ 'otago-evaluatie-3': '2026-05-21', 'otago-evaluatie-6': '2026-09-12' });
  });

  test('comes at its next time where it recurs, and at its limit where that is still to be reached', () => {
    const six = v2.steps['otago-evaluatie-6']!;
    const every = { ...six, opens: { every: { fixed: 'P1M', source: 'X' }, from: 'otago-intake' } };
    const limits = {
      lang: { label: 'Te lang', from: 'otago-intake', within: { fixed: 'P4M', source: 'X' }, opens: 'mdo-nodig' },
    } as const;
    const one = otago({ ...withSteps({ 'otago-evaluatie-6': every }), limits }).until('2026-04-10');
    moved(one, 'huisarts');
    expect(scheduledIn(one)).toMatchObject({ 'otago-evaluatie-6': '2026-05-02', 'limit:lang': '2026-07-02' });
  });
});

describe('is refused, and says what to do first', () => {
  const refusal = (one: OneCase, role = 'tester', to = 2): string | undefined =>
    one.refusal((copy) => copy.send(moveBy(role, copy, to)))?.message;

  test('for whoever is not accountable, and to a version that is none or does not follow', () => {
    expect(refusal(nabellen(), 'huisarts')).toBe('Dit is niet aan u.');
    expect(refusal(nabellen(), 'tester', 3)).toBe('Deze versie is er niet in deze keten.');
    expect(refusal(nabellen(), 'tester', 1)).toBe('Dit traject loopt al op versie 1.');
    expect(refusal(moved(nabellen()), 'tester', 1)).toBe('Van versie 2 kan een traject niet naar versie 1.');
    const { follows: _follows, ...alone } = v2;
    expect(refusal(nabellen(alone))).toBe('Van versie 1 kan een traject niet naar versie 2.');
  });

  test('in a pause, without consent and after the end', () => {
    const paused = nabellen().send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-04-01' });
    expect(refusal(paused)).toContain('Hervat het eerst');
    const withdrawn = nabellen().send({
      kind: 'consent',
      actor: holder('tester'),
      purpose: 'overdracht',
      given: false,
      by: 'inwoner',
      on: '2026-03-09',
    });
    expect(refusal(withdrawn, withdrawn.state.open[0]!.role)).toContain('toestemming ingetrokken');
    const ended = caseOn(v2).decide('tester', 'toestemming-hoog', 'geweigerd');
    expect(ended.refusal((copy) => moved(copy))).toMatchObject({ code: 'ended' });
    const silenced = nabellen();
    silenced.state = { ...silenced.state, silenced: true };
    expect(refusal(silenced)).toContain('stil gezet');
  });

  test('while a step stands open that the new version does not have, by its name', () => {
    const { 'nabellen-tester': nabellenStep, ...others } = v2.steps;
    const without = otherwise({ steps: others });
    expect(refusal(nabellen(without))).toBe(
      `Rond eerst deze stap af: ${nabellenStep!.label}. In versie 2 is die er niet, of gaat die anders.`,
    );
    expect(refusal(caseOn(without))).toBeUndefined();
    const handed = withSteps({ 'nabellen-tester': v2.steps['otago-verwijzing']! });
    expect(refusal(nabellen(handed))).toContain('Rond eerst deze stap af');
  });
});

describe('at a hand-off', () => {
  const offered = (): OneCase =>
    caseOn(v2)
      .decide('tester', 'toestemming-hoog', 'digitaal')
      .decide('huisarts', 'huisarts-beeld', 'voldoende')
      .decide('huisarts', 'bespreken-interventies', 'beweeg')
      .decide('huisarts', 'onderliggend-lijden', 'ja');
  const along = (one: OneCase, role: string, step: string, outcome: string): OneCase => {
    const version = { to: 2, knobs: one.state.knobs, parties: {} };
    const openStep = one.open(step).id;
    return one.send({ kind: 'decide', actor: holder(role), openStep, outcome, version, ...VRAAG });
  };

  test('whoever takes the case on goes on with the new version in one go, or leaves it where it was', () => {
    const one = along(offered(), 'fysio', 'otago-verwijzing', 'geaccepteerd');
    expect(one.kinds).toEqual(['decided', 'marked', 'opened', 'moved']);
    expect(new Set(one.last.map(({ command }) => command)).size).toBe(1);
    expect(one.state).toMatchObject({ version: 2, last: null });
    expect(one.facts.find(({ fact }) => fact === 'decided')).not.toHaveProperty('version');
    expect(rebuild(one.facts)).toEqual(one.state);
    const warm = otago().decide('fysio', 'otago', 'afgerond').decide('fysio', 't1', 'gedaan');
    along(warm, 'buurtsportcoach', 'structureel-aanbod', 'aanvaard');
    expect(warm.state.version).toBe(2);
    expect(warm.open('structureel-aanbod').stage).toBe('contact');
    expect(offered().decide('fysio', 'otago-verwijzing', 'geaccepteerd').state.version).toBe(1);
  });

  test('not with a refusal, not with another decision, and not where the case ends', () => {
    const why = 'Naar een andere versie kan alleen als u het traject bij een overdracht aanneemt.';
    const refused = (act: (copy: OneCase) => unknown): string | undefined => offered().refusal(act)?.message;
    expect(refused((copy) => along(copy, 'fysio', 'otago-verwijzing', 'geweigerd'))).toBe(why);
    expect(nabellen().refusal((copy) => along(copy, 'tester', 'nabellen-tester', 'alsnog'))?.message).toBe(why);
    const ends = { ...valpreventieV1.steps['otago-verwijzing'] };
    const outcomes = { ...ends.outcomes, geaccepteerd: { label: 'Klaar', to: { end: 'uitval' }, inform: 'gestart' } };
    const ending = { ...valpreventieV1, steps: { ...valpreventieV1.steps, 'otago-verwijzing': { ...ends, outcomes } } };
    const last = offered();
    last.chain = ending as AnyChain;
    expect(last.refusal((copy) => along(copy, 'fysio', 'otago-verwijzing', 'geaccepteerd'))?.message).toContain(
      'eindigt het traject',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { after, all, leave, PREGNANCY_ENDED } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import { apply } from './apply.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import { rebuild } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { Actor, Correct } from './messages.ts';
import type { CaseState } from './state.ts';

const chain = smallChain(
  {
    begin: step(
      {
        verder: { label: 'Verder', to: 'dan', inform: 'gezien', mark: 'geteld' },
        ja: { label: 'Ja', to: 'werk', gives: ['overdracht'] },
        samen: all('dan', 'naast'),
        anders: { label: 'Anders', to: 'dan', link: { type: 'vervolg', chain: 'elders' } },
        einde: klaar,
      },
      { form: 'f', keeps: ['code'] },
    ),
    dan: step({ klaar, weer: 'begin', aanbieden: 'aanbod' }, { by: 'coach', within: fixed('P2M') }),
    naast: step({ gedaan: leave() }, { within: after('geboorte', fixed('P6W'), { otherwise: fixed('P3M') }) }),
    werk: step({ klaar }),
    aanbod: offer({ gestart: klaar, niet: klaar }, { from: 'coach', by: 'tester' }),
    kraam: step(
      { gedaan: leave() },
      { opens: { on: 'geboorte', once: true }, within: after('geboorte', fixed('P5D')) },
    ),
    later: step({ gedaan: leave() }, { opens: { after: [fixed('P3M')], from: 'begin' }, lapsesOn: ['geboorte'] }),
    nazorg: step({ gedaan: leave() }, { opens: { at: after('geboorte', fixed('P1Y')), opening: 'begin' } }),
  },
  {
    afterConsent: ['werk'],
    marks: { geteld: 'Geteld' },
    events: { geboorte: { label: 'Geboorte', anchor: 'geboorte' }, [PREGNANCY_ENDED]: { label: 'Beëindigd' } },
    payers: {
      version: '1',
      rules: [{ payer: 'zvw', basis: 'Zvw', when: [{ code: 'code', in: ['a'] }], validFrom: '2020-01-01' }],
    },
  },
);
const [tester, coach, huisarts] = [holder('tester'), holder('coach'), holder('huisarts')];
const begun = (consents = ['overdracht', 'terugkoppeling']): OneCase => new OneCase(chain, 'begin', { consents });
const verder = (): OneCase => begun().decide('tester', 'begin', 'verder', { kept: { code: 'a' } });

const corrects = (one: OneCase, differs: Partial<Correct> = {}): OneCase =>
  one.send({
    kind: 'correct',
    actor: tester,
    seq: one.state.last?.seq ?? 0,
    reason: 'vergissing',
    facts: one.facts,
    ...differs,
  });
const refusal = (one: OneCase, differs: Partial<Correct> = {}): string | undefined =>
  one.refusal((copy) => corrects(copy, differs))?.code;
const happens = (one: OneCase, event: string, on: string = localDateOf(one.now)): OneCase =>
  one.send({ kind: 'event', actor: tester, event, on });

function counting({ rounds: _rounds, seq: _seq, last: _last, ...rest }: CaseState): object {
  return rest;
}

describe('a decision that is taken back', () => {
  test('leaves the case as it was: what stood open, codes, payer, dates, who did something, what was planned', () => {
    const before = begun().state;
    const one = verder();
    expect(one.state).toMatchObject({ kept: { code: 'a' }, payer: { payer: 'zvw' }, worked: ['tester'] });
    expect(one.state.marks).toEqual({ geteld: { count: 1, last: '2026-03-02' } });
    expect(counting(corrects(one).state)).toEqual(counting(before));
  });

  test('stays in the trail: what it was, who took it back and why', () => {
    const one = verder();
    const { seq } = one.facts.find(({ fact }) => fact === 'decided')!;
    corrects(one, { reason: 'nieuwe-informatie' });
    expect(one.last[0]).toMatchObject({ fact: 'corrected', undoes: seq, reason: 'nieuwe-informatie', actor: tester });
    expect(one.facts.filter(({ fact }) => fact === 'decided')).toHaveLength(1);
    expect(rebuild(JSON.parse(JSON.stringify(one.facts)) as Fact[])).toEqual(one.state);
  });

  test('is told to the referrer where it had been told, and only then', () => {
    expect(corrects(verder()).last.at(-1)).toMatchObject({
      fact: 'informed',
      step: 'begin',
      milestone: 'gecorrigeerd',
    });
    expect(corrects(begun().decide('tester', 'begin', 'samen')).kinds).toEqual(['corrected']);
  });

  test('can be taken again, and what opens then has an id that was never used', () => {
    const one = verder();
    const first = one.open('dan').id;
    corrects(one).decide('tester', 'begin', 'verder');
    expect(one.open('dan').id).not.toBe(first);
    expect(
      one.refusal((copy) => copy.send({ kind: 'decide', actor: coach, openStep: first, outcome: 'klaar' }))?.code,
    ).toBe('not-allowed-now');
  });

  test('gives back the consent that it gave, in both directions', () => {
    const one = begun([]).decide('tester', 'begin', 'ja');
    expect(corrects(one).state.consents).toEqual([]);
    const lost = begun().decide('tester', 'begin', 'ja');
    const base = { kind: 'consent', actor: huisarts, purpose: 'overdracht', by: 'inwoner', on: '2026-03-02' } as const;
    lost.send({ ...base, given: false });
    const before = lost.state;
    expect(before.withheld.open).toHaveLength(1);
    lost.decide('tester', 'toestemming-besluit', 'weer-toestemming');
    expect(lost.state.withheld.open).toHaveLength(0);
    expect(counting(corrects(lost).state)).toEqual(counting(before));
  });

  test('in the referral itself leaves the entry to be decided', () => {
    const decision = { outcome: 'verder', kept: { code: 'a' } };
    const command = referral(chain, 'begin', { actor: { ...tester }, decision });
    const { state, facts } = apply(chain, null, 'c1', command, MONDAY);
    const correct: Correct = { kind: 'correct', actor: tester, seq: state.last!.seq, reason: 'vergissing', facts };
    const taken = apply(chain, state, 'c2', correct, MONDAY);
    expect(taken.state.open).toMatchObject([{ id: 'traject.begin.1', organisation: 'organisatie-tester' }]);
    expect(taken.state).toMatchObject({ kept: {}, worked: [], contributors: [] });
  });

  test('of an answer to an offer puts the offer back as it was', () => {
    const one = begun().decide('tester', 'begin', 'verder').decide('coach', 'dan', 'aanbieden');
    const before = one.state;
    one.decide('tester', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    expect(one.open('aanbod').stage).toBe('returned');
    expect(counting(corrects(one).state)).toEqual(counting(before));
  });

  test('during a pause, on what began in it, leaves the pause as it was', () => {
    const one = begun().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-08-01' });
    const paused = one.state;
    expect(counting(corrects(happens(one, 'geboorte')).state)).toEqual(counting(paused));
    happens(one, 'geboorte');
    const before = one.state;
    one.decide('tester', 'kraam', 'gedaan');
    expect(counting(corrects(one).state)).toEqual(counting(before));
    expect(one.state.status).toBe('paused');
  });
});

describe('an event that is taken back', () => {
  test('takes its date back, and every term and plan that moved with it', () => {
    const one = begun().decide('tester', 'begin', 'samen').until('2026-03-05');
    const before = one.state;
    happens(one, 'geboorte', '2026-03-01');
    expect(one.kinds).toEqual(['happened', 'anchored', 'rescheduled', 'scheduled', 'unscheduled', 'opened']);
    expect(counting(corrects(one, { reason: 'verkeerde-datum' }).state)).toEqual(counting(before));
    // So long ago that the step was late at once.
    expect(counting(corrects(happens(one, 'geboorte', '2026-01-05')).state)).toEqual(counting(before));
  });

  test('may happen in truth later on: what it opens once opens then', () => {
    const one = corrects(happens(begun(), 'geboorte'));
    expect(one.openSteps).toEqual(['begin']);
    expect(happens(one.until('2026-04-01'), 'geboorte').openSteps).toEqual(['begin', 'kraam']);
    expect(happens(one.decide('tester', 'kraam', 'gedaan'), 'geboorte').openSteps).toEqual(['begin']);
  });

  test('was told by who referred, and is taken back by them or by who is accountable', () => {
    const one = begun().send({ kind: 'event', actor: huisarts, event: 'verhuisd', on: '2026-03-02' });
    expect([refusal(one, { actor: huisarts }), refusal(one), refusal(one, { actor: coach })]).toEqual([
      undefined,
      undefined,
      'forbidden',
    ]);
    expect(corrects(one, { actor: huisarts }).openSteps).toEqual(['begin']);
  });
});

describe('time that passed since', () => {
  test('is no obstacle as long as it only reminded somebody; what stands open again is pressed as if nothing had been', () => {
    const one = verder().until('2026-03-20');
    expect(one.state.last).not.toBeNull();
    corrects(one);
    expect(one.kinds).toEqual(['corrected', 'informed']);
    expect(one.liveTo(one.now + 1).kinds).toEqual(['late']);
    expect(one.open('begin')).toMatchObject({ late: true, id: 'traject.begin.1' });
    expect(localDateOf(one.open('begin').dueAt)).toBe('2026-03-12');
    expect(one.until('2026-03-27').kinds).toContain('escalated');
  });

  test('counts for who was reminded of another step: nobody is reminded twice, and the ladder goes on', () => {
    const one = begun().decide('tester', 'begin', 'samen').until('2026-03-05');
    happens(one, 'geboorte', '2026-03-01');
    const moved = one.open('naast');
    one.until('2026-04-05');
    expect(one.open('naast').rung.kind).not.toBe(moved.rung.kind);
    const reminders = one.facts.filter((fact) => fact.fact === 'reminded' && fact.step === 'naast').length;
    corrects(one);
    expect(localDateOf(one.open('naast').dueAt)).toBe('2026-06-02');
    one.until('2026-06-04');
    expect(one.facts.filter((fact) => fact.fact === 'reminded' && fact.step === 'naast')).toHaveLength(reminders);
    expect(one.facts.filter((fact) => fact.fact === 'late' && fact.step === 'naast')).toHaveLength(1);
  });

  test('is an obstacle once it opened something, or ended a pause', () => {
    const one = verder().until('2026-06-10');
    expect(one.openSteps).toContain('later');
    expect([one.state.last, refusal(one, { seq: 3 })]).toEqual([null, 'not-allowed-now']);
    const paused = begun().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-04-01' });
    happens(paused, 'verhuisd').until('2026-04-02');
    expect(paused.state.last).toBeNull();
  });
});

describe('what something was built on stays', () => {
  test.each<[string, (one: OneCase) => OneCase]>([
    ['the next decision', (one) => one.decide('coach', 'dan', 'weer')],
    [
      'a contact attempt, a claim or another organisation',
      (one) => one.send({ kind: 'assign', actor: coach, openStep: one.open('dan').id, practitioner: 'x' }),
    ],
    ['a pause', (one) => one.send({ kind: 'pause', actor: coach, reason: 'ziekte', until: '2026-05-01' })],
    [
      'a question',
      (one) => one.send({ kind: 'ask', actor: huisarts, to: { role: 'coach', organisation: 'organisatie-coach' } }),
    ],
    [
      'consent that was withdrawn',
      (one) =>
        one.send({
          kind: 'consent',
          actor: huisarts,
          purpose: 'overdracht',
          given: false,
          by: 'inwoner',
          on: '2026-03-02',
        }),
    ],
    [
      'another case that was coupled',
      (one) => one.send({ kind: 'link', actor: coach, type: 'parallel', chain: 'elders', case: 'ander' }),
    ],
    ['its own correction', (one) => corrects(one)],
  ])('%s', (_what, act) => {
    const one = verder();
    const { seq } = one.state.last!;
    act(one);
    expect(refusal(one, { seq })).toBe('not-allowed-now');
  });

  test('but particulars that were put right build nothing', () => {
    const one = verder().send({ kind: 'amend', actor: huisarts, fields: ['telefoon'] });
    expect(corrects(one).openSteps).toEqual(['begin']);
  });

  test('and so does what asked for another case, and what ended', () => {
    expect(begun().decide('tester', 'begin', 'anders').state.last).toBeNull();
    const ended = begun().decide('tester', 'begin', 'einde');
    expect([ended.state.last, refusal(ended, { seq: 3 })]).toEqual([null, 'ended']);
  });

  test('and nothing is listed that cannot be taken back', () => {
    const listed = (one: OneCase): boolean => actionsOf(chain, one.state).some(({ action }) => action === 'correct');
    expect([listed(begun()), listed(verder()), listed(corrects(verder()))]).toEqual([false, true, false]);
  });
});

describe('a correction is refused', () => {
  test.each<[string, Partial<Correct>, string]>([
    ['of another fact', { seq: 1 }, 'not-allowed-now'],
    ['of a fact that is not there', { seq: 99 }, 'not-allowed-now'],
    ['for no reason that is known', { reason: 'zomaar' }, 'invalid-input'],
    ['for a reason that every object has', { reason: 'toString' }, 'invalid-input'],
    ['by somebody else', { actor: huisarts }, 'forbidden'],
    ['by the same role elsewhere', { actor: { ...tester, organisation: 'elders' } as Actor }, 'forbidden'],
    ['without facts', { facts: [] }, 'not-allowed-now'],
  ])('%s', (_what, differs, code) => {
    const one = verder();
    const before = structuredClone(one.state);
    expect(refusal(one, differs)).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('with facts that are cut short, have a hole, say something else, or are those of another case', () => {
    const one = verder();
    const other = new OneCase(chain, 'begin', { case: 'ander' }).decide('tester', 'begin', 'verder');
    const { facts } = one;
    const changed = facts.map((fact) => (fact.fact === 'decided' ? { ...fact, kept: { code: 'b' } } : fact));
    const cut = [facts.slice(0, -1), facts.slice(1), facts.filter(({ seq }) => seq !== 2)];
    for (const each of [...cut, changed, other.facts]) expect(refusal(one, { facts: each })).toBe('not-allowed-now');
    expect(refusal(one, { facts: [{ seq: 1 }] })).toBe('not-allowed-now');
  });

  test('not because PostgreSQL has not heard yet of a reminder that this case has just sent', () => {
    const one = verder();
    const facts = [...one.facts];
    expect(one.until('2026-04-25').kinds).toContain('reminded');
    expect(refusal(one, { facts })).toBeUndefined();
  });
});

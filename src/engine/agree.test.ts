import { describe, expect, test } from 'vitest';
import {
  begun,
  coach,
  consentChain,
  decision,
  given,
  happens,
  huisarts,
  pauseBy,
  place,
  says,
  tester,
  withdrawn,
} from '../../test/journeys/consent-chain.ts';
import { OneCase } from '../../test/journeys/one-case.ts';
import type { Agree } from './messages.ts';
import { accountableOf, nextWakeAt } from './state.ts';

describe('consent', () => {
  test('is noted with its purpose, who gave it, on which day and who wrote it down', () => {
    const one = says(begun('verder'), { purpose: 'casusoverleg', given: true, by: 'inwoner', actor: tester });
    expect(one.last).toEqual([
      {
        seq: one.state.seq,
        at: one.now,
        command: 'c3',
        fact: 'agreed',
        purpose: 'casusoverleg',
        given: true,
        by: 'inwoner',
        on: '2026-03-02',
        actor: tester,
      },
    ]);
    expect(one.state.consents).toEqual(['overdracht', 'terugkoppeling', 'casusoverleg']);
  });

  test('for telling the referrer is withdrawn and given without anything stopping', () => {
    const one = says(begun('verder'), { purpose: 'terugkoppeling' });
    expect([one.kinds, one.state.consents, one.openSteps]).toEqual([['agreed'], ['overdracht'], ['werk']]);
    expect(one.state.consentLost).toBe(false);
    expect(says(one, { purpose: 'terugkoppeling', given: true }).state.consents).toContain('terugkoppeling');
  });

  test.each<[string, Partial<Agree>, string]>([
    ['for no purpose that there is', { purpose: 'alles' }, 'invalid-input'],
    ['for a purpose that every object has', { purpose: 'toString' }, 'invalid-input'],
    ['on a day to come', { on: '2026-03-03' }, 'invalid-input'],
    ['on a day that is none', { on: '2026-02-30' }, 'invalid-input'],
    ['that is there already', { given: true }, 'not-allowed-now'],
    ['withdrawn that was never given', { purpose: 'monitoring' }, 'not-allowed-now'],
    ['told by somebody outside', { actor: coach }, 'forbidden'],
    ['told by nobody', { actor: { ...huisarts, organisation: null } }, 'forbidden'],
  ])('%s is refused, and nothing changes', (_what, differs, code) => {
    const one = begun('verder');
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => says(copy, differs))?.code).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('is not noted in a case that has ended', () => {
    expect(begun('alleen').decide('huisarts', 'eigen', 'klaar').refusal(withdrawn)?.code).toBe('ended');
  });
});

describe('when consent for the transfer is withdrawn', () => {
  test('what lies beyond it, or with another organisation, stops; what is the referrer’s own goes on', () => {
    const one = withdrawn(begun('samen'));
    expect(one.kinds).toEqual(['agreed', 'opened', 'withheld']);
    expect(one.openSteps).toEqual(['eigen', 'toestemming-besluit']);
    expect(one.state.withheld.open.map(({ step }) => step)).toEqual(['naast', 'werk']);
    expect(one.state.withheld.scheduled.map(({ step }) => step)).toEqual(['later', 'gepland']);
    expect(one.state).toMatchObject({ consentLost: true, consents: ['terugkoppeling'], scheduled: [] });
  });

  test('who loses a step is told that, once, and no more; who is asked how to go on is not', () => {
    const one = withdrawn(begun('samen'));
    expect(one.last.at(-1)).toMatchObject({ organisations: ['organisatie-coach', 'organisatie-tester'] });
    const theirs = withdrawn(begun('verder').decide('tester', 'werk', 'klaar'));
    expect(theirs.last.at(-1)).toMatchObject({ organisations: [] });
  });

  test('who referred says how to go on, as long as nobody else has a dossier of their own', () => {
    const one = withdrawn(begun('verder'));
    const party = { role: 'huisarts', organisation: 'organisatie-huisarts' };
    expect(one.open('toestemming-besluit')).toMatchObject({ ...party, accountable: party, branch: 'main' });
    expect(accountableOf(one.state)).toMatchObject(party);
    expect(one.refusal((copy) => pauseBy(copy, tester))?.code).toBe('forbidden');
  });

  test('who has the regie says so once they did something, and stays accountable for the rest', () => {
    const one = withdrawn(begun('samen').decide('tester', 'werk', 'klaar').decide('coach', 'naast', 'gedaan'));
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester', organisation: 'organisatie-tester' });
    expect(one.openSteps).toEqual(['eigen', 'toestemming-besluit']);
  });

  test('it is asked also where nothing has to stop', () => {
    const one = withdrawn(new OneCase(consentChain, 'begin'));
    expect(one.kinds).toEqual(['agreed', 'opened']);
    expect(one.openSteps).toEqual(['begin', 'toestemming-besluit']);
  });

  test('no clock of what stopped goes off, however long it takes; only the question presses', () => {
    const one = withdrawn(begun('samen')).until('2029-03-02');
    const pressed = new Set(one.last.map((fact) => ('openStep' in fact ? fact.openStep : fact.fact)));
    expect(pressed).toEqual(new Set(['traject.eigen.1', 'traject.toestemming-besluit.1']));
    expect(nextWakeAt(one.state)).toBeGreaterThan(one.now);
  });

  test('nobody decides, tries, claims or divides what stopped: the reason is the consent', () => {
    const one = begun('samen');
    const [werk, naast] = [one.open('werk').id, one.open('naast').id];
    withdrawn(one);
    expect(decision(one, tester, werk, 'klaar')).toBe('consent-missing');
    expect(decision(one, coach, naast, 'gedaan')).toBe('consent-missing');
    const on = { actor: tester, openStep: werk } as const;
    expect(one.refusal((copy) => copy.send({ kind: 'assign', ...on, practitioner: 'x' }))?.code).toBe(
      'not-allowed-now',
    );
    const attempt = { kind: 'attempt', ...on, on: '2026-03-02', channel: 'brief', reached: false } as const;
    expect(one.refusal((copy) => copy.send(attempt))?.code).toBe('not-allowed-now');
  });

  test('the referrer cannot decide towards another organisation, nor beyond the consent step', () => {
    const one = withdrawn(begun('alleen'));
    for (const outcome of ['ergens', 'werk']) {
      expect(one.refusal((copy) => copy.decide('huisarts', 'eigen', outcome))).toMatchObject({
        code: 'consent-missing',
      });
    }
    expect(one.decide('huisarts', 'eigen', 'gedaan').openSteps).toEqual(['toestemming-besluit']);
  });

  test('an offer that came back is not offered again', () => {
    const one = begun('aanbieden').decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    withdrawn(one);
    expect(one.openSteps).toEqual(['aanbod', 'toestemming-besluit']);
    expect(one.refusal((copy) => copy.decide('huisarts', 'aanbod', 'omleiden', { to: 'ander' }))?.code).toBe(
      'consent-missing',
    );
  });

  test('what opens by itself elsewhere only waits too: an event, and what was planned', () => {
    const one = happens(withdrawn(begun('alleen')), 'valpartij');
    expect(one.last).toMatchObject([{}, { fact: 'opened', step: 'val' }, { fact: 'withheld', organisations: [] }]);
    expect(one.openSteps).toEqual(['eigen', 'toestemming-besluit']);
    expect(happens(one, 'valpartij').kinds).toEqual(['happened']);
    expect(given(one).openSteps).toContain('val');
  });

  test('nobody outside is asked anything any more, and what was asked lapses', () => {
    const one = begun('samen').decide('tester', 'werk', 'klaar').decide('coach', 'naast', 'gedaan');
    const to = { role: 'coach', organisation: 'organisatie-coach' };
    one.send({ kind: 'ask', actor: huisarts, to });
    withdrawn(one);
    expect(one.kinds).toEqual(['agreed', 'opened', 'lapsed', 'withheld']);
    expect(one.state.withheld.open.map(({ step }) => step)).toEqual(['samen']);
    expect(one.refusal((copy) => copy.send({ kind: 'ask', actor: huisarts, to }))?.code).toBe('invalid-input');
    expect(given(one).openSteps).toEqual(['eigen', 'samen']);
  });

  test('a signal of safety stays where it is', () => {
    const one = happens(begun('verder'), 'veiligheidssignaal');
    expect(withdrawn(one).openSteps).toEqual(['veiligheid', 'toestemming-besluit']);
  });

  test('a branch that stopped still counts: nothing goes on without it', () => {
    const one = begun('samen').decide('tester', 'werk', 'klaar');
    expect(one.state.arrived).toHaveLength(1);
    withdrawn(one).decide('huisarts', 'eigen', 'gedaan').until('2026-09-01');
    expect([one.state.arrived.length, one.openSteps]).toEqual([1, ['toestemming-besluit']]);
    const again = given(one).until('2026-09-02');
    expect(again.openSteps).toEqual(['naast', 'later']);
    expect(again.decide('coach', 'naast', 'gedaan').openSteps).toEqual(['later', 'samen']);
  });

  test('a seat in a group comes free, with its dates', () => {
    const one = begun('groep').decide('tester', 'wachten', 'vol', { place });
    expect(one.state).toMatchObject({ group: 'g', anchors: { start: '2026-04-01' } });
    withdrawn(one);
    expect(one.state).toMatchObject({ group: null, anchors: {}, withheld: { seat: true } });
    expect(one.kinds).toContain('ungrouped');
  });

  test('the case can be stopped, paused, silenced and ended as ever, and nothing waits any more', () => {
    const stopped = withdrawn(begun('verder')).decide('huisarts', 'toestemming-besluit', 'stopt', {
      reason: 'geen-toestemming',
    });
    expect(stopped.state).toMatchObject({ status: 'ended', ending: 'uitval', withheld: { open: [], scheduled: [] } });
    const one = withdrawn(begun('verder')).send({ kind: 'withdraw', actor: huisarts, reason: 'ziekte' });
    expect(one.state).toMatchObject({ status: 'ended', withheld: { open: [] } });
    const death = { kind: 'event', actor: huisarts, event: 'overleden', of: 'inwoner', on: '2026-03-02' } as const;
    expect(withdrawn(begun('verder')).send(death).state.withheld).toEqual({ open: [], scheduled: [], seat: false });
  });

  test('what lies beyond it stops also where the referrer does it', () => {
    expect(withdrawn(begun('zorg')).openSteps).toEqual(['toestemming-besluit']);
  });

  test('who loses several steps hears once', () => {
    expect(withdrawn(happens(begun('samen'), 'valpartij')).last.at(-1)).toMatchObject({
      openSteps: ['traject.naast.1', 'traject.werk.1', 'traject.val.1'],
      organisations: ['organisatie-coach', 'organisatie-tester'],
    });
  });

  test('a second time is refused', () => {
    expect(withdrawn(begun('verder')).refusal(withdrawn)?.code).toBe('not-allowed-now');
  });
});

import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { after, all, inform, leave, PREGNANCY_ENDED, type AnyChain } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import type { Actor, Happen } from './messages.ts';
import { accountableOf, nextWakeAt } from './state.ts';

const melden = inform({
  label: 'Melden',
  by: 'tester',
  within: fixed('P10D'),
  tells: 'gezien',
  outcomes: { verder: { label: 'Verder', to: 'dan' } },
});
const chain = smallChain(
  {
    begin: step(
      { samen: all('melden', 'naast', 'aanbod'), klaar: { label: 'Klaar', to: klaar, inform: 'klaar' } },
      { missed: 'te-laat' },
    ),
    melden,
    dan: step({ klaar: { label: 'Klaar', to: klaar, inform: 'klaar' } }, { missed: 'te-laat' }),
    naast: step({ gedaan: leave() }, { lapsesOn: ['verandering'] }),
    aanbod: offer({ gestart: leave() }),
    kraamweek: step(
      { gedaan: leave() },
      {
        within: after('geboorte', fixed('P5D')),
        opens: { on: 'geboorte', once: true },
        by: 'coach',
        lapsesOn: ['verandering'],
      },
    ),
    later: step({ gedaan: leave() }, { opens: { every: fixed('P1M'), from: 'begin' } }),
  },
  {
    events: {
      geboorte: { label: 'Geboorte', anchor: 'geboorte' },
      aterme: { label: 'Uitgerekend', anchor: 'eind', planned: true },
      verandering: { label: 'Verandering' },
      [PREGNANCY_ENDED]: { label: 'Beëindigd' },
    },
  },
);
const tester = holder('tester');

const happens = (one: OneCase, event: string, differs: Partial<Happen> = {}): OneCase =>
  one.send({ kind: 'event', actor: tester, event, on: '2026-03-02', ...differs });
const begun = (): OneCase => new OneCase(chain, 'begin');
const split = (): OneCase => begun().decide('tester', 'begin', 'samen');

describe('something that happened', () => {
  test('is noted with its day, and by whom; the case remembers that it did', () => {
    const one = happens(begun(), 'verandering');
    expect(one.last).toMatchObject([{ fact: 'happened', event: 'verandering', on: '2026-03-02', actor: tester }]);
    expect(one.state.happened).toEqual(['verandering']);
  });

  test.each<[string, string, Partial<Happen>, string]>([
    ['that the chain does not know', 'brand', {}, 'hoort niet bij deze keten'],
    ['that every object has', 'toString', {}, 'hoort niet bij deze keten'],
    ['on a day that is none', 'verandering', { on: '2026-02-30' }, 'klopt niet'],
    ['tomorrow', 'verandering', { on: '2026-03-03' }, 'ligt niet in de toekomst'],
    ['a death of nobody', 'overleden', {}, 'Zeg wie er is overleden'],
    ['a death of someone who is no part of this', 'overleden', { of: 'buurman' }, 'Zeg wie er is overleden'],
  ])('%s is refused with the reason, and changes nothing', (_name, event, differs, message) => {
    const one = begun();
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => happens(copy, event, differs))).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(message),
    });
    expect(one.state).toEqual(before);
  });

  test('may lie ahead when it is planned, such as a due date', () => {
    expect(happens(begun(), 'aterme', { on: '2026-07-01' }).state.anchors).toEqual({ eind: '2026-07-01' });
  });

  test.each<[string, Actor, boolean]>([
    ['whoever is accountable', tester, true],
    ['the referrer', holder('huisarts'), true],
    ['who holds a step', holder('coach'), true],
    ['somebody else', { ...holder('coach'), organisation: 'elders' }, false],
    ['nobody', { role: 'coach', organisation: null, practitioner: null }, false],
  ])('may be said by %s: %j', (_who, actor, may) => {
    const refusal = split().refusal((copy) => happens(copy, 'verandering', { actor }));
    expect(refusal?.code).toBe(may ? undefined : 'forbidden');
  });

  test('opens the steps that wait for it, each in a branch of its own, with a term from its day', () => {
    const one = happens(begun(), 'geboorte');
    expect(one.kinds).toEqual(['happened', 'anchored', 'opened']);
    expect(one.open('kraamweek')).toMatchObject({ branch: 'main/kraamweek', moves: false, role: 'coach' });
  });

  test('opens once what opens only once, also when that lapsed or was done elsewhere', () => {
    const lapsed = happens(happens(begun(), 'geboorte'), 'verandering');
    expect(lapsed.openSteps).toEqual(['begin']);
    expect(happens(lapsed, 'geboorte').openSteps).toEqual(['begin']);
    const done = [{ step: 'kraamweek', outcome: 'gedaan', on: '2026-03-01' }];
    expect(happens(new OneCase(chain, 'begin', { done }), 'geboorte').openSteps).toEqual(['begin']);
  });

  test('makes needless what lapses on it', () => {
    expect(happens(split(), 'verandering').last).toMatchObject([{}, { fact: 'lapsed', step: 'naast' }]);
  });

  test('that ends the case by what it opens leaves nothing open', () => {
    const steps = {
      begin: step({ klaar }),
      eerst: { ...melden, opens: { on: 'verandering' }, outcomes: { verder: { label: 'Verder', to: klaar } } },
      dan: step({ klaar }, { opens: { on: 'verandering' } }),
    } as const;
    const one = happens(new OneCase({ ...chain, steps } as AnyChain, 'begin'), 'verandering');
    expect([one.kinds.at(-1), one.state.open]).toEqual(['ended', []]);
  });
});

describe('someone moves house', () => {
  test('asks whoever is accountable how to go on, beside what stands open, and only once', () => {
    const one = happens(happens(begun(), 'verhuisd'), 'verhuisd');
    expect(one.openSteps).toEqual(['begin', 'verhuisd-besluit']);
    expect(one.open('verhuisd-besluit')).toMatchObject({ role: 'tester', round: 1 });
    expect(happens(one.decide('tester', 'verhuisd-besluit', 'blijft'), 'verhuisd').open('verhuisd-besluit').round).toBe(
      2,
    );
  });

  test('may end the case there, and the referrer hears of it', () => {
    const one = happens(begun(), 'verhuisd').decide('tester', 'verhuisd-besluit', 'stopt');
    expect([one.kinds, one.state.ending]).toEqual([['decided', 'informed', 'ended'], 'verhuisd']);
  });
});

describe('a safety signal', () => {
  test('is confidential, and so is the step that it opens for whoever is accountable', () => {
    const one = happens(begun(), 'veiligheidssignaal', { actor: holder('huisarts') });
    expect(one.last).toMatchObject([
      { fact: 'happened', confidential: true },
      { fact: 'opened', step: 'veiligheid', confidential: true, organisation: 'organisatie-tester' },
    ]);
  });

  test('leaves the rest of the case as it was, also when it is dealt with', () => {
    const one = happens(begun(), 'veiligheidssignaal').decide('tester', 'veiligheid', 'meldcode-route');
    expect(one.openSteps).toEqual(['begin']);
  });
});

describe('a death', () => {
  test('of the resident ends the case at once: nothing is sent, not even what still had to be told', () => {
    const one = happens(split(), 'overleden', { of: 'inwoner' });
    expect(one.kinds).toEqual(['happened', 'silenced', 'ended']);
    expect(one.state).toMatchObject({ status: 'ended', ending: 'overleden', silenced: true, open: [] });
    expect(nextWakeAt(one.state)).toBeNull();
  });

  test.each(['kind', 'ouder', 'partner'])('of %s is noted, and the case goes on', (of) => {
    const one = happens(begun(), 'overleden', { of });
    expect(one.last).toMatchObject([{ fact: 'happened', of }]);
    expect(one.state).toMatchObject({ status: 'open', silenced: false });
  });

  test('in a pause ends the case too', () => {
    const one = begun().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-06-01' });
    expect(happens(one, 'overleden', { of: 'inwoner' }).state).toMatchObject({ status: 'ended', ending: 'overleden' });
  });
});

describe('a pregnancy that ended', () => {
  const silenced = (): OneCase => happens(split(), PREGNANCY_ENDED);

  test('closes everything, and leaves one confidential list for whoever is accountable', () => {
    const one = silenced();
    expect(one.last[0]).toMatchObject({ fact: 'happened', confidential: true });
    expect(one.openSteps).toEqual(['persoonlijk-afgezegd']);
    expect(one.open('persoonlijk-afgezegd')).toMatchObject({ branch: 'main', confidential: true, role: 'tester' });
    expect(one.state).toMatchObject({ silenced: true, scheduled: [], arrived: [] });
  });

  test('is never told to anybody, whatever follows', () => {
    const one = silenced().until('2026-09-01').decide('tester', 'persoonlijk-afgezegd', 'gedaan');
    expect(one.facts.filter(({ fact }) => fact === 'informed')).toEqual([]);
    expect(one.state).toMatchObject({ status: 'ended', ending: PREGNANCY_ENDED });
  });

  test('wakes nobody for what had been planned', () => {
    const one = silenced().until('2026-12-01');
    expect(one.openSteps).toEqual(['persoonlijk-afgezegd']);
    expect(new Set(one.kinds)).toEqual(new Set(['reminded', 'late', 'escalated']));
  });

  test('during a pause ends the pause: nobody is asked later how to go on', () => {
    const one = split().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-06-01' });
    happens(one, PREGNANCY_ENDED);
    expect(one.state.status).toBe('open');
    expect(one.last).toMatchObject([
      {},
      { fact: 'resumed', actor: { system: 'engine' } },
      ...Array<object>(one.last.length - 2).fill({}),
    ]);
    expect(one.until('2026-07-01').openSteps).toEqual(['persoonlijk-afgezegd']);
    expect(one.decide('tester', 'persoonlijk-afgezegd', 'gedaan').state.status).toBe('ended');
  });

  test('keeps whoever was accountable so', () => {
    const before = accountableOf(split().state);
    expect(accountableOf(silenced().state)).toEqual(before);
  });

  test('leaves nothing to do but that one list, to say who of the own organisation does it, and to take it back', () => {
    const { state } = silenced();
    expect(actionsOf(chain, state)).toMatchObject([
      { action: 'decide', step: 'persoonlijk-afgezegd' },
      { action: 'assign', step: 'persoonlijk-afgezegd', moves: [], coordinates: null },
      { action: 'correct', seq: state.last?.seq },
    ]);
    expect(actionsOf(chain, state)).toHaveLength(3);
  });

  test('forgets a branch that waited: nothing opens when the others are gone', () => {
    const joined = {
      ...chain,
      steps: { ...chain.steps, dan: { ...chain.steps['dan']!, join: ['main', 'naast'] } },
    } as AnyChain;
    const one = new OneCase(joined, 'begin').decide('tester', 'begin', 'samen');
    expect(one.state.arrived).toHaveLength(1);
    expect(happens(one, PREGNANCY_ENDED).state.arrived).toEqual([]);
  });

  test('is unknown to a chain that does not name it', () => {
    const { [PREGNANCY_ENDED]: _none, ...events } = chain.events!;
    expect(new OneCase({ ...chain, events }, 'begin').refusal((copy) => happens(copy, PREGNANCY_ENDED))?.code).toBe(
      'invalid-input',
    );
  });
});

describe('what contradicts what was said before', () => {
  test.each(['verandering', 'overleden', PREGNANCY_ENDED])(
    '%s after a pregnancy ended is refused: that is how it stands',
    (event) => {
      const one = happens(split(), PREGNANCY_ENDED);
      const before = structuredClone(one.state);
      expect(one.refusal((copy) => happens(copy, event, { of: 'inwoner' }))?.code).toBe('not-allowed-now');
      expect(one.state).toEqual(before);
    },
  );

  test('anything after a death is refused: the case has ended', () => {
    const one = happens(begun(), 'overleden', { of: 'inwoner' });
    expect(one.refusal((copy) => happens(copy, 'geboorte'))?.code).toBe('ended');
  });
});

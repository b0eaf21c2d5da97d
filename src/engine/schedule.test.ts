import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { after, before, knob, leave, on, since, type AnyChain } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';

const BESIDE = { gedaan: leave() } as const;
const far = fixed('P2Y');

/** `eerst` leads to `hoofd`, which stands open for years; `naast` is opened by time. */
function chainWith(naast: Parameters<typeof step>[1], differs: Partial<AnyChain> = {}): AnyChain {
  return smallChain(
    {
      eerst: step({ verder: 'hoofd' }, { within: far }),
      hoofd: step({ klaar, weer: 'eerst' }, { within: far }),
      naast: step(BESIDE, naast),
    },
    differs,
  );
}

/** The local days on which a step was opened. */
function daysOf(one: OneCase, name: string): string[] {
  return one.facts.flatMap((fact) => (fact.fact === 'opened' && fact.step === name ? [localDateOf(fact.at)] : []));
}

function waiting(one: OneCase): (string | null)[] {
  return one.state.scheduled.map(({ opensAt }) => (opensAt === null ? null : localDateOf(opensAt)));
}

describe('a step that opens at a moment', () => {
  const chain = chainWith({ opens: { at: before('eind', fixed('P3W')), opening: 'hoofd' } });
  const begun = (anchors: Record<string, string>): OneCase =>
    new OneCase(chain, 'eerst', { anchors }).decide('tester', 'eerst', 'verder');

  test('opens there, at the beginning of the day, in a branch of its own', () => {
    const one = begun({ eind: '2026-06-15' });
    expect(waiting(one)).toEqual(['2026-05-25']);
    expect(one.until('2026-05-24').openSteps).toEqual(['hoofd']);
    one.until('2026-05-25');
    expect(one.openSteps).toEqual(['hoofd', 'naast']);
    expect(one.open('naast')).toMatchObject({ branch: 'main/naast', round: 1 });
    expect(one.state.scheduled).toEqual([]);
  });

  test('begins to count when the other step opens, and not before', () => {
    expect(new OneCase(chain, 'eerst', { anchors: { eind: '2026-06-15' } }).state.scheduled).toEqual([]);
  });

  test('opens by the next tick when its moment lies in the past', () => {
    const one = begun({ eind: '2026-03-10' });
    expect(one.openSteps).toEqual(['hoofd']);
    expect(one.state.scheduled).toMatchObject([{ opensAt: one.now + 1 }]);
    expect(one.liveTo(one.now + 1).openSteps).toEqual(['hoofd', 'naast']);
  });

  test('waits for a date that is not known yet, and opens once it is', () => {
    const lived = { ...chain, events: { gepland: { label: 'Gepland', anchor: 'eind', planned: true } } } as const;
    const one = new OneCase(lived, 'eerst').decide('tester', 'eerst', 'verder').until('2026-04-01');
    expect(waiting(one)).toEqual([null]);
    one.send({ kind: 'event', actor: one.state.referrer, event: 'gepland', on: '2026-06-15' });
    expect(waiting(one)).toEqual(['2026-05-25']);
    expect(one.until('2026-05-25').openSteps).toEqual(['hoofd', 'naast']);
  });

  test('moves with its date, earlier and later', () => {
    const lived = { ...chain, events: { gepland: { label: 'Gepland', anchor: 'eind', planned: true } } } as const;
    const one = new OneCase(lived, 'eerst', { anchors: { eind: '2026-06-15' } }).decide('tester', 'eerst', 'verder');
    for (const [date, opens] of [
      ['2026-07-15', '2026-06-24'],
      ['2026-05-15', '2026-04-24'],
    ] as const) {
      one.send({ kind: 'event', actor: one.state.referrer, event: 'gepland', on: date });
      expect(waiting(one)).toEqual([opens]);
    }
  });

  test('is noted anew when the other step opens again', () => {
    const one = begun({ eind: '2026-06-15' }).decide('tester', 'hoofd', 'weer').decide('tester', 'eerst', 'verder');
    expect(waiting(one)).toEqual(['2026-05-25']);
  });
});

test('a moment since a decision that is still to come waits for that decision', () => {
  const chain = chainWith({ opens: { at: since('hoofd', fixed('P1M')), opening: 'eerst' } });
  const one = new OneCase(chain, 'eerst');
  expect(waiting(one)).toEqual([null]);
  one.decide('tester', 'eerst', 'verder').decide('tester', 'hoofd', 'weer');
  expect(waiting(one)).toEqual(['2026-04-02']);
  expect(daysOf(one.until('2026-05-01'), 'naast')).toEqual(['2026-04-02']);
});

test('a later stage of an offer is no new beginning: what opened beside it does not open twice', () => {
  const chain = smallChain({
    aanbod: offer({ gestart: klaar }, { warm: true, within: far }),
    naast: step(BESIDE, { opens: { at: after('start', fixed('P1D')), opening: 'aanbod' } }),
  });
  const one = new OneCase(chain, 'aanbod', { anchors: { start: '2026-03-02' } }).until('2026-03-03');
  one.decide('tester', 'naast', 'gedaan').decide('coach', 'aanbod', 'aanvaard').until('2026-03-05');
  expect(daysOf(one, 'naast')).toEqual(['2026-03-03']);
});

describe('a step that opens so long after a decision', () => {
  const chain = chainWith({ opens: { after: [fixed('P1M'), fixed('P3M'), fixed('P6M')], from: 'eerst' } });
  const begun = (made = chain): OneCase => new OneCase(made, 'eerst').decide('tester', 'eerst', 'verder');

  test('opens once for every length, all counted from that decision', () => {
    const one = begun();
    for (const date of ['2026-04-03', '2026-06-03', '2026-09-03']) one.until(date).decide('tester', 'naast', 'gedaan');
    expect(daysOf(one, 'naast')).toEqual(['2026-04-02', '2026-06-02', '2026-09-02']);
    expect(one.until('2027-12-01').openSteps).toEqual(['hoofd']);
  });

  test('does not open a second time while it stands open', () => {
    expect(daysOf(begun().until('2026-12-01'), 'naast')).toEqual(['2026-04-02']);
  });

  test('begins again with the next decision', () => {
    const one = begun().until('2026-03-20').decide('tester', 'hoofd', 'weer').decide('tester', 'eerst', 'verder');
    expect(waiting(one)).toEqual(['2026-04-20']);
  });

  test('opens when the place has set it, each length under its own name', () => {
    const opens = {
      after: [knob('P1M', { min: 'P1W', max: 'P2M' }), knob('P3M', { min: 'P1W', max: 'P4M' })],
      from: 'eerst',
    } as const;
    const knobs = { 'naast.opens.2': { value: 'P2M', layer: 'kern' } } as const;
    const one = new OneCase(chainWith({ opens }), 'eerst', { knobs }).decide('tester', 'eerst', 'verder');
    one.until('2026-04-03').decide('tester', 'naast', 'gedaan');
    expect(waiting(one)).toEqual(['2026-05-02']);
  });
});

describe('a step that opens again and again', () => {
  const chain = chainWith({ opens: { every: fixed('P3M'), from: 'eerst' }, lapsesOn: ['hoofd'] });
  const endless = chainWith({ opens: { every: fixed('P3M'), from: 'eerst' } });

  test('does so for as long as the case lasts', () => {
    const one = new OneCase(endless, 'eerst').decide('tester', 'eerst', 'verder');
    for (const date of ['2026-06-04', '2026-09-04', '2026-12-04']) one.until(date).decide('tester', 'naast', 'gedaan');
    expect(daysOf(one, 'naast')).toEqual(['2026-06-02', '2026-09-02', '2026-12-02']);
    expect(one.decide('tester', 'hoofd', 'klaar').state.scheduled).toEqual([]);
  });

  test('goes on also when one of them was not done: then that one stands open', () => {
    const one = new OneCase(endless, 'eerst').decide('tester', 'eerst', 'verder').until('2027-01-01');
    expect(daysOf(one, 'naast')).toEqual(['2026-06-02']);
    expect(waiting(one)).toEqual(['2027-03-02']);
  });

  test('opens once after an outage, and counts the next from then', () => {
    const one = new OneCase(endless, 'eerst').decide('tester', 'eerst', 'verder').sleepTo('2027-05-10');
    expect(daysOf(one, 'naast')).toEqual(['2027-05-10']);
    expect(waiting(one)).toEqual(['2027-08-10']);
  });

  test('stops when it lapses: nothing waits any more', () => {
    const one = new OneCase(chain, 'eerst').decide('tester', 'eerst', 'verder');
    expect([one.kinds, waiting(one)]).toEqual([['decided', 'scheduled', 'unscheduled', 'opened'], []]);
  });
});

describe('a step that opens on an event', () => {
  const events = { valpartij: { label: 'Gevallen' } };
  const happens = (one: OneCase): OneCase =>
    one.send({ kind: 'event', actor: one.state.referrer, event: 'valpartij', on: localDateOf(one.now) });

  test('opens each time that it happens', () => {
    const one = happens(new OneCase(chainWith({ opens: on('valpartij') }, { events }), 'hoofd'));
    happens(one.decide('tester', 'naast', 'gedaan'));
    expect(one.open('naast')).toMatchObject({ round: 2, branch: 'main/naast' });
  });

  test('opens only the first time when the chain says once', () => {
    const one = happens(new OneCase(chainWith({ opens: on('valpartij', { once: true }) }, { events }), 'hoofd'));
    expect(happens(one.decide('tester', 'naast', 'gedaan')).openSteps).toEqual(['hoofd']);
  });
});

describe('a limit over several steps', () => {
  const limits = { start: { label: 'Start', from: 'eerst', until: 'hoofd', within: fixed('P6M'), opens: 'naast' } };
  const chain = chainWith({}, { limits });

  test('opens its step when it is reached', () => {
    const one = new OneCase(chain, 'eerst').decide('tester', 'eerst', 'verder');
    expect(one.state.scheduled).toMatchObject([{ key: 'limit:start', step: 'naast' }]);
    expect(daysOf(one.until('2026-12-01'), 'naast')).toEqual(['2026-09-02']);
  });

  test('is gone once the step is decided that had to come in time', () => {
    const one = new OneCase(chain, 'eerst').decide('tester', 'eerst', 'verder').decide('tester', 'hoofd', 'weer');
    expect(one.kinds).toEqual(['decided', 'unscheduled', 'opened']);
    expect(one.until('2027-01-01').openSteps).toEqual(['eerst']);
  });

  test('without such a step is reached whatever happens', () => {
    const { until: _until, ...whatever } = limits.start;
    const one = new OneCase(chainWith({}, { limits: { start: whatever } }), 'eerst').decide(
      'tester',
      'eerst',
      'verder',
    );
    expect(one.decide('tester', 'hoofd', 'weer').until('2026-09-02').openSteps).toEqual(['eerst', 'naast']);
  });

  test('is not moved by the knob of what opens its step otherwise', () => {
    const knobs = { 'naast.opens': { value: 'P1D', layer: 'kern' } } as const;
    const one = new OneCase(chain, 'eerst', { knobs }).decide('tester', 'eerst', 'verder');
    expect(waiting(one)).toEqual(['2026-09-02']);
  });
});

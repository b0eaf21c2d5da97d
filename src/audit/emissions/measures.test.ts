import { describe, expect, test } from 'vitest';
import {
  came,
  madeIndicators as indicators,
  madeOffer,
  madeStep,
  madeStory,
  onDay,
} from '../../../test/audit/made-story.ts';
import type { Emission, Lasting } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { emissionsOf } from './emissions-of.ts';

const SEEN = onDay(100);

function added(differs: Partial<CaseStory>, asOf = SEEN, among?: readonly CaseStory[]): readonly Emission[] {
  const story = madeStory({ lastAt: asOf, ...differs });
  return emissionsOf(story, asOf, indicators, among ?? [story]);
}

function tallied(emissions: readonly Emission[], prefix: string): readonly string[] {
  return emissions.flatMap(({ kind, measure }) => (kind === 'tally' && measure.startsWith(prefix) ? [measure] : []));
}

function lasted(emissions: readonly Emission[], clock: string): readonly Pick<Lasting, 'days' | 'how'>[] {
  return emissions.flatMap((each) =>
    each.kind === 'lasting' && each.clock === clock ? [{ days: each.days, how: each.how }] : [],
  );
}

describe('a term', () => {
  const withinOf = (differs: Parameters<typeof madeStep>[0], asOf = SEEN): readonly string[] =>
    tallied(added({ steps: [madeStep(differs)] }, asOf), 'step.intake.due');

  test('is met by who was done by its last moment, also where that was long before', () => {
    expect(withinOf({ endedAt: onDay(10), end: 'decided' })).toEqual(['step.intake.due', 'step.intake.due.within']);
    expect(withinOf({ endedAt: onDay(1), end: 'decided' })).toEqual(['step.intake.due', 'step.intake.due.within']);
  });

  test('is missed by who was done later, and by who still is not', () => {
    expect(withinOf({ endedAt: onDay(10) + 1, end: 'decided' })).toEqual(['step.intake.due']);
    expect(withinOf({})).toEqual(['step.intake.due']);
  });

  test('does not count before its last day, nor for what was needless by then', () => {
    expect(withinOf({}, onDay(9))).toEqual([]);
    expect(withinOf({ endedAt: onDay(1), end: 'decided' }, onDay(9))).toEqual([]);
    expect(withinOf({ endedAt: onDay(10), end: 'lapsed' })).toEqual([]);
    expect(withinOf({ endedAt: onDay(11), end: 'lapsed' })).toEqual(['step.intake.due']);
  });

  test('loses no days before it ends, and those of a pause only gross', () => {
    const steps = [madeStep({ endedAt: onDay(30), end: 'decided' })];
    const emissions = added({ steps, pauses: [{ from: onDay(5), to: onDay(15) }] });
    expect(lasted(emissions, 'lost')).toEqual([{ days: 20, how: 'told' }]);
    expect(lasted(emissions, 'lost-net')).toEqual([{ days: 15, how: 'told' }]);
    const early = added({ steps: [madeStep({ endedAt: onDay(3), end: 'decided' })] });
    expect(lasted(early, 'lost')).toEqual([{ days: 0, how: 'told' }]);
  });
});

describe('a step', () => {
  test('waits until somebody takes it on, and is handled from then', () => {
    const taken = added({ steps: [madeStep({ takenAt: onDay(4), endedAt: onDay(9), end: 'decided' })] });
    expect(lasted(taken, 'waiting')).toEqual([{ days: 4, how: 'told' }]);
    expect(lasted(taken, 'handling')).toEqual([{ days: 5, how: 'told' }]);
    const atOnce = added({ steps: [madeStep({ endedAt: onDay(9), end: 'decided' })] });
    expect(lasted(atOnce, 'waiting')).toEqual([{ days: 9, how: 'told' }]);
    expect(lasted(atOnce, 'handling')).toEqual([]);
  });

  test('that nobody took on or decided waits on, or ended otherwise', () => {
    expect(lasted(added({ steps: [madeStep()] }), 'waiting')).toEqual([{ days: 100, how: 'running' }]);
    const lapsed = added({ steps: [madeStep({ endedAt: onDay(9), end: 'lapsed' })] });
    expect(lasted(lapsed, 'waiting')).toEqual([{ days: 9, how: 'otherwise' }]);
  });

  test('stands overdue only after its term, within the time in which it stands', () => {
    const standing = (steps: CaseStory['steps']): readonly Emission[] =>
      added({ steps }).filter(({ measure }) => measure === 'step.intake.waiting.overdue');
    expect(standing([madeStep({ endedAt: onDay(10), end: 'decided' })])).toEqual([]);
    expect(standing([madeStep()])).toMatchObject([{ from: onDay(10), to: null }]);
    expect(standing([madeStep({ openedAt: onDay(12) })])).toMatchObject([{ from: onDay(12), to: null }]);
  });

  test('counts per opening, and again from the second', () => {
    const steps = [
      madeStep({ endedAt: onDay(3), end: 'decided' }),
      madeStep({ round: 2, openedAt: onDay(4) }),
      madeStep({ step: 'plan', openedAt: onDay(4) }),
    ];
    expect(tallied(added({ steps }), 'step.intake.pass')).toHaveLength(3);
    expect(tallied(added({ steps }), 'step.plan.pass')).toEqual(['step.plan.pass']);
  });

  test('tells when anything happened in its case, for how long it has been silent', () => {
    const emissions = added({ steps: [madeStep()], outcomes: [came('plan.gemaakt', 20)], lastAt: onDay(30) });
    const waiting = emissions.find(({ measure }) => measure === 'step.intake.waiting');
    expect(waiting).toMatchObject({ kind: 'standing', events: [onDay(0), onDay(20), onDay(30)] });
  });
});

describe('an offer', () => {
  const answer = 'accepted' as const;

  test('that was declined tells why, and one that expired may still be accepted', () => {
    const declined = madeOffer({ answer: 'declined', answeredAt: onDay(2), reason: 'geen-plek' });
    expect(tallied(added({ handoffs: [declined] }), 'handoff.sociaal-verwijzer.aanbieder.declined')).toEqual([
      'handoff.sociaal-verwijzer.aanbieder.declined',
      'handoff.sociaal-verwijzer.aanbieder.declined.geen-plek',
    ]);
    const late = madeOffer({ answer, answeredAt: onDay(9), expiredAt: onDay(5), warmAt: onDay(10) });
    const found = tallied(added({ handoffs: [late] }), 'handoff.sociaal-verwijzer.aanbieder.');
    for (const part of ['accepted', 'accepted.met.warm', 'term.expired']) {
      expect(found).toContain(`handoff.sociaal-verwijzer.aanbieder.${part}`);
    }
  });

  test.each([
    ['accepted', 'told'],
    ['declined', 'otherwise'],
    ['redirected', 'otherwise'],
    ['lapsed', 'otherwise'],
  ] as const)('that was %s ended as %s', (given, how) => {
    const offered = madeOffer({ answer: given, answeredAt: onDay(4) });
    const lengths = added({ handoffs: [offered] }).filter(
      ({ measure }) => measure === 'handoff.sociaal-verwijzer.aanbieder',
    );
    expect(lasted(lengths, 'gross')).toEqual([{ days: 4, how }]);
  });
});

describe('a link', () => {
  const link = { type: 'vervolg', chain: 'vngg', case: 'ander', at: onDay(10), first: true };
  const other = madeStory({ case: 'ander', chain: 'vngg', endedAt: onDay(50), ending: 'uitval' });

  test('is counted on the side that sends, and both run until one of them ends', () => {
    const own = madeStory({ links: [link], lastAt: SEEN });
    const found = added({ links: [link] }, SEEN, [own, other]);
    expect(tallied(found, 'link.')).toEqual(['link.vngg.vervolg', 'link.vngg.vervolg.closed']);
    const both = found.find(({ measure }) => measure === 'link.vngg.vervolg.both');
    expect(both).toMatchObject({ from: onDay(10), to: onDay(50) });
    expect(tallied(added({ links: [{ ...link, first: false }] }), 'link.')).toEqual([]);
  });

  test('that is only promised is none yet', () => {
    expect(tallied(added({ links: [{ ...link, case: null }] }), 'link.')).toEqual([]);
  });

  test('with an earlier case of the same person is herinstroom and no link, nor a coming from another chain', () => {
    const before = { type: 'vorig-traject', chain: 'sociaal-verwijzen', case: 'ander', at: onDay(0), first: false };
    const found = added({ links: [before], herinstroom: true });
    expect(tallied(found, 'link.')).toEqual([]);
    expect(tallied(found, 'in.')).toEqual(['in.herinstroom']);
    expect(tallied(found, 'entry.')).toEqual(['entry.buiten']);
    expect(tallied(added({ links: [{ ...link, first: false }] }), 'entry.')).toEqual(['entry.keten']);
  });

  test('outside is a hand-off that somebody without an organisation here took on', () => {
    const outside = madeOffer({
      to: 'andere-hulpverlener',
      toOrganisation: null,
      answer: 'accepted',
      answeredAt: onDay(3),
    });
    expect(tallied(added({ handoffs: [outside, madeOffer()] }), 'link.')).toEqual(['link.buiten.verwijzing']);
  });
});

test('who comes back into the same chain was not durably helped; who comes into another one may be', () => {
  const outcomes = [came('hulp.begonnen', 1), came('hulp.afgerond', 20), came('meting.goed', 30)];
  const story = { outcomes, endedAt: onDay(31), ending: 'afgerond' };
  const own = madeStory({ ...story, lastAt: onDay(31) });
  const back = madeStory({ case: 'later', startedAt: onDay(60), lastAt: onDay(60) });
  expect(tallied(added(story, SEEN, [own, back]), 'durable.')).toEqual(['durable.nee', 'durable.nee.gemeten']);
  expect(tallied(added(story, SEEN, [own, { ...back, chain: 'vngg' }]), 'durable.')).toEqual(['durable.ja']);
  expect(tallied(added(story, onDay(59), [own, back]), 'durable.')).toEqual(['durable.ja']);
});

test('what was done elsewhere is counted apart from the openings of the step; gaps count by name', () => {
  const emissions = added({
    steps: [madeStep({ endedAt: onDay(2), end: 'decided' })],
    outcomes: [came('intake.passend', -3, 'elsewhere')],
    gaps: [{ step: 'plan', gap: 'geen-organisatie', at: onDay(4) }],
  });
  expect(tallied(emissions, 'elsewhere.')).toEqual(['elsewhere.intake']);
  expect(tallied(emissions, 'step.intake').filter((measure) => measure === 'step.intake')).toHaveLength(1);
  expect(tallied(emissions, 'gap.')).toEqual(['gap.geen-organisatie']);
});

test('a professional who chose otherwise than the proposal is among those who decided', () => {
  const decided = { endedAt: onDay(2), end: 'decided' } as const;
  const choices = (differs: Parameters<typeof madeStep>[0]): readonly string[] =>
    tallied(added({ steps: [madeStep(differs)] }), 'step.intake.done.choice');
  expect(choices({ ...decided, overridden: true })).toEqual([
    'step.intake.done.choice',
    'step.intake.done.choice.overridden',
  ]);
  expect(choices(decided)).toEqual(['step.intake.done.choice']);
  expect(choices({ endedAt: onDay(2), end: 'lapsed' })).toEqual([]);
});

test('whom a norm asks to reach counts once, on the day of the first outcome that says so, and not before', () => {
  const outcomes = [came('meting.geen-antwoord', 3), came('meting.slecht', 20), came('meting.goed', 60)];
  const reached = (asOf: number): readonly Emission[] =>
    added({ outcomes }, asOf).filter(({ measure }) => measure.startsWith('reach.'));
  expect(reached(onDay(100))).toMatchObject([{ kind: 'tally', measure: 'reach.gemeten', parent: null, at: onDay(20) }]);
  expect(reached(onDay(19))).toEqual([]);
});

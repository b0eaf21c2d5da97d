import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  came,
  madeIndicators as indicators,
  madeOffer,
  madeStep,
  madeStory,
  onDay,
} from '../../../test/audit/made-story.ts';
import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { emissionsOf } from './emissions-of.ts';
import { bucketOf } from './lengths.ts';

const anyStep = fc
  .record({
    step: fc.constantFrom('intake', 'plan'),
    opened: fc.nat({ max: 40 }),
    term: fc.integer({ min: 1, max: 20 }),
    took: fc.option(fc.nat({ max: 5 })),
    lasted: fc.option(fc.integer({ min: 5, max: 60 })),
    end: fc.constantFrom('decided' as const, 'lapsed' as const, 'withdrawn' as const),
    overridden: fc.boolean(),
  })
  .map(({ step, opened, term, took, lasted, end, overridden }) => {
    const ended = lasted === null ? {} : { endedAt: onDay(opened + lasted), end };
    return madeStep({
      step,
      openedAt: onDay(opened),
      dueAt: onDay(opened + term),
      takenAt: took === null ? null : onDay(opened + took),
      overridden: overridden && lasted !== null && end === 'decided',
      ...ended,
    });
  });

const anyOffer = fc
  .record({
    offered: fc.nat({ max: 40 }),
    lasted: fc.nat({ max: 40 }),
    answer: fc.constantFrom('accepted', 'declined', 'redirected', 'lapsed', null),
    expired: fc.boolean(),
    warm: fc.boolean(),
  })
  .map(({ offered, lasted, answer, expired, warm }) =>
    madeOffer({
      offeredAt: onDay(offered),
      answer,
      answeredAt: answer === null ? null : onDay(offered + lasted),
      reason: answer === 'declined' ? 'geen-plek' : null,
      expiredAt: expired ? onDay(offered + 3) : null,
      warmAt: warm && answer === 'accepted' ? onDay(offered + lasted) : null,
    }),
  );

const anyStory: fc.Arbitrary<CaseStory> = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 5 }),
    handoffs: fc.array(anyOffer, { maxLength: 3 }),
    ended: fc.option(fc.integer({ min: 1, max: 400 })),
    ending: fc.constantFrom('afgerond', 'niet-bereikt', 'uitval', 'omstandigheden'),
    herinstroom: fc.boolean(),
    pauses: fc.array(fc.tuple(fc.nat({ max: 50 }), fc.option(fc.integer({ min: 1, max: 50 }))), { maxLength: 2 }),
    outcomes: fc.array(
      fc.tuple(fc.constantFrom('hulp.begonnen', 'hulp.afgerond', 'meting.goed', 'plan.gemaakt'), fc.nat({ max: 90 })),
      { maxLength: 5 },
    ),
  })
  .map(({ ended, ending, pauses, outcomes, ...rest }) =>
    madeStory({
      ...rest,
      ...(ended === null ? {} : { endedAt: onDay(ended), ending }),
      dropout: ended !== null && ending === 'uitval' ? { reason: 'ziekte', step: null } : null,
      lastAt: onDay(500),
      pauses: pauses.map(([from, lasted]) => ({
        from: onDay(from),
        to: lasted === null ? null : onDay(from + lasted),
      })),
      outcomes: outcomes.map(([name, day]) => came(name, day)),
    }),
  );

function counts(emissions: readonly Emission[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const each of emissions) {
    if (each.kind === 'tally') found.set(each.measure, (found.get(each.measure) ?? 0) + 1);
  }
  return found;
}

const anyDay = fc.integer({ min: 0, max: 600 });

function forEveryStory(check: (story: CaseStory, emissions: readonly Emission[], asOf: number) => void): void {
  fc.assert(
    fc.property(anyStory, anyDay, (story, day) => check(story, emissionsOf(story, onDay(day), indicators), onDay(day))),
  );
}

describe('what a case adds', () => {
  test('nothing lies after what is known, and nothing is added before it began', () => {
    forEveryStory((_story, emissions, asOf) => {
      const moments = emissions.map((each) => (each.kind === 'standing' ? each.from : each.at));
      expect(moments.filter((at) => at > asOf)).toEqual([]);
    });
    expect(emissionsOf(madeStory(), onDay(-1), indicators)).toEqual([]);
  });

  test('comes in once, as new or as somebody who was there before', () => {
    forEveryStory((story, emissions) => {
      const found = counts(emissions);
      expect([found.get('in'), found.get('in.nieuw') ?? 0, found.get('in.herinstroom') ?? 0]).toEqual(
        story.herinstroom ? [1, 0, 1] : [1, 1, 0],
      );
    });
  });

  test('goes out once when it has ended, and stands open until then', () => {
    forEveryStory((story, emissions, asOf) => {
      const ended = story.endedAt !== null && story.endedAt <= asOf;
      expect(counts(emissions).get('out') ?? 0).toBe(ended ? 1 : 0);
      const open = emissions.find(({ kind, measure }) => kind === 'standing' && measure === 'open');
      expect(open).toMatchObject({ from: story.startedAt, to: ended ? story.endedAt : null });
    });
  });

  test('has one status of durable help and of every key figure', () => {
    forEveryStory((_story, emissions) => {
      const found = counts(emissions);
      for (const whole of ['durable', 'kern.contact', 'kern.activiteit']) {
        const depth = whole.split('.').length + 1;
        const parts = [...found].filter(([name]) => name.startsWith(`${whole}.`) && name.split('.').length === depth);
        expect([found.get(whole), parts.map(([, count]) => count)]).toEqual([1, [1]]);
      }
    });
  });

  test('is measured or not where it was not durably helped, and active or not where it began to be', () => {
    forEveryStory((_story, emissions) => {
      const found = counts(emissions);
      const sum = (...parts: readonly string[]): number =>
        parts.reduce((total, part) => total + (found.get(part) ?? 0), 0);
      expect(sum('durable.nee.gemeten', 'durable.nee.niet-gemeten')).toBe(sum('durable.nee'));
      const active = ['ja', 'nee', 'nog-niet'].map((status) => `kern.activiteit.ja.${status}`);
      expect(sum(...active)).toBe(sum('kern.activiteit.ja'));
    });
  });

  test('has parts that never are more than the whole, and a whole wherever there is a part', () => {
    forEveryStory((_story, emissions) => {
      const found = counts(emissions);
      const parents = new Map(
        emissions.flatMap((each) => (each.kind === 'tally' ? [[each.measure, each.parent]] : [])),
      );
      for (const parent of new Set([...parents.values()].filter((each) => each !== null))) {
        const parts = [...parents].filter(([, of]) => of === parent).map(([measure]) => found.get(measure) ?? 0);
        const sum = parts.reduce((total, count) => total + count, 0);
        expect(sum, parent).toBeLessThanOrEqual(found.get(parent) ?? 0);
      }
    });
  });

  test('has a part in the period of its whole', () => {
    forEveryStory((_story, emissions) => {
      const at = (measure: string | null): readonly number[] =>
        emissions.flatMap((each) => (each.kind === 'tally' && each.measure === measure ? [each.at] : []));
      const strays = emissions.filter((each) => {
        if (each.kind === 'standing' || (each.kind === 'tally' && each.parent === null)) return false;
        return !at(each.kind === 'tally' ? each.parent : each.measure).includes(each.at);
      });
      expect(strays).toEqual([]);
    });
  });

  test('lasts in exactly one bucket, gross and net', () => {
    forEveryStory((story, emissions) => {
      const found = [...counts(emissions)];
      const sum = (prefix: string, depth: number): number =>
        found
          .filter(([measure]) => measure.startsWith(prefix) && measure.split('.').length === depth)
          .reduce((total, [, count]) => total + count, 0);
      expect(sum('case.ended.', 4) + sum('case.running.', 3)).toBe(1);
      expect(sum('case.net.', 4)).toBe(1);
      for (const step of new Set(story.steps.map((each) => each.step))) {
        const whole = counts(emissions).get(`step.${step}`) ?? 0;
        expect(sum(`step.${step}.ended.`, 5) + sum(`step.${step}.running.`, 4)).toBe(whole);
        expect(sum(`step.${step}.net.`, 5)).toBe(whole);
      }
    });
  });

  test('lasts net no longer than gross', () => {
    forEveryStory((_story, emissions) => {
      const lengths = emissions.filter((each) => each.kind === 'lasting');
      const clock = (name: string): readonly number[] =>
        lengths.filter(({ clock: own }) => own === name).map(({ days }) => days);
      const gross = clock('gross');
      expect(clock('net').every((days, index) => days <= (gross[index] ?? 0))).toBe(true);
      const lost = clock('lost');
      expect(clock('lost-net').every((days, index) => days <= (lost[index] ?? 0))).toBe(true);
    });
  });

  test('is done, skipped or still open wherever the chain asked for a step', () => {
    forEveryStory((story, emissions, asOf) => {
      const found = counts(emissions);
      for (const step of new Set(story.steps.map((each) => each.step))) {
        const own = story.steps.filter((each) => each.step === step && each.openedAt <= asOf);
        const open = own.filter(({ endedAt }) => endedAt === null || endedAt > asOf).length;
        const [done, skipped] = ['done', 'skipped'].map((part) => found.get(`step.${step}.required.${part}`) ?? 0);
        expect(done! + skipped! + open).toBe(found.get(`step.${step}.required`) ?? 0);
      }
    });
  });
});

test.each([
  [0, 'd7'],
  [7, 'd7'],
  [8, 'd14'],
  [14, 'd14'],
  [180, 'd180'],
  [365, 'd365'],
  [366, 'later'],
])('who lasted %i days is counted in %s and in no other bucket', (days, bucket) => {
  expect(bucketOf(days)).toBe(bucket);
});

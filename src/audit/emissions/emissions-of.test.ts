import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyStory } from '../../../test/audit/any-story.ts';
import { madeIndicators as indicators, madeStory, onDay } from '../../../test/audit/made-story.ts';
import type { Emission } from '../emission.ts';
import type { CaseStory } from '../story.ts';
import { emissionsOf } from './emissions-of.ts';
import { bucketOf, ENDED_BY_DAYS } from './lengths.ts';

function counts(emissions: readonly Emission[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const each of emissions) {
    if (each.kind === 'tally') found.set(each.measure, (found.get(each.measure) ?? 0) + 1);
  }
  return found;
}

const buckets = [...ENDED_BY_DAYS.map((day) => `d${day}`), 'later'];
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

  test('is done, skipped or running, and done in exactly one bucket of days', () => {
    forEveryStory((story, emissions) => {
      const found = counts(emissions);
      const sum = (whole: string, parts: readonly string[]): number =>
        parts.reduce((total, part) => total + (found.get(`${whole}.${part}`) ?? 0), 0);
      for (const whole of ['case', ...new Set(story.steps.map(({ step }) => `step.${step}`))]) {
        expect(sum(whole, ['done', 'skipped', 'running']), whole).toBe(found.get(whole) ?? 0);
        expect(sum(`${whole}.done`, buckets), whole).toBe(found.get(`${whole}.done`) ?? 0);
      }
      const offer = 'handoff.sociaal-verwijzer.aanbieder.accepted';
      expect(sum(offer, buckets)).toBe(found.get(offer) ?? 0);
    });
  });

  test('lasts with pauses and without as often as it was counted, and told as often as it was done', () => {
    forEveryStory((_story, emissions) => {
      const found = counts(emissions);
      const lengths = emissions.filter((each) => each.kind === 'lasting');
      const isWhole = /^(case|step\.[^.]+|handoff\.[^.]+\.[^.]+)$/;
      for (const [measure, count] of found) {
        if (!isWhole.test(measure)) continue;
        const done = found.get(`${measure}.${measure.startsWith('handoff.') ? 'accepted' : 'done'}`) ?? 0;
        for (const clock of ['gross', 'net']) {
          const own = lengths.filter((each) => each.measure === measure && each.clock === clock);
          const told = own.filter(({ how }) => how === 'told');
          expect([measure, clock, own.length, told.length]).toEqual([measure, clock, count, done]);
        }
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

  test('is decided, ended otherwise or open as many times as its steps were', () => {
    forEveryStory((story, emissions, asOf) => {
      const found = counts(emissions);
      for (const step of new Set(story.steps.map((each) => each.step))) {
        const own = story.steps.filter((each) => each.step === step && each.openedAt <= asOf);
        const ended = own.filter(({ endedAt }) => endedAt !== null && endedAt <= asOf);
        const done = ended.filter(({ end }) => end === 'decided').length;
        expect(['done', 'skipped', 'running'].map((part) => found.get(`step.${step}.${part}`) ?? 0)).toEqual([
          done,
          ended.length - done,
          own.length - ended.length,
        ]);
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

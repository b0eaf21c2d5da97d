import { describe, expect, test } from 'vitest';
import { came, madeIndicators as indicators, madeStory, onDay } from '../../../test/audit/made-story.ts';
import { activityStatus, contactStatus, isMeasured, stillActiveStatus } from './statuses.ts';

describe('contact within two weeks', () => {
  const registered = came('aanmelden.gedaan', 3);

  test('counts from being registered, and its moment comes for all after the same two weeks', () => {
    const reached = madeStory({ outcomes: [registered, came('contact.bereikt', 4)] });
    expect(contactStatus(reached, onDay(16), indicators)).toBe('nog-niet');
    expect(contactStatus(reached, onDay(17), indicators)).toBe('ja');
    const never = madeStory({ outcomes: [registered] });
    expect(contactStatus(never, onDay(16), indicators)).toBe('nog-niet');
    expect(contactStatus(never, onDay(17), indicators)).toBe('nee');
  });

  test('is too late a day after the two weeks', () => {
    const onTime = madeStory({ outcomes: [registered, came('contact.bereikt', 17)] });
    const late = madeStory({ outcomes: [registered, came('contact.bereikt', 17.1)] });
    expect([onTime, late].map((story) => contactStatus(story, onDay(40), indicators))).toEqual(['ja', 'nee']);
  });

  test('is unknown of who ended before being registered, and waits for who still may be', () => {
    expect(contactStatus(madeStory(), onDay(100), indicators)).toBe('nog-niet');
    const ended = madeStory({ endedAt: onDay(5), ending: 'uitval' });
    expect(contactStatus(ended, onDay(100), indicators)).toBe('onbekend');
  });

  test('was there already where it was done elsewhere before', () => {
    const outcomes = [came('contact.bereikt', -20, 'elsewhere'), registered];
    expect(contactStatus(madeStory({ outcomes }), onDay(40), indicators)).toBe('ja');
  });
});

describe('the beginning of an activity', () => {
  test('has its moment for all after the same time, however soon it came or the case ended', () => {
    const soon = madeStory({ outcomes: [came('hulp.begonnen', 2)] });
    const ended = madeStory({ endedAt: onDay(3), ending: 'niet-bereikt' });
    const late = madeStory({ outcomes: [came('hulp.begonnen', 181)] });
    const at = (day: number): string[] =>
      [soon, ended, late].map((story) => activityStatus(story, onDay(day), indicators));
    expect(at(179)).toEqual(['nog-niet', 'nog-niet', 'nog-niet']);
    expect(at(180)).toEqual(['ja', 'nee', 'nee']);
  });
});

describe('still active after three months', () => {
  const begun = came('hulp.begonnen', 10);
  const after = (differs: Parameters<typeof madeStory>[0], day = 101): string | null =>
    stillActiveStatus(madeStory({ outcomes: [begun], ...differs }), onDay(day), indicators);

  test('is asked only of who began, once three months have passed', () => {
    expect(stillActiveStatus(madeStory(), onDay(500), indicators)).toBeNull();
    expect(after({}, 100)).toBe('nog-niet');
    expect(after({}, 101)).toBe('ja');
  });

  test('is no for who stopped, unless they began anew, and for who left the chain', () => {
    const stopped = came('hulp.gestopt', 50);
    expect(after({ outcomes: [begun, stopped] })).toBe('nee');
    expect(after({ outcomes: [begun, stopped, came('hulp.begonnen', 60)] })).toBe('ja');
    expect(after({ endedAt: onDay(50), ending: 'uitval' })).toBe('nee');
  });

  test('is yes for who had completed it by then, and does not look at what came after', () => {
    expect(after({ endedAt: onDay(90), ending: 'afgerond' })).toBe('ja');
    expect(after({ outcomes: [begun, came('hulp.gestopt', 102)] }, 300)).toBe('ja');
  });
});

test('it was measured from the first measurement on, whatever that said', () => {
  const measured = madeStory({ outcomes: [came('hulp.begonnen', 5), came('meting.slecht', 10)] });
  expect([9, 10, 25].map((day) => isMeasured(measured, onDay(day), indicators))).toEqual([false, true, true]);
});

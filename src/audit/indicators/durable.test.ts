import { describe, expect, test } from 'vitest';
import { came, madeIndicators as indicators, madeStory, onDay } from '../../../test/audit/made-story.ts';
import { durableAt } from './durable.ts';

const helped = [came('hulp.begonnen', 5), came('hulp.afgerond', 40), came('meting.goed', 90)];
const completed = { endedAt: onDay(95), ending: 'afgerond' };
const endings = ['afgerond', 'niet-bereikt', 'uitval', 'omstandigheden', 'iets-anders', null];

describe('durable help', () => {
  test('is not yet known while the moment of measuring has not come, also when the help never began', () => {
    const begun = madeStory({ outcomes: [came('hulp.begonnen', 5)] });
    expect(durableAt(begun, onDay(104), indicators)).toBe('nog-niet');
    expect(durableAt(madeStory(), onDay(2000), indicators)).toBe('nog-niet');
  });

  test('is unknown once it should have been measured and was not', () => {
    const begun = madeStory({ outcomes: [came('hulp.begonnen', 5)] });
    expect(durableAt(begun, onDay(105), indicators)).toBe('onbekend');
    const again = madeStory({ outcomes: [came('hulp.begonnen', 5), came('hulp.begonnen', 50)] });
    expect(durableAt(again, onDay(105), indicators)).toBe('nog-niet');
  });

  test('waits for the last moment where several kinds of help began', () => {
    const two = [...indicators.durable.due, { after: ['groep.begonnen'], days: 300 }];
    const both = madeStory({ outcomes: [came('hulp.begonnen', 5), came('groep.begonnen', 5)] });
    const rule = { ...indicators, durable: { ...indicators.durable, due: two } };
    expect([200, 305].map((day) => durableAt(both, onDay(day), rule))).toEqual(['nog-niet', 'onbekend']);
  });

  test('is what was measured, where the help was completed', () => {
    expect(durableAt(madeStory({ outcomes: helped }), onDay(90), indicators)).toBe('ja');
    expect(durableAt(madeStory({ outcomes: helped, ...completed }), onDay(100), indicators)).toBe('ja');
    const half = helped.filter(({ outcome }) => outcome !== 'afgerond');
    expect(durableAt(madeStory({ outcomes: half }), onDay(90), indicators)).toBe('nee');
  });

  test('knows nothing of what came later', () => {
    expect(durableAt(madeStory({ outcomes: helped }), onDay(89), indicators)).toBe('nog-niet');
  });

  test('asks for help that was completed anew after a measurement that said no', () => {
    const relapse = [...helped, came('meting.slecht', 100), came('meting.goed', 200)];
    expect(durableAt(madeStory({ outcomes: relapse }), onDay(150), indicators)).toBe('nee');
    expect(durableAt(madeStory({ outcomes: relapse }), onDay(200), indicators)).toBe('nee');
    const anew = [...relapse, came('hulp.afgerond', 190)];
    expect(durableAt(madeStory({ outcomes: anew }), onDay(200), indicators)).toBe('ja');
  });

  test('is settled by how a case ended, and a completed case that nobody measured is unknown', () => {
    const after = (ending: string): string =>
      durableAt(madeStory({ endedAt: onDay(10), ending }), onDay(10), indicators);
    expect(['niet-bereikt', 'uitval', 'omstandigheden', 'afgerond'].map(after)).toEqual([
      'nee',
      'nee',
      'onbekend',
      'onbekend',
    ]);
  });

  test('is lost by who comes back within the time that is looked at, and kept by who comes back later', () => {
    const story = madeStory({ outcomes: helped, ...completed });
    expect(durableAt(story, onDay(2000), indicators, onDay(95 + 365))).toBe('nee');
    expect(durableAt(story, onDay(2000), indicators, onDay(95 + 366))).toBe('ja');
    expect(durableAt(story, onDay(400), indicators, onDay(450))).toBe('ja');
  });

  test('is one of four for everyone who began, whenever it is asked', () => {
    for (const ending of endings) {
      for (const day of [0, 50, 100, 500]) {
        const ended = ending === null ? {} : { endedAt: onDay(60), ending };
        const found = durableAt(madeStory({ outcomes: helped, ...ended }), onDay(day), indicators);
        expect(['ja', 'nee', 'onbekend', 'nog-niet']).toContain(found);
      }
    }
  });
});

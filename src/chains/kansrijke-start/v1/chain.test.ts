import { describe, expect, test } from 'vitest';
import { clocksOf, daysOf, lengthOf } from '../../../language/lengths.ts';
import { praktijkkaartOf } from '../../../language/praktijkkaart.ts';
import { isHeld } from '../../../language/targets.ts';
import type { AnyChain } from '../../../language/define.ts';
import { kansrijkeStartV1 } from './chain.ts';
import { kansrijkeStartV1Forms } from './forms.ts';

const chain: AnyChain = kansrijkeStartV1;

/** The fixed days of a step: part, what it hangs on, how long, and which document says so. */
function sourcedOf(id: string): string[] {
  const step = chain.steps[id];
  if (step === undefined || !isHeld(step)) return [];
  return clocksOf(step.within).flatMap(({ clock }) =>
    daysOf(clock).flatMap(({ part, when }) => {
      const length = lengthOf(when);
      const base = 'after' in when ? `after ${when.after}` : 'before' in when ? `before ${when.before}` : 'opening';
      return 'fixed' in length ? [`${part ?? 'due'} ${base} ${length.fixed} ${length.source}`] : [];
    }),
  );
}

describe('terms that a document states are fixed, and name it', () => {
  test.each([
    ['intake-vk', ['notBefore before aterme P32W NIJMEGEN', 'due before aterme P30W NIJMEGEN']],
    ['aanmelden-kraamzorg', ['aim before aterme P30W NIJMEGEN', 'due before aterme P20W NIJMEGEN']],
    ['kraamintake', ['notBefore before aterme P18W FRYSLAN', 'due before aterme P8W FRYSLAN']],
    ['eerste-contact-jgz', ['due opening 2wd FRYSLAN']],
    ['mdo', ['due opening P2W OPD-D5']],
    ['inzet', ['due before aterme P12W VOORZORG']],
    ['kraamweek', ['due after geboorte P5D FRYSLAN']],
    ['overdracht-jgz', ['due after geboorte P7D FRYSLAN']],
    ['overdracht-warm', ['due after geboorte P7D FRYSLAN']],
    ['hielprik', ['notBefore after geboorte P4D FRYSLAN', 'due after geboorte P7D FRYSLAN']],
    ['huisbezoek-2wk', ['due after geboorte P14D FRYSLAN']],
    ['jeugdarts-4wk', ['due after geboorte P4W FRYSLAN']],
    ['evaluatie-phb', ['due after geboorte P6W FRYSLAN']],
  ])('%s', (id, days) => {
    expect(sourcedOf(id)).toEqual(days);
  });

  test('and all others are knobs, which a place may set', () => {
    const fixed = Object.keys(chain.steps).filter((id) => sourcedOf(id).length > 0);
    expect(fixed).toHaveLength(13);
  });
});

describe('what is delicate', () => {
  test('nobody outside a case may learn that it exists, and what is weighed is for who has the regie', () => {
    expect(chain.confidentialExistence).toBe(true);
    const hidden = Object.entries(chain.steps).flatMap(([id, step]) =>
      isHeld(step) && step.confidential === true ? [id] : [],
    );
    expect(hidden.toSorted()).toEqual(['meldcode-route', 'toestemming', 'weging']);
  });

  test('a registration asks how to reach somebody, and nothing about why', () => {
    expect(Object.keys(kansrijkeStartV1Forms.aanmelding.shape)).toEqual(['contact', 'samen', 'tolk']);
    expect(kansrijkeStartV1Forms.aanmelding.safeParse({ contact: 'telefoon', reden: 'zorgen' }).success).toBe(false);
  });

  test('a refusal asks for no reason, and ends nothing', () => {
    const { geweigerd } = kansrijkeStartV1.steps.toestemming.outcomes;
    expect(geweigerd).toEqual({ label: expect.any(String), to: 'basiszorg-volgen' });
  });

  test('an ended pregnancy is named, so that it silences a case', () => {
    expect(Object.keys(chain.events ?? {})).toContain('zwangerschap-beeindigd');
  });
});

test('the praktijkkaart is one page: at most 900 words and 75 lines with text', () => {
  const card = praktijkkaartOf(chain, { municipality: 'Enschede' });
  expect(card.split(/\s+|<br>/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(900);
  expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(75);
});

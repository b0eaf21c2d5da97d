import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valpreventieV1 } from './chain.ts';
import { valpreventieV1Content } from './content.ts';
import { type Opsporen, valpreventieV1Forms, type Valrisicotest } from './forms.ts';
import type { FollowUp } from './forms-vervolg.ts';
import { naDrieMaanden, naZesMaanden, risicoklasse, valSignaal } from './rules.ts';

const OF_A_FALL = ['letsel', 'vakerGevallen', 'flauwgevallen', 'nietOpgestaan'] as const;
const SEVERE = [...OF_A_FALL, 'dagelijkseTaken'] as const;
const filled = (form: Partial<Valrisicotest>): Valrisicotest =>
  valpreventieV1Forms.valrisicotest.parse({ gevallen: false, bang: false, moeite: false, ...form });

const anyThree: fc.Arbitrary<Opsporen> = fc.record({
  gevallen: fc.boolean(),
  bezorgd: fc.boolean(),
  moeite: fc.boolean(),
});

/** Only tests that the form accepts: nothing about a fall without a fall. */
const anyTest: fc.Arbitrary<Valrisicotest> = fc
  .record({
    gevallen: fc.boolean(),
    bang: fc.boolean(),
    moeite: fc.boolean(),
    letsel: fc.boolean(),
    vakerGevallen: fc.boolean(),
    flauwgevallen: fc.boolean(),
    nietOpgestaan: fc.boolean(),
    dagelijkseTaken: fc.boolean(),
    looptestSeconden: fc.option(fc.double({ min: 1, max: 60, noNaN: true })),
  })
  .filter((form) => form.gevallen || !OF_A_FALL.some((name) => form[name]));

const anyFollowUp: fc.Arbitrary<FollowUp> = fc
  .record({
    beweegt: fc.boolean(),
    gevallen: fc.boolean(),
    letsel: fc.boolean(),
    achteruit: fc.boolean(),
    tugSeconden: fc.constant(null),
    fesI: fc.constant(null),
  })
  .filter((form) => form.gevallen || !form.letsel);

describe('the three questions (POSOUD)', () => {
  test('point to the test as soon as one of them is yes, and to advice when all are no', () => {
    fc.assert(
      fc.property(anyThree, (form) => {
        expect(valSignaal(form)).toBe(Object.values(form).includes(true) ? 'verhoogd' : 'alles-nee');
      }),
    );
  });
});

describe('the class that is proposed', () => {
  test.each<[string, string, Partial<Valrisicotest>, 'laag' | 'matig' | 'hoog']>([
    ['nothing is the matter, however slow the walk', 'WFG', { looptestSeconden: 12 }, 'laag'],
    ['a fall with an injury', 'WFG', { gevallen: true, letsel: true }, 'hoog'],
    ['two falls or more', 'WFG', { gevallen: true, vakerGevallen: true }, 'hoog'],
    ['fainted', 'WFG', { gevallen: true, flauwgevallen: true }, 'hoog'],
    ['could not get up alone', 'WFG', { gevallen: true, nietOpgestaan: true }, 'hoog'],
    ['a fall of someone who needs help every day', 'WFG', { gevallen: true, dagelijkseTaken: true }, 'hoog'],
    ['a severe fall, however quick the walk', 'WFG', { gevallen: true, letsel: true, looptestSeconden: 2 }, 'hoog'],
    ['a fall, and 4 seconds exactly', 'VNL-TEST', { gevallen: true, looptestSeconden: 4 }, 'laag'],
    ['a fall, and more than 4 seconds', 'VNL-TEST', { gevallen: true, looptestSeconden: 4.1 }, 'matig'],
    ['fear, and 4 seconds exactly', 'VNL-TEST', { bang: true, looptestSeconden: 4 }, 'laag'],
    ['fear, and more than 4 seconds', 'VNL-TEST', { bang: true, looptestSeconden: 4.1 }, 'matig'],
    ['trouble moving, and 4 seconds exactly', 'VNL-TEST', { moeite: true, looptestSeconden: 4 }, 'laag'],
    ['trouble moving, and more than 4 seconds', 'VNL-TEST', { moeite: true, looptestSeconden: 4.1 }, 'matig'],
    ['the walking test was not possible: the tester decides', 'ALMERE', { bang: true }, 'matig'],
  ])('%s (%s)', (_what, _source, form, proposed) => {
    expect(risicoklasse(filled(form))).toBe(proposed);
  });

  test('is never hoog without a fall: whoever chooses that gives a reason (VNL-TEST)', () => {
    fc.assert(fc.property(anyTest, (form) => form.gevallen || risicoklasse(form) !== 'hoog'));
    expect(valpreventieV1.steps.valrisicotest.override).toEqual({ reason: 'klinische-blik' });
  });

  test('never goes down when one thing more is the matter', () => {
    const classes = ['laag', 'matig', 'hoog'];
    const fields = ['gevallen', 'bang', 'moeite', ...SEVERE] as const;
    fc.assert(
      fc.property(anyTest, fc.constantFrom(...fields), (form, field) => {
        const more = risicoklasse({ ...form, [field]: true });
        expect(classes.indexOf(more)).toBeGreaterThanOrEqual(classes.indexOf(risicoklasse(form)));
      }),
    );
  });
});

describe('what the follow-up proposes (our assumption, after ALMERE)', () => {
  test.each<[string, Partial<FollowUp>, string, string]>([
    ['still moving, no fall', {}, 'gedaan', 'duurzaam'],
    ['stopped moving', { beweegt: false }, 'gedaan', 'achteruitgang'],
    ['still moving, but getting worse', { achteruit: true }, 'gedaan', 'achteruitgang'],
    ['a fall', { gevallen: true }, 'nieuwe-val', 'nieuwe-val'],
    ['a fall, and stopped moving', { gevallen: true, beweegt: false }, 'nieuwe-val', 'nieuwe-val'],
  ])('%s', (_what, differs, atThree, atSix) => {
    const form = valpreventieV1Forms.followUp.parse({ beweegt: true, gevallen: false, ...differs });
    expect([naDrieMaanden(form), naZesMaanden(form)]).toEqual([atThree, atSix]);
  });
});

test('a rule never proposes an outcome that its step does not have', () => {
  const { propose } = valpreventieV1Content;
  const { steps } = valpreventieV1;
  fc.assert(
    fc.property(anyTest, anyThree, anyFollowUp, (form, three, later) => {
      expect(Object.keys(steps.valrisicotest.outcomes)).toContain(propose['risicoklasse']!(form));
      expect(Object.keys(steps.opsporen.outcomes)).toContain(propose['valSignaal']!(three));
      expect(Object.keys(steps['t2-3'].outcomes)).toContain(propose['naDrieMaanden']!(later));
      expect(Object.keys(steps['t2-6'].outcomes)).toContain(propose['naZesMaanden']!(later));
    }),
  );
});

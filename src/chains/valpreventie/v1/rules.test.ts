import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../../index.ts';
import { valpreventieV1 } from './chain.ts';
import { type Opsporen, valpreventieV1Forms, type Valrisicotest } from './forms.ts';
import { risicoklasse, valSignaal } from './rules.ts';

const SEVERE = ['letsel', 'vakerGevallen', 'flauwgevallen', 'nietOpgestaan', 'dagelijkseTaken'] as const;
const filled = (form: Partial<Valrisicotest>): Valrisicotest =>
  valpreventieV1Forms.valrisicotest.parse({ gevallen: false, bang: false, moeite: false, ...form });

const anyTest: fc.Arbitrary<Valrisicotest> = fc.record({
  gevallen: fc.boolean(),
  bang: fc.boolean(),
  moeite: fc.boolean(),
  letsel: fc.boolean(),
  vakerGevallen: fc.boolean(),
  flauwgevallen: fc.boolean(),
  nietOpgestaan: fc.boolean(),
  dagelijkseTaken: fc.boolean(),
  looptestSeconden: fc.option(fc.double({ min: 1, max: 60, noNaN: true })),
});

describe('the three questions', () => {
  test('point to the test as soon as one of them is yes', () => {
    fc.assert(
      fc.property(
        fc.record({ gevallen: fc.boolean(), bezorgd: fc.boolean(), moeite: fc.boolean() }),
        (form: Opsporen) => {
          expect(valSignaal(form)).toBe(Object.values(form).includes(true) ? 'verhoogd' : 'alles-nee');
        },
      ),
    );
  });

  test('point to advice when all are no', () => {
    expect(valSignaal({ gevallen: false, bezorgd: false, moeite: false })).toBe('alles-nee');
  });
});

describe('the class that is proposed', () => {
  test('is laag when nothing is the matter, however slow the walk', () => {
    expect(risicoklasse(filled({ looptestSeconden: 12 }))).toBe('laag');
  });

  test.each(SEVERE)('is hoog after a fall with %s', (factor) => {
    expect(risicoklasse(filled({ gevallen: true, [factor]: true }))).toBe('hoog');
  });

  test.each(['gevallen', 'bang', 'moeite'] as const)(
    'with %s depends on the walking test: up to 4 seconds is laag',
    (signal) => {
      expect(risicoklasse(filled({ [signal]: true, looptestSeconden: 4 }))).toBe('laag');
      expect(risicoklasse(filled({ [signal]: true, looptestSeconden: 4.1 }))).toBe('matig');
    },
  );

  test('is matig when the walking test was not possible: the tester decides', () => {
    expect(risicoklasse(filled({ bang: true, looptestSeconden: null }))).toBe('matig');
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

test('a rule never proposes an outcome that its step does not have', () => {
  const { propose } = contentOf('valpreventie', 1);
  fc.assert(
    fc.property(
      anyTest,
      fc.record({ gevallen: fc.boolean(), bezorgd: fc.boolean(), moeite: fc.boolean() }),
      (form, three) => {
        expect(Object.keys(valpreventieV1.steps.valrisicotest.outcomes)).toContain(propose['risicoklasse']!(form));
        expect(Object.keys(valpreventieV1.steps.opsporen.outcomes)).toContain(propose['valSignaal']!(three));
      },
    ),
  );
});

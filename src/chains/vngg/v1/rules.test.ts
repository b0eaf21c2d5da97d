import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vnggV1 } from './chain.ts';
import { vnggV1Content } from './content.ts';
import { type Indicatie, vnggV1Forms } from './forms.ts';
import { gliIndicatie } from './rules.ts';

const filled = (form: Partial<Indicatie>): Indicatie => vnggV1Forms.indicatie.parse(form);

describe('the indication for the GLI that is proposed (GLI-INS)', () => {
  test.each<[string, Partial<Indicatie>, 'indicatie-ok' | 'niet']>([
    ['a BMI of 30', { bmi: 30 }, 'indicatie-ok'],
    ['just below 30, and nothing else', { bmi: 29.9 }, 'niet'],
    ['25 with a raised risk', { bmi: 25, risicofactoren: true }, 'indicatie-ok'],
    ['below 25 with a raised risk', { bmi: 24.9, risicofactoren: true }, 'niet'],
    ['a man of 27 with a waist of 102', { bmi: 27, middelCm: 102, geslacht: 'man' }, 'indicatie-ok'],
    ['a man of 27 with a waist of 101', { bmi: 27, middelCm: 101, geslacht: 'man' }, 'niet'],
    ['a woman of 27 with a waist of 88', { bmi: 27, middelCm: 88, geslacht: 'vrouw' }, 'indicatie-ok'],
    ['a woman of 27 with a waist of 87', { bmi: 27, middelCm: 87, geslacht: 'vrouw' }, 'niet'],
    ['a wide waist without knowing whose', { bmi: 27, middelCm: 110 }, 'niet'],
    ['a wide waist below a BMI of 25', { bmi: 23, middelCm: 110, geslacht: 'man' }, 'niet'],
    ['no BMI at all', { risicofactoren: true }, 'niet'],
  ])('%s', (_what, form, proposed) => {
    expect(gliIndicatie(filled(form))).toBe(proposed);
  });

  test('never turns to no when BMI, waist or risk go up', () => {
    const bmi = fc.double({ min: 15, max: 60, noNaN: true });
    const middelCm = fc.double({ min: 60, max: 160, noNaN: true });
    const more = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(bmi, middelCm, more, fc.constantFrom('man' as const, 'vrouw' as const), (b, m, extra, geslacht) => {
        if (gliIndicatie(filled({ bmi: b, middelCm: m, geslacht })) === 'niet') return;
        const worse = filled({ bmi: b + extra, middelCm: m + extra, geslacht, risicofactoren: true });
        expect(gliIndicatie(worse)).toBe('indicatie-ok');
      }),
    );
  });
});

test('who keeps it up is stable, whatever the scales say', () => {
  const volgehouden = vnggV1Content.propose['volgehouden']!;
  expect(volgehouden({ volgehouden: true, gewichtKg: 140 })).toBe('stabiel');
  expect(volgehouden({ volgehouden: false, gewichtKg: 60 })).toBe('terugval');
});

test('no rule proposes a class of the risk (GGR): the professional sets it', () => {
  expect(vnggV1.steps['bepaal-ggr']).not.toHaveProperty('propose');
  expect(vnggV1Forms.ggr.shape).not.toHaveProperty('ggr');
});

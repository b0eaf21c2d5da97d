import { describe, expect, test } from 'vitest';
import { valpreventieV1Forms } from './forms.ts';

const { opsporen, valrisicotest } = valpreventieV1Forms;
const answers = { gevallen: true, bang: false, moeite: false };

/** What is wrong with a form, as paths. */
function wrongIn(form: unknown): string[] {
  const { error } = valrisicotest.safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

describe('the form of the valrisicotest', () => {
  test('needs the three answers only; what was not asked is no, and a walk that was not done is not there', () => {
    expect(valrisicotest.parse(answers)).toEqual({
      ...answers,
      letsel: false,
      vakerGevallen: false,
      flauwgevallen: false,
      nietOpgestaan: false,
      dagelijkseTaken: false,
      looptestSeconden: null,
    });
  });

  test('refuses what is missing, of another kind, out of range or unknown, and says where', () => {
    expect(wrongIn({ gevallen: true, bang: false })).toEqual(['invalid_type moeite']);
    expect(wrongIn({ ...answers, bang: 'nee' })).toEqual(['invalid_type bang']);
    expect(wrongIn({ ...answers, looptestSeconden: 0.5 })).toEqual(['too_small looptestSeconden']);
    expect(wrongIn({ ...answers, looptestSeconden: 61 })).toEqual(['too_big looptestSeconden']);
    expect(wrongIn({ ...answers, opmerking: 'x'.repeat(2001) })).toEqual(['too_big opmerking']);
    expect(wrongIn({ ...answers, naam: 'Truus' })).toEqual(['unrecognized_keys']);
    expect(wrongIn(null)).toEqual(['invalid_type']);
  });
});

test('every field of every form says in Dutch what is asked', () => {
  for (const form of [opsporen, valrisicotest]) {
    for (const [name, field] of Object.entries(form.shape)) {
      expect(field.description ?? field.meta()?.description, name).toMatch(/^[A-Z].{5,}/);
    }
  }
});

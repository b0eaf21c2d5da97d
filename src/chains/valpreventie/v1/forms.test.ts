import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { valpreventieV1Forms } from './forms.ts';

type Name = keyof typeof valpreventieV1Forms;

/** What is wrong with a form, as codes and paths. */
function wrongIn(name: Name, form: unknown): string[] {
  const { error } = valpreventieV1Forms[name].safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

const THIRTEEN =
  'valgeschiedenis duizeligheid mobiliteit voetenSchoeisel gewrichten osteoporose cognitieStemming valangst ' +
  'gezichtsvermogen voeding medicijngebruik dagelijkseTaken omgeving';
const factors = Object.fromEntries(THIRTEEN.split(' ').map((name) => [name, { bijzonderheden: false }]));
const sppb = { sppb: 7, sppbBalans: 3, sppbLopen: 2, sppbOpstaan: 2 };

/** One well-filled form of each kind: what is refused below differs from it in one thing. */
const filled: Record<Name, Record<string, unknown>> = {
  opsporen: { gevallen: true, bezorgd: false, moeite: false },
  valrisicotest: { gevallen: true, bang: false, moeite: false },
  meting: { tugSeconden: 14.2, ...sppb, fesI: 30 },
  interventie: { programma: 'in-balans', bijeenkomsten: 18 },
  valrisicobeoordeling: factors,
  interventies: { doorverwijzingen: ['visus', 'woning'] },
  otagoIntake: { vorm: 'groep', contact: 'telefoon' },
  followUp: { beweegt: true, gevallen: false },
};

describe('the form of the valrisicotest', () => {
  test('needs the three answers only; what was not asked is no, and a walk that was not done is not there', () => {
    expect(valpreventieV1Forms.valrisicotest.parse(filled.valrisicotest)).toEqual({
      ...filled.valrisicotest,
      letsel: false,
      vakerGevallen: false,
      flauwgevallen: false,
      nietOpgestaan: false,
      dagelijkseTaken: false,
      looptestSeconden: null,
    });
  });

  test('refuses whatever says that there was a fall when there was none', () => {
    const without = { gevallen: false, bang: true, moeite: true };
    const all = { letsel: true, vakerGevallen: true, flauwgevallen: true, nietOpgestaan: true };
    expect(wrongIn('valrisicotest', { ...without, ...all })).toEqual(Object.keys(all).map((name) => `custom ${name}`));
    expect(wrongIn('valrisicotest', { ...without, dagelijkseTaken: true })).toEqual([]);
    expect(wrongIn('valrisicotest', { ...without, ...all, gevallen: true })).toEqual([]);
  });
});

test.each(Object.keys(filled) as Name[])('%s is accepted well filled, and nothing unknown with it', (name) => {
  expect(wrongIn(name, filled[name])).toEqual([]);
  expect(wrongIn(name, { ...filled[name], naam: 'Truus' })).toEqual(['unrecognized_keys']);
  expect(wrongIn(name, null)).toEqual(['invalid_type']);
});

test.each<[string, Name, Record<string, unknown>, string]>([
  ['an answer that is missing', 'valrisicotest', { moeite: undefined }, 'invalid_type moeite'],
  ['an answer in words', 'valrisicotest', { bang: 'nee' }, 'invalid_type bang'],
  ['a walk that nobody can walk', 'valrisicotest', { looptestSeconden: 0.5 }, 'too_small looptestSeconden'],
  ['a walk of more than a minute', 'valrisicotest', { looptestSeconden: 61 }, 'too_big looptestSeconden'],
  ['a novel', 'valrisicotest', { opmerking: 'x'.repeat(2001) }, 'too_big opmerking'],
  [
    'a TUG that was forgotten: left out is not the same as not possible',
    'meting',
    { tugSeconden: undefined },
    'invalid_type tugSeconden',
  ],
  ['a TUG of less than a second', 'meting', { tugSeconden: 0.2 }, 'too_small tugSeconden'],
  ['a part of SPPB above 4', 'meting', { sppb: 9, sppbBalans: 5 }, 'too_big sppbBalans'],
  ['a total of SPPB that is not the sum', 'meting', { sppb: 8 }, 'custom sppb'],
  ['half a point of SPPB', 'meting', { sppbLopen: 1.5 }, 'invalid_type sppbLopen'],
  ['a long FES-I below 16', 'meting', { fesI: 15 }, 'too_small fesI'],
  ['a long FES-I above 64', 'meting', { fesI: 65 }, 'too_big fesI'],
  ['a short FES-I above 28', 'meting', { fesI: null, fesIKort: 29 }, 'too_big fesIKort'],
  ['no FES-I at all', 'meting', { fesI: null }, 'custom fesI'],
  ['both lists of FES-I', 'meting', { fesIKort: 12 }, 'custom fesI'],
  ['a programme that is not offered', 'interventie', { programma: 'yoga' }, 'invalid_value programma'],
  ['a negative number of meetings', 'interventie', { bijeenkomsten: -1 }, 'too_small bijeenkomsten'],
  ['a factor that was not looked at', 'valrisicobeoordeling', { osteoporose: undefined }, 'invalid_type osteoporose'],
  ['a factor left empty other than the medicines', 'valrisicobeoordeling', { voeding: null }, 'invalid_type voeding'],
  [
    'an indication that is no such thing',
    'valrisicobeoordeling',
    { onderliggendLijden: ['pech'] },
    'invalid_value onderliggendLijden.0',
  ],
  [
    'help that is not on the list',
    'interventies',
    { doorverwijzingen: ['kapper'] },
    'invalid_value doorverwijzingen.0',
  ],
  ['the same help twice', 'interventies', { doorverwijzingen: ['visus', 'visus'] }, 'custom doorverwijzingen'],
  ['another form of Otago', 'otagoIntake', { vorm: 'online' }, 'invalid_value vorm'],
  ['an injury without a fall', 'followUp', { letsel: true }, 'custom letsel'],
])('refuses %s, and says where', (_what, name, differs, wrong) => {
  expect(wrongIn(name, { ...filled[name], ...differs })).toEqual([wrong]);
});

test('the valrisicobeoordeling asks for the thirteen factors of the valanalyse (FARM-OP), the medicines perhaps of another', () => {
  const { onderliggendLijden: _, ...shape } = valpreventieV1Forms.valrisicobeoordeling.shape;
  expect(Object.keys(shape)).toEqual(Object.keys(factors));
  expect(Object.keys(shape)).toHaveLength(13);
  expect(wrongIn('valrisicobeoordeling', { ...factors, medicijngebruik: null })).toEqual([]);
});

test('every field of every form says in Dutch what is asked, and every form can be read as JSON Schema', () => {
  for (const form of Object.values(valpreventieV1Forms)) {
    for (const [name, field] of Object.entries<z.ZodType>(form.shape)) {
      expect(field.description ?? field.meta()?.description, name).toMatch(/^[A-Z].{5,}/);
    }
    expect(z.toJSONSchema(form, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
  }
});

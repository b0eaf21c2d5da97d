import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { vnggV1 } from './chain.ts';
import { vnggV1Content } from './content.ts';
import { dimensies, vnggV1Forms } from './forms.ts';

type Name = keyof typeof vnggV1Forms;

/** What is wrong with a form, as codes and paths. */
function wrongIn(name: Name, form: unknown): string[] {
  const { error } = vnggV1Forms[name].safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

const spinnenweb = Object.fromEntries(dimensies.map((name) => [name, 6]));

/** One well-filled form of each kind: what is refused below differs from it in one thing. */
const filled: Record<Name, Record<string, unknown>> = {
  signaal: { vindplek: 'sport' },
  ggr: { lengteCm: 172, gewichtKg: 98.5, middelCm: 108, comorbiditeit: ['artrose'] },
  oorzaken: { medicatie: false, hormonaal: false, mechanisch: false, psychisch: true },
  intake: { ...spinnenweb, wens: 'Weer fietsen' },
  plan: { doel: 'Weer fietsen', domeinen: ['bewegen'] },
  indicatie: { ggr: 'matig', bmi: 33.3, risicofactoren: true, programma: 'cool' },
  meting: { gewichtKg: 92, cijfer: 7, bijeenkomsten: 8 },
  eindmeting: { cijfer: 8, doelBereikt: 'ja' },
  beheer: { volgehouden: true },
};

test.each(Object.keys(filled) as Name[])('%s is accepted well filled, and nothing unknown with it', (name) => {
  expect(wrongIn(name, filled[name])).toEqual([]);
  expect(wrongIn(name, { ...filled[name], naam: 'Truus' })).toEqual(['unrecognized_keys']);
  expect(wrongIn(name, null)).toEqual(['invalid_type']);
});

test.each<[string, Name, Record<string, unknown>, string]>([
  ['a length in metres', 'ggr', { lengteCm: 1.72 }, 'too_small lengteCm'],
  ['a weight in grams', 'ggr', { gewichtKg: 98500 }, 'too_big gewichtKg'],
  ['a waist in inches', 'ggr', { middelCm: 39 }, 'too_small middelCm'],
  ['a disease that is not on the list', 'ggr', { comorbiditeit: ['jicht'] }, 'invalid_value comorbiditeit.0'],
  ['a cause that was not looked at', 'oorzaken', { hormonaal: undefined }, 'invalid_type hormonaal'],
  ['a dimension above 10', 'intake', { zingeving: 11 }, 'too_big zingeving'],
  ['a light risk for the GLI', 'indicatie', { ggr: 'licht' }, 'invalid_value ggr'],
  ['a BMI of nobody', 'indicatie', { bmi: 9 }, 'too_small bmi'],
  ['a programme that is not recognised', 'indicatie', { programma: 'sapkuur' }, 'invalid_value programma'],
  ['a mark of 11', 'meting', { cijfer: 11 }, 'too_big cijfer'],
  ['half a meeting', 'meting', { bijeenkomsten: 1.5 }, 'invalid_type bijeenkomsten'],
  ['a goal that was not looked at', 'eindmeting', { doelBereikt: undefined }, 'invalid_value doelBereikt'],
  ['nothing on keeping it up', 'beheer', { volgehouden: undefined }, 'invalid_type volgehouden'],
])('refuses %s, and says where', (_what, name, differs, wrong) => {
  expect(wrongIn(name, { ...filled[name], ...differs })).toEqual([wrong]);
});

test('the four causes and six dimensions of the instruments are asked (BEHANDEL, WOR-APP)', () => {
  const { opmerking: _, ...causes } = vnggV1Forms.oorzaken.shape;
  expect(Object.keys(causes)).toEqual(['medicatie', 'hormonaal', 'mechanisch', 'psychisch']);
  expect(dimensies).toHaveLength(6);
});

describe('what an outcome insists on', () => {
  const { insists, forms } = vnggV1Content;

  test('names a form, outcomes of a step with that form, and a field of it', () => {
    for (const { form, outcomes, field } of insists) {
      const having = Object.values(vnggV1.steps).filter((each) => 'form' in each && each.form === form);
      expect(having.flatMap((step) => Object.keys(step.outcomes))).toEqual(expect.arrayContaining([...outcomes]));
      expect(forms[form]?.shape).toHaveProperty(field);
    }
  });

  test('asks no measurement of who stops, no goal of who declines, and no new intake where there is one', () => {
    const asked = (form: string, outcome: string): string[] =>
      insists.flatMap((each) => (each.form === form && each.outcomes.includes(outcome) ? [each.field] : []));
    expect(asked('meting', 'uitval')).toEqual([]);
    expect(asked('plan', 'afzien')).toEqual([]);
    expect(asked('intake', 'hergebruikt')).toEqual([]);
    expect(asked('indicatie', 'niet')).toEqual([]);
    expect(asked('indicatie', 'indicatie-ok')).toEqual(['ggr', 'bmi', 'programma']);
  });
});

test('every field of every form says in Dutch what is asked, and every form can be read as JSON Schema', () => {
  for (const form of Object.values(vnggV1Forms)) {
    for (const [name, field] of Object.entries<z.ZodType>(form.shape)) {
      expect(field.description ?? field.meta()?.description, name).toMatch(/^[A-Z].{5,}/);
    }
    expect(z.toJSONSchema(form, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
  }
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sociaalVerwijzenV1 } from './chain.ts';
import { sociaalVerwijzenV1Content } from './content.ts';
import { dimensies, sociaalVerwijzenV1Forms } from './forms.ts';

type Name = keyof typeof sociaalVerwijzenV1Forms;

/** What is wrong with a form, as codes and paths. */
function wrongIn(name: Name, form: unknown): string[] {
  const { error } = sociaalVerwijzenV1Forms[name].safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

const spinnenweb = Object.fromEntries(dimensies.map((name) => [name, 5.5]));

/** One well-filled form of each kind: what is refused below differs from it in one thing. */
const filled: Record<Name, Record<string, unknown>> = {
  gesprek: { hoofdreden: 'stress' },
  aanmelding: { volledig: 'ja', voorkeur: 'bellen', taal: 'Nederlands' },
  intake: { hoofdreden: 'eenzaamheid', ...spinnenweb, cijfer: 5, huisartsbezoeken: 3 },
  advies: { advies: 'Bespreek het met de GGZ.' },
  aanbod: { soort: 'bewegen', start: '2026-04-01', contacturen: 2.5 },
  nameting: { continuering: 'actief', behoefte: 'geen', ...spinnenweb, cijfer: 7 },
  afronding: { uitstroom: ['activiteit', 'schuldhulp'] },
};

test.each(Object.keys(filled) as Name[])('%s is accepted well filled, and nothing unknown with it', (name) => {
  expect(wrongIn(name, filled[name])).toEqual([]);
  expect(wrongIn(name, { ...filled[name], naam: 'Truus' })).toEqual(['unrecognized_keys']);
  expect(wrongIn(name, null)).toEqual(['invalid_type']);
});

test.each<[string, Name, Record<string, unknown>, string]>([
  ['a main reason that is none of WOR-APP', 'gesprek', { hoofdreden: 'liefde' }, 'invalid_value hoofdreden'],
  ['a half answer', 'aanmelding', { volledig: 'bijna' }, 'invalid_value volledig'],
  ['a dimension above 10', 'intake', { zingeving: 10.5 }, 'too_big zingeving'],
  ['a dimension below 0', 'intake', { meedoen: -1 }, 'too_small meedoen'],
  ['a mark of 0', 'intake', { cijfer: 0 }, 'too_small cijfer'],
  ['half a mark', 'nameting', { cijfer: 6.5 }, 'invalid_type cijfer'],
  ['minus one visit', 'nameting', { huisartsbezoeken: -1 }, 'too_small huisartsbezoeken'],
  ['no advice', 'advies', { advies: '' }, 'too_small advies'],
  ['a start that is no day', 'aanbod', { start: '2026-02-30' }, 'invalid_format start'],
  ['a way on that is not on the list', 'afronding', { uitstroom: ['kermis'] }, 'invalid_value uitstroom.0'],
  ['a novel', 'nameting', { opmerking: 'x'.repeat(2001) }, 'too_big opmerking'],
])('refuses %s, and says where', (_what, name, differs, wrong) => {
  expect(wrongIn(name, { ...filled[name], ...differs })).toEqual([wrong]);
});

test('the spinnenweb has its six dimensions at the intake and at the measurement: they can be compared (WOR-APP)', () => {
  expect(dimensies).toHaveLength(6);
  for (const name of dimensies) {
    expect(sociaalVerwijzenV1Forms.intake.shape).toHaveProperty(name);
    expect(sociaalVerwijzenV1Forms.nameting.shape).toHaveProperty(name);
  }
});

describe('what an outcome insists on', () => {
  const { insists, forms } = sociaalVerwijzenV1Content;

  test('names a form, outcomes of the step with that form, and a field of it', () => {
    for (const { form, outcomes, field } of insists) {
      const step = Object.values(sociaalVerwijzenV1.steps).find((each) => 'form' in each && each.form === form);
      expect(Object.keys(step?.outcomes ?? {})).toEqual(expect.arrayContaining([...outcomes]));
      expect(forms[form]?.shape).toHaveProperty(field);
    }
  });

  test('leaves whoever declines, is in danger or did not answer with an empty form', () => {
    const asked = (form: string, outcome: string): string[] =>
      insists.flatMap((each) =>
        each.form === form && each.outcomes.includes(outcome) && each.must === 'filled' ? [each.field] : [],
      );
    expect(asked('aanmelding', 'geweigerd')).toEqual([]);
    expect(asked('intake', 'acuut')).toEqual([]);
    expect(asked('aanbod', 'wil-niet')).toEqual([]);
    expect(asked('nameting', 'geen-respons')).toEqual([]);
    expect(asked('intake', 'passend')).toEqual(['hoofdreden', ...dimensies, 'cijfer']);
  });
});

test('every field of every form says in Dutch what is asked, and every form can be read as JSON Schema', () => {
  for (const form of Object.values(sociaalVerwijzenV1Forms)) {
    for (const [name, field] of Object.entries<z.ZodType>(form.shape)) {
      expect(field.description ?? field.meta()?.description, name).toMatch(/^[A-Z].{5,}/);
    }
    expect(z.toJSONSchema(form, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false });
  }
});

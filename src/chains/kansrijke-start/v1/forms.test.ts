import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kansrijkeStartV1Forms } from './forms.ts';

type Name = keyof typeof kansrijkeStartV1Forms;

/** What is wrong with a form, as codes and paths. */
function wrongIn(name: Name, form: unknown): string[] {
  const { error } = kansrijkeStartV1Forms[name].safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

/** One well-filled form of each kind: what is refused below differs from it in one thing. */
const filled: Record<Name, Record<string, unknown>> = {
  weging: { instrument: 'r4u', risico: 'ja', bescherming: 'voldoende' },
  aanmelding: { contact: 'telefoon' },
  kraamweek: { stemming: true },
  huisbezoek: { vorm: 'thuis', samen: true },
  plan: { wensen: 'Rust', afspraken: 'Elke maand een gesprek', voorzorg: 'nee' },
  inzet: { interventies: ['voorzorg', 'home-start'] },
  evaluatie: { cijfer: 8, geholpen: true },
  hielprik: { hielprik: true, gehoor: false },
};
const names = Object.keys(filled).map((name) => name as Name);

test.each(names)('%s is accepted when it is filled well, and refuses a field that it does not ask', (name) => {
  expect(wrongIn(name, filled[name])).toEqual([]);
  expect(wrongIn(name, { ...filled[name], reden: 'zorgen' })).toEqual(['unrecognized_keys']);
});

test.each(names)('%s asks every question in words', (name) => {
  const schema = z.toJSONSchema(kansrijkeStartV1Forms[name], { io: 'input' });
  for (const field of Object.values(schema.properties ?? {})) {
    expect(field).toMatchObject({ description: expect.stringMatching(/\?/) });
  }
});

describe('a form is refused', () => {
  test.each<[Name, object, string]>([
    ['weging', { risico: 'veel' }, 'invalid_value risico'],
    ['weging', { bescherming: undefined }, 'invalid_value bescherming'],
    ['weging', { instrument: 'eigen lijst' }, 'invalid_value instrument'],
    ['aanmelding', { contact: 'duif' }, 'invalid_value contact'],
    ['kraamweek', { hechting: 'ja' }, 'invalid_type hechting'],
    ['huisbezoek', { vorm: 'kantoor' }, 'invalid_value vorm'],
    ['plan', { wensen: '' }, 'too_small wensen'],
    ['plan', { afspraken: 'x'.repeat(2001) }, 'too_big afspraken'],
    ['plan', { voorzorg: 'misschien' }, 'invalid_value voorzorg'],
    ['inzet', { interventies: ['toverij'] }, 'invalid_value interventies.0'],
    ['inzet', { interventies: ['voorzorg', 'voorzorg'] }, 'custom interventies'],
    ['evaluatie', { cijfer: 11 }, 'too_big cijfer'],
    ['evaluatie', { cijfer: 7.5 }, 'invalid_type cijfer'],
    ['evaluatie', { geholpen: undefined }, 'invalid_type geholpen'],
    ['hielprik', { gehoor: null }, 'invalid_type gehoor'],
  ])('%s with %j', (name, differs, wrong) => {
    expect(wrongIn(name, { ...filled[name], ...differs })).toEqual([wrong]);
  });
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AnyChain } from '../../../language/define.ts';
import { formOf } from '../../../language/targets.ts';
import { knggV1 } from './chain.ts';
import { knggV1Content } from './content.ts';
import { knggV1Forms } from './forms.ts';

type Name = keyof typeof knggV1Forms;

/** What is wrong with a form, as codes and paths. */
function wrongIn(name: Name, form: unknown): string[] {
  const { error } = knggV1Forms[name].safeParse(form);
  return (error?.issues ?? []).map(({ path, code }) => `${code} ${path.join('.')}`.trim());
}

const welbevinden = { cantril: 6, kindl: 60, euroqol: 70, lekkerInVel: 5, vertrouwen: 6, beweegdagen: 3 };

/** One well-filled form of each kind: what is refused below differs from it in one thing. */
const filled: Record<Name, Record<string, unknown>> = {
  signaal: { lengteCm: 132, gewichtKg: 42, gemetenOp: '2026-03-02', gemetenDoor: 'jgz' },
  toestemming: { leeftijd: 'onder-12', door: 'ouders' },
  ggr: { ggr: 'matig', comorbiditeit: false, iotf: 'graad-1', bmiSds: 2.3 },
  aanmelding: { ggr: 'licht' },
  intake: welbevinden,
  anamnese: { leidraad: true, themas: ['slaap', 'geld'] },
  plan: { aanbod: ['sport'], doel: 'Meedoen met gym' },
  meting: { volgtPlan: 'deels', contact: 'goed' },
  evaluatie: { ...welbevinden, geholpen: 'ja', cijfer: 8, doelen: 'deels', afgenomenDoor: 'ander' },
  nazorg: { cantril: 7, volgehouden: true },
};
const names = Object.keys(filled).map((name) => name as Name);

test.each(names)('%s is accepted well filled, and nothing unknown with it', (name) => {
  expect(wrongIn(name, filled[name])).toEqual([]);
  expect(wrongIn(name, { ...filled[name], naam: 'Sem' })).toEqual(['unrecognized_keys']);
  expect(wrongIn(name, null)).toEqual(['invalid_type']);
});

test.each(names)('%s asks every question in words', (name) => {
  const { properties = {} } = z.toJSONSchema(knggV1Forms[name], { io: 'input' });
  for (const field of Object.values(properties)) expect(field).toMatchObject({ description: expect.any(String) });
});

describe('who consents follows from the age', () => {
  const ages = ['onder-12', '12-tot-16', 'vanaf-16'] as const;
  const byAge = { 'onder-12': 'ouders', '12-tot-16': 'ouders-en-kind', 'vanaf-16': 'kind' };

  test.each(ages.flatMap((leeftijd) => Object.values(byAge).map((door) => [leeftijd, door] as const)))(
    '%s: %s',
    (leeftijd, door) => {
      const { error } = knggV1Forms.toestemming.safeParse({ leeftijd, door });
      expect(error === undefined).toBe(door === byAge[leeftijd]);
      // Whoever is refused hears who should, and what to do.
      for (const { message, path } of error?.issues ?? []) {
        expect(message).toMatch(/(Onder|Van|Vanaf) .* toestemming\. (Kies|Vraag) /);
        expect(path).toEqual(['door']);
      }
    },
  );

  test('nobody consents in a refusal, and somebody does in a consent', () => {
    for (const leeftijd of ages) expect(wrongIn('toestemming', { leeftijd })).toEqual([]);
    const lines = knggV1Content.insists.filter(({ form }) => form === 'toestemming');
    const steps: AnyChain['steps'] = knggV1.steps;
    for (const step of Object.values(steps).filter((each) => formOf(each) === 'toestemming')) {
      for (const outcome of Object.keys(step.outcomes)) {
        expect(lines.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ must }) => must)).toEqual([
          outcome === 'weigert' ? 'empty' : 'filled',
        ]);
      }
    }
  });
});

describe('a form is refused', () => {
  test.each<[Name, object, string]>([
    ['signaal', { lengteCm: 20 }, 'too_small lengteCm'],
    ['signaal', { gewichtKg: 300 }, 'too_big gewichtKg'],
    ['signaal', { gemetenOp: '2 maart' }, 'invalid_format gemetenOp'],
    ['signaal', { gemetenDoor: 'oom' }, 'invalid_value gemetenDoor'],
    ['toestemming', { leeftijd: 11 }, 'invalid_value leeftijd'],
    ['ggr', { ggr: 'hoog' }, 'invalid_value ggr'],
    ['ggr', { comorbiditeit: undefined }, 'invalid_type comorbiditeit'],
    ['ggr', { iotf: 'graad-4' }, 'invalid_value iotf'],
    ['ggr', { bmiSds: 11 }, 'too_big bmiSds'],
    ['aanmelding', { ggr: 'geen' }, 'invalid_value ggr'],
    ['intake', { cantril: undefined }, 'invalid_type cantril'],
    ['intake', { kindl: 101 }, 'too_big kindl'],
    ['intake', { beweegdagen: 8 }, 'too_big beweegdagen'],
    ['anamnese', { themas: [] }, 'too_small themas'],
    ['anamnese', { leidraad: 'ja' }, 'invalid_type leidraad'],
    ['plan', { doel: '' }, 'too_small doel'],
    ['plan', { aanbod: ['toverij'] }, 'invalid_value aanbod.0'],
    ['meting', { volgtPlan: undefined }, 'invalid_value volgtPlan'],
    ['meting', { contact: 'raar' }, 'invalid_value contact'],
    ['evaluatie', { cijfer: 0 }, 'too_small cijfer'],
    ['evaluatie', { geholpen: true }, 'invalid_value geholpen'],
    ['evaluatie', { afgenomenDoor: undefined }, 'invalid_value afgenomenDoor'],
    ['nazorg', { volgehouden: undefined }, 'invalid_type volgehouden'],
  ])('%s with %j', (name, differs, wrong) => {
    expect(wrongIn(name, { ...filled[name], ...differs })).toEqual([wrong]);
  });
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contentOf, definitions } from '../chains/index.ts';
import { isEnumerated, keptCodes } from './kept-codes.ts';

const schema = z.strictObject({
  vorm: z.enum(['thuis', 'groep']).optional(),
  soorten: z.array(z.enum(['visus', 'woning', 'voeten'])).default([]),
  spoed: z.boolean(),
  opmerking: z.string().optional(),
});

describe('what a case may remember of a form', () => {
  test.each<[string, readonly string[], Record<string, unknown>, Record<string, string>]>([
    ['a choice', ['vorm'], { vorm: 'thuis' }, { vorm: 'thuis' }],
    ['nothing of what was left out', ['vorm'], {}, {}],
    [
      'a list with commas, in the order given',
      ['soorten'],
      { soorten: ['woning', 'visus'] },
      { soorten: 'woning,visus' },
    ],
    ['an empty list as an empty code', ['soorten'], { soorten: [] }, { soorten: '' }],
    ['yes or no', ['spoed'], { spoed: false }, { spoed: 'false' }],
    ['what the professional chose, under a name that is no field', ['klasse'], {}, { klasse: 'hoog' }],
    ['only what the step keeps', [], { vorm: 'thuis', opmerking: 'Truus' }, {}],
  ])('is %s', (_what, codes, data, kept) => {
    expect(keptCodes(codes, 'hoog', schema, data)).toEqual(kept);
  });

  test('is never free text: not even when a step says that it keeps it', () => {
    expect(() => keptCodes(['opmerking'], 'hoog', schema, { opmerking: 'Truus' })).toThrow(
      'opmerking is no closed list',
    );
    expect(() => keptCodes(['opmerking'], 'hoog', schema, {})).toThrow('opmerking is no closed list');
  });

  test.each<[string, z.ZodType]>([
    ['text', z.string()],
    ['a number', z.number()],
    ['a list of text', z.array(z.string()).default([])],
    ['text that may be left out', z.string().nullable().default(null)],
    ['text or a choice', z.union([z.enum(['a']), z.string()])],
    ['an object', z.strictObject({ a: z.enum(['b']) })],
  ])('is never %s', (_what, field) => {
    expect(isEnumerated(field)).toBe(false);
  });
});

describe.each(
  Object.values(definitions)
    .flat()
    .map((chain) => [`${chain.id} version ${chain.version}`, chain] as const),
)('%s', (_name, chain) => {
  const { forms } = contentOf(chain.id, chain.version);
  const kept = Object.entries(chain.steps).flatMap(([id, step]) =>
    step.kind === 'assess' || step.kind === 'handoff'
      ? (step.keeps ?? []).map((code) => [id, step, code] as const)
      : [],
  );

  test('keeps of its forms nothing but closed lists of kebab-case codes', () => {
    const free = kept.filter(([, { form }, code]) => {
      const field = form === undefined ? undefined : forms[form]?.shape[code];
      return (
        field !== undefined && !(isEnumerated(field) && optionsOf(field).every((option) => /^[a-z-]+$/.test(option)))
      );
    });
    expect(free.map(([id, , code]) => `${id}: ${code}`)).toEqual([]);
  });
});

/** The values of the closed lists within a field. */
function optionsOf(field: unknown): readonly string[] {
  const json = JSON.stringify(z.toJSONSchema(field as z.ZodType, { io: 'input' }));
  return [...json.matchAll(/"enum":(\[[^\]]*\])/g)].flatMap(([, list]) => JSON.parse(list ?? '[]') as string[]);
}

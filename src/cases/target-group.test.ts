import { describe, expect, test } from 'vitest';
import { knggV1 } from '../chains/kngg/v1/chain.ts';
import { sociaalVerwijzenV1 } from '../chains/sociaal-verwijzen/v1/chain.ts';
import { vnggV1 } from '../chains/vngg/v1/chain.ts';
import { contentOf, definitions } from '../chains/index.ts';
import { parseLocalDate } from '../engine/calendar/local-date.ts';
import { keepsOf, formOf } from '../language/targets.ts';
import { z } from 'zod';
import { CaseError } from './case-error.ts';
import type { ReferralRequest } from './referral-request.ts';
import { codesTold, insistOnTargetGroup, missedByAge, type Told } from './target-group.ts';

type Chain = Parameters<typeof insistOnTargetGroup>[0];

const doelgroep = (value: string): Told['knobs'] => ({ doelgroep: { value, layer: 'municipality' } });

/** What a referral is refused for, as pointers with where else to go; nothing when the chain is for this person. */
function missed(
  chain: Chain,
  age: number,
  entry: string,
  told: Partial<ReferralRequest> = {},
  knobs: Told['knobs'] = {},
) {
  const request = { chain: chain.id, municipality: 'enschede', ...told } as ReferralRequest;
  try {
    insistOnTargetGroup(chain, { age, entry, codes: codesTold(chain, entry, request), knobs });
    return [];
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const { errors = [], allowed = [] } = error.more;
    // Each with a place to go instead.
    if (error.code !== 'not-in-target-group' || allowed.length !== errors.length) throw error;
    return errors.map(({ pointer }) => pointer);
  }
}

describe('what a referral tells is judged, each criterion by itself', () => {
  test.each<[string, Chain, number, string, Partial<ReferralRequest>, string[]]>([
    ['an adult without a raised risk', vnggV1, 40, 'bepaal-ggr', { outcome: 'geen', form: {} }, ['/outcome']],
    ['an adult with a slightly raised risk', vnggV1, 40, 'bepaal-ggr', { outcome: 'licht', form: {} }, []],
    ['an adult of whom no class is told', vnggV1, 18, 'bepaal-ggr', {}, []],
    ['nobody of 17', vnggV1, 17, 'bepaal-ggr', { outcome: 'geen' }, ['/resident/birthDate', '/outcome']],
    ['a young person of 16', sociaalVerwijzenV1, 16, 'aanmelden', {}, []],
    ['nobody of 15', sociaalVerwijzenV1, 15, 'aanmelden', {}, ['/resident/birthDate']],
    ['a child whose class is none', knggV1, 9, 'bepaal-ggr', { outcome: 'geen', form: { ggr: 'geen' } }, ['/form/ggr']],
    [
      'an adult whose class is none',
      knggV1,
      18,
      'bepaal-ggr',
      { form: { ggr: 'geen' } },
      ['/resident/birthDate', '/form/ggr'],
    ],
    ['a class that no form knows', knggV1, 9, 'aanmelden', { form: { ggr: 'enorm' } }, []],
  ])('%s', (_name, chain, age, entry, told, pointers) => {
    expect(missed(chain, age, entry, told, doelgroep('vanaf-licht'))).toEqual(pointers);
  });

  test('a step that was done elsewhere tells its code, and what is told at the entry counts after it', () => {
    const done = [{ step: 'bepaal-ggr', outcome: 'geen', at: parseLocalDate('2026-01-05') }];
    expect(missed(vnggV1, 40, 'aanmelden-cz', { done })).toEqual(['/done/0/outcome']);
    const measured = [{ ...done[0]!, form: { ggr: 'geen', comorbiditeit: false } }];
    expect(missed(knggV1, 9, 'aanmelden', { done: measured }, doelgroep('vanaf-licht'))).toEqual([
      '/done/0/form/ggr',
      '/done/0/form/ggr',
    ]);
    expect(
      missed(knggV1, 9, 'aanmelden', { done: measured, form: { ggr: 'licht' } }, doelgroep('vanaf-licht')),
    ).toEqual([]);
  });
});

describe('the group of this municipality', () => {
  test.each([
    ['vanaf-licht', []],
    ['vanaf-matig', ['licht']],
    ['licht-en-matig', ['sterk', 'extreem']],
  ])('%s', (option, outside) => {
    const classes = ['licht', 'matig', 'sterk', 'extreem'];
    const refused = classes.filter(
      (ggr) => missed(knggV1, 9, 'aanmelden', { form: { ggr } }, doelgroep(option)).length > 0,
    );
    expect(refused).toEqual(outside);
  });

  test('where the class is set in the chain itself, the case counts what is lacking, and the referrer decides', () => {
    const told = { outcome: 'licht', form: { ggr: 'licht' } };
    expect(missed(knggV1, 9, 'bepaal-ggr', told, doelgroep('vanaf-matig'))).toEqual([]);
  });
});

test('an age alone can be judged later, when the birth date is corrected', () => {
  expect(missedByAge(knggV1, 17)).toEqual([]);
  expect(missedByAge(knggV1, 18)).toMatchObject([{ maxAge: 17 }]);
});

/** The values that a code can have: of its field in the form, or the outcomes of the step that keeps it. */
function valuesOf(chain: Chain, code: string): Set<string> {
  return new Set(
    Object.values(chain.steps)
      .filter((step) => keepsOf(step).includes(code))
      .flatMap((step) => {
        const field = contentOf(chain.id, chain.version).forms[formOf(step) ?? '']?.shape[code];
        if (field === undefined) return Object.keys(step.outcomes);
        return (z.toJSONSchema(field, { io: 'input' }) as { enum?: string[] }).enum ?? [];
      }),
  );
}

test.each(
  Object.values(definitions)
    .flat()
    .map((chain) => [chain.id, chain.version, chain] as const),
)('criteria of %s@%i name only values that can be told', (_id, _version, chain) => {
  for (const criterion of chain.inclusion ?? []) {
    if (!('code' in criterion)) continue;
    const values = 'in' in criterion ? criterion.in : Object.values(criterion.cases).flat();
    const known = valuesOf(chain, criterion.code);
    expect(values.filter((value) => !known.has(value))).toEqual([]);
  }
});

import { expect, test } from 'vitest';
import { knggV1Content } from './content.ts';
import { ggrKlasse, volgehouden } from './rules.ts';

test.each(['geen', 'licht', 'matig', 'sterk', 'extreem'] as const)('the class that was set is proposed: %s', (ggr) => {
  expect(ggrKlasse({ ggr, comorbiditeit: false, bmi: 40, bmiSds: 4 })).toBe(ggr);
});

test.each([
  ['obesity', 'graad-2', 'comorbiditeit'],
  ['a grade that was not measured', undefined, 'comorbiditeit'],
  ['overweight only', 'overgewicht', 'matig'],
  ['no overweight', 'geen', 'matig'],
] as const)('another disease with %s', (_name, iotf, proposed) => {
  expect(ggrKlasse({ ggr: 'matig', comorbiditeit: true, ...(iotf === undefined ? {} : { iotf }) })).toBe(proposed);
});

test('who no longer keeps it up begins again, whatever the weight does', () => {
  expect(volgehouden({ volgehouden: false, cantril: 9, bmiSds: 0 })).toBe('terugval');
  expect(volgehouden({ volgehouden: true, cantril: 2, bmiSds: 4 })).toBe('stabiel');
});

test('the rules read the forms of their steps', () => {
  const { propose } = knggV1Content;
  expect(propose.ggrKlasse?.({ ggr: 'licht', comorbiditeit: false })).toBe('licht');
  expect(propose.volgehouden?.({ cantril: 6, volgehouden: true })).toBe('stabiel');
  expect(() => propose.ggrKlasse?.({ ggr: 'enorm' })).toThrow('invalid_value');
});

import { expect, test } from 'vitest';
import { kansrijkeStartV1 } from '../../chains/kansrijke-start/v1/chain.ts';
import type { AnyChain } from '../define.ts';
import { boundProblems } from './bounds.ts';

const sound: AnyChain = kansrijkeStartV1;

test('dates that are bound to days that exist are sound', () => {
  expect(boundProblems(sound)).toEqual([]);
});

test.each<[string, Partial<AnyChain>, string]>([
  ['an unknown date', { bounds: { doop: { ahead: 'P1D' } } }, 'there is no anchor doop'],
  ['an unknown other date', { bounds: { aterme: { until: 'doop' } } }, 'bounds of aterme: there is no anchor doop'],
  ['itself', { bounds: { aterme: { until: 'aterme' } } }, 'bounds of aterme: it hangs on itself'],
  ['nothing', { bounds: { aterme: {} } }, 'bounds of aterme: nothing bounds it'],
  ['no length', { bounds: { aterme: { ahead: 'P' } } }, 'bounds of aterme: P is not a duration'],
  ['a code for no step', { invites: 'nergens' }, 'invites: there is no step nergens'],
  ['a code for professionals', { invites: 'weging' }, 'invites: residents may not begin at weging'],
])('%s is named', (_name, differs, problem) => {
  expect(boundProblems({ ...sound, ...differs })).toContain(problem);
});

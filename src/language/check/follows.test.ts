import { expect, test } from 'vitest';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { valpreventieV2 } from '../../chains/valpreventie/v2/chain.ts';
import type { AnyChain } from '../define.ts';
import { followProblems } from './follows.ts';

const older: AnyChain = valpreventieV1;
const newer: AnyChain = valpreventieV2;
const renaming = (steps: Record<string, string>): AnyChain => ({ ...newer, follows: { version: 1, steps } });
const { fysio: _fysio, ...fewerRoles } = older.roles;
const { plan: _plan, ...fewerMilestones } = older.milestones;

test('a version that says nothing of an earlier one has nothing wrong in it', () => {
  expect(followProblems(older, newer)).toEqual([]);
  const { follows: _follows, ...alone } = newer;
  expect(followProblems({ ...older, roles: { extra: 'Extra' } }, alone)).toEqual([]);
});

test.each<[string, AnyChain, string]>([
  ['of a step that never was', renaming({ bestaat: 't1' }), 'step bestaat: version 1 has no such step'],
  ['to a step that is not there', renaming({ 'otago-evaluatie': 'weg' }), 'becomes weg, which is no step here'],
  ['to a step of another kind', renaming({ 'otago-evaluatie': 'structureel-aanbod' }), 'was assess, and structureel'],
  ['of a step that is still there', renaming({ otago: 'otago-evaluatie-6' }), 'step otago: is still called that here'],
  ['to a name that another step had', renaming({ 'otago-evaluatie': 't1' }), 'another step was called t1'],
  ['of an entry', renaming({ valrisicotest: 'otago-evaluatie-6' }), 'referrals begin there'],
])('a renaming %s is refused', (_what, chain, problem) => {
  expect(followProblems(older, chain).join('; ')).toContain(problem);
});

test.each<[string, AnyChain, string]>([
  ['a role', { ...newer, roles: fewerRoles }, 'role fysio is gone'],
  ['what a referrer was told', { ...newer, milestones: fewerMilestones }, 'milestone plan is gone'],
  ['a date', { ...newer, anchors: {} }, 'anchor start-groep is gone'],
  ['its secrecy', { ...newer, confidentialExistence: true }, 'as secret'],
  ['the version it follows', { ...newer, follows: { version: 7, steps: {} } }, 'follows version 7, not 1'],
])('a version that loses %s is refused', (_what, chain, problem) => {
  expect(followProblems(older, chain).join('; ')).toContain(problem);
});

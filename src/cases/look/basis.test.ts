import { expect, test } from 'vitest';
import type { Content } from '../../access/permit.ts';
import { basisFor } from './basis.ts';

const [practice, tester, fysio] = ['practice', 'tester', 'fysio'];
const referrer = { role: 'huisarts', organisation: practice, practitioner: null };

test.each<
  [content: Content, organisation: string | null, consents: string[], contributors: string[], id: string | null]
>([
  ['status', practice, [], [], 'verwijzing'],
  ['whole', practice, ['overdracht'], [practice], 'verwijzing'],
  ['step', practice, [], [], 'verwijzing'],
  ['whole', tester, ['overdracht'], [], 'toestemming:overdracht'],
  ['step', tester, ['terugkoppeling', 'overdracht'], [tester], 'toestemming:overdracht'],
  ['step', tester, ['terugkoppeling'], [], null],
  ['step', tester, [], [tester], 'eigen-dossier'],
  ['whole', tester, [], [fysio], null],
  ['contribution', tester, ['overdracht'], [tester], 'eigen-dossier'],
  ['contribution', fysio, ['overdracht'], [tester], null],
  ['status', fysio, ['overdracht'], [], null],
  ['offer', fysio, ['overdracht'], [fysio], null],
  ['offer', practice, ['overdracht'], [], null],
  ['stuck', practice, ['overdracht'], [practice], null],
  ['step', null, ['overdracht'], [], null],
  ['own', null, [], [], 'betrokkene'],
])('content %s for %s, with consents %j and contributions of %j, rests on %s', (content, organisation, ...rest) => {
  const [consents, contributors, id] = rest;
  expect(basisFor({ referrer, consents, contributors }, content, { organisation })?.id ?? null).toBe(id);
});

test('who took part without deciding has a file of their own', () => {
  const state = { referrer, consents: [], contributors: [] };
  expect(basisFor(state, 'contribution', { organisation: fysio }, true)?.kind).toBe('eigen-dossier');
});

import { PREGNANCY_ENDED } from '../../src/language/define.ts';
import { LinkedCases } from './linked-cases.ts';
import type { OneCase } from './one-case.ts';
import { fixed, klaar, smallChain, step } from './small-chain.ts';
import { holder } from './start-case.ts';

/* Two linked cases of a small chain in a test's hand, and what can happen in one of them. */

export const tester = holder('tester');
export const chain = smallChain(
  {
    begin: step({
      klaar,
      wachten: 'wacht',
      ja: { label: 'Ja', to: 'verder', gives: ['overdracht'] },
    }),
    wacht: {
      kind: 'wait',
      label: 'Wacht',
      by: 'tester',
      waitsFor: 'Iets',
      within: fixed('P10D'),
      outcomes: { klaar: { label: 'Klaar', to: klaar } },
    },
    verder: step({ klaar }),
  },
  { events: { [PREGNANCY_ENDED]: { label: 'Beëindigd' } } },
);

export const linked = (type: string, ...names: string[]): LinkedCases =>
  new LinkedCases(chain, 'begin', ['een', 'ander', ...names]).link(type, 'een', 'ander');

export const ends = (one: OneCase): unknown => one.decide('tester', 'begin', 'klaar');
export const pauses = (one: OneCase): unknown =>
  one.send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-05-01' });
export const resumes = (one: OneCase): unknown => one.send({ kind: 'resume', actor: tester });
export const consents = (given: boolean) => (one: OneCase) =>
  one.send({ kind: 'consent', actor: holder('huisarts'), purpose: 'overdracht', given, by: 'ouder', on: '2026-03-01' });
export const dies = (one: OneCase): unknown =>
  one.send({ kind: 'event', actor: holder('huisarts'), event: 'overleden', on: '2026-03-01', of: 'inwoner' });
export const falls = (one: OneCase): unknown =>
  one.send({ kind: 'event', actor: holder('huisarts'), event: PREGNANCY_ENDED, on: '2026-03-01' });

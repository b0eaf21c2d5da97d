import { expect, test } from 'vitest';
import { base, begin, hand, klaar, s, within, zvw } from '../../test/language/typed-base.ts';
import * as say from './define.ts';
import { assess, decided, defineChain, handoff } from './define.ts';

/*
 * `tsc` (npm run verify) fails when a line below `@ts-expect-error` is accepted. Nothing here is called but `accepted`.
 * What the compiler cannot see, `check` does: check/*.test.ts.
 */

test('each kind of step is called as it is', () => {
  const kinds = [say.assess, say.handoff, say.inform, say.wait, say.rule].map((make) =>
    (make as (step: object) => object)({}),
  );
  expect(kinds).toEqual(['assess', 'handoff', 'inform', 'wait', 'rule'].map((kind) => ({ kind })));
});

/** Roles, milestones, what spans steps, keys that say nothing, and what must be said. */
export const refusedByTheCompiler = {
  birthday: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `dg`
      birthdays: { dg: 'P12Y' },
      steps: { begin },
    }),
  criterionKey: () =>
    defineChain({
      ...base,
      // @ts-expect-error `mnAge` says nothing
      inclusion: [{ label: 'Volwassen', mnAge: 18, instead: 'Elders' }],
      steps: { begin },
    }),
  criterionCode: () =>
    defineChain({
      ...base,
      // @ts-expect-error no step keeps `knas`
      inclusion: [{ label: 'Kans', code: 'knas', in: ['a'], instead: 'Elders' }],
      steps: { begin },
    }),
  consentGiver: () =>
    defineChain({
      ...base,
      // @ts-expect-error nobody is called `oudr`
      consentBy: [{ by: ['oudr'], says: 'De ouders.' }],
      steps: { begin },
    }),
  secondRole: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no role `coch`
      steps: { begin: assess({ ...s, by: ['tester', 'coch'], outcomes: { klaar } }) },
    }),
  noRole: () =>
    // @ts-expect-error somebody holds a step
    assess({ ...s, by: [], outcomes: { klaar } }),
  sender: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no role `testr`
      steps: { begin: handoff({ ...hand, from: 'testr', outcomes: { klaar } }) },
    }),
  reporter: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no role `coch`
      steps: { begin: say.wait({ ...s, waitsFor: 'iets', reports: ['coch'], outcomes: { klaar } }) },
    }),
  advice: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no role `coch`
      steps: { begin: assess({ ...s, with: ['coch'], outcomes: { klaar } }) },
    }),
  told: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no milestone `gezin`
      steps: { begin: say.inform({ ...s, tells: 'gezin', outcomes: { klaar } }) },
    }),
  missed: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no milestone `gezin`
      steps: { begin: assess({ ...s, missed: 'gezin', outcomes: { klaar } }) },
    }),
  regie: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no role `testr`
      phases: { een: { label: 'Een', regie: 'testr', steps: ['begin'] } },
      steps: { begin },
    }),
  stepOfPhase: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      phases: { een: { label: 'Een', regie: 'tester', steps: ['bgin'] } },
      steps: { begin },
    }),
  limit: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      limits: { max: { label: 'Max', from: 'bgin', within, opens: 'begin' } },
      steps: { begin },
    }),
  payer: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no step `bgin`
      payers: { version: '1', rules: [{ ...zvw, when: [decided('bgin', 'ja')] }] },
      steps: { begin },
    }),
  payerName: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no payer `zw`
      payers: { version: '1', rules: [{ payer: 'zw', basis: 'Z', when: [], validFrom: '2024-01-01' }] },
      steps: { begin },
    }),
  group: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `strt`
      group: { waits: 'begin', during: [], starts: 'strt', ends: 'eind', leads: 'coach' },
      steps: { begin },
    }),
  anchorOfEvent: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no anchor `dg`
      events: { geboorte: { label: 'Geboorte', anchor: 'dg' } },
      steps: { begin },
    }),
  link: () =>
    defineChain({
      ...base,
      // @ts-expect-error there is no type of link `paralel`
      steps: { begin: assess({ ...s, outcomes: { klaar: { ...klaar, link: { type: 'paralel', chain: 'x' } } } }) },
    }),
  strayKeyOfChain: () =>
    defineChain({
      ...base,
      // @ts-expect-error a chain has no key `limts`
      limts: {},
      steps: { begin },
    }),
  strayKeyOfPhase: () =>
    defineChain({
      ...base,
      // @ts-expect-error a phase has no key `regiehouder`
      phases: { een: { label: 'Een', regie: 'tester', regiehouder: 'tester', steps: ['begin'] } },
      steps: { begin },
    }),
  strayKeyOfLimit: () =>
    defineChain({
      ...base,
      // @ts-expect-error a limit has no key `untl`
      limits: { max: { label: 'Max', from: 'begin', untl: 'begin', within, opens: 'begin' } },
      steps: { begin },
    }),
  strayKeyOfHandoff: () =>
    defineChain({
      ...base,
      // @ts-expect-error a hand-off has no key `wram`: it would not be warm
      steps: { begin: handoff({ ...hand, wram: true, outcomes: { klaar } }) },
    }),
  strayKeyOfHandoffOutcome: () =>
    defineChain({
      ...base,
      // @ts-expect-error an outcome has no key `bij`
      steps: { begin: handoff({ ...hand, outcomes: { klaar: { ...klaar, bij: 'sender' } } }) },
    }),
  noSender: () =>
    // @ts-expect-error a hand-off names who offers it
    handoff({ ...s, accept: within, outcomes: { klaar } }),
  noTimeToAccept: () =>
    // @ts-expect-error a hand-off says how long the other has
    handoff({ ...s, from: 'tester', outcomes: { klaar } }),
  nothingTold: () =>
    // @ts-expect-error a message says what it tells
    say.inform({ ...s, outcomes: { klaar } }),
  nothingOtherwise: () =>
    // @ts-expect-error a rule decides something when no line holds
    say.rule({ label: 'R', rule: 'r', version: '1', decides: [], outcomes: { klaar } }),
  windowWithoutEnd: () =>
    // @ts-expect-error a window has a last day
    assess({ ...s, within: { aim: within }, outcomes: { klaar } }),
  strayKeyOfLack: () =>
    defineChain({
      ...base,
      // @ts-expect-error a lack has no key `falback`
      mayLack: { begin: { gap: 'g', fallback: 'begin', falback: 'begin' } },
      steps: { begin },
    }),
};

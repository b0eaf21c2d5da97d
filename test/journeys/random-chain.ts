import fc from 'fast-check';
import type { AnyChain, DurationText, Outcome, Step, Target } from '../../src/language/define.ts';

const ROLES = ['huisarts', 'tester', 'coach'] as const;
const ENDINGS = ['klaar', 'weg'] as const;

const term = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((days): DurationText => `P${days}D`),
  fc.integer({ min: 1, max: 6 }).map((months): DurationText => `P${months}M`),
  fc.integer({ min: 1, max: 20 }).map((days): DurationText => `${days}wd`),
);

/** A valid chain of one to five steps: loops, gaps, switches, consent, terugkoppeling, and from every step a way out. */
export const randomChain: fc.Arbitrary<AnyChain> = fc.integer({ min: 1, max: 5 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `stap-${index}`);
  const step = fc.constantFrom(...ids);
  const plain = fc.oneof(
    { weight: 3, arbitrary: step },
    { weight: 1, arbitrary: fc.constantFrom(...ENDINGS).map((end) => ({ end })) },
    { weight: 1, arbitrary: step.map((fallback) => ({ gap: 'ontbreekt', fallback })) },
  );
  const target: fc.Arbitrary<Target> = fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: fc.record({ aan: plain, uit: plain }).map((cases) => ({ byKnob: 'route', cases })) },
  );
  const outcome = fc
    .record(
      {
        label: fc.constant('Uitkomst'),
        to: target,
        inform: fc.constant('gezien'),
        gives: fc.constant(['overdracht'] as const),
      },
      { requiredKeys: ['label', 'to'] },
    )
    .map((made): Outcome => made);
  return fc
    .record({
      steps: fc.tuple(...ids.map((_, index) => stepOf(ids[index + 1] ?? { end: 'klaar' }, outcome))),
      afterConsent: fc.subarray(ids),
      route: fc.constantFrom('aan', 'uit'),
    })
    .map(({ steps, afterConsent, route }) => ({
      id: 'willekeurig',
      version: 1,
      label: 'Willekeurig',
      published: false,
      roles: Object.fromEntries(ROLES.map((role) => [role, role])),
      endings: Object.fromEntries(ENDINGS.map((ending) => [ending, ending])),
      milestones: { gezien: { full: 'Gezien.', neutral: 'Iets gedaan.' } },
      reasons: { blik: 'Klinische blik' },
      knobs: { route: { options: ['aan', 'uit'], default: route, label: 'Route' } },
      entries: { huisarts: ids },
      afterConsent,
      steps: Object.fromEntries(ids.map((id, index) => [id, steps[index]!])),
    }));
});

/** A step with up to three outcomes, and `verder`, which leads on to the end. */
function stepOf(verder: Target, outcome: fc.Arbitrary<Outcome>): fc.Arbitrary<Step> {
  return fc
    .record({
      by: fc.constantFrom(...ROLES),
      length: term,
      outcomes: fc.array(outcome, { maxLength: 3 }),
      waits: fc.boolean(),
    })
    .map(({ by, length, outcomes, waits }): Step => {
      const named = outcomes.map((made, index) => [`uitkomst-${index}`, made] as const);
      const base = {
        label: 'Stap',
        by,
        within: { fixed: length, source: 'GEEN' },
        outcomes: Object.fromEntries([...named, ['verder', { label: 'Verder', to: verder }]]),
      };
      return waits ? { ...base, kind: 'wait', waitsFor: 'iets' } : { ...base, kind: 'assess' };
    });
}

import fc from 'fast-check';
import type { Guard, Outcome, Step, Target } from '../../src/language/define.ts';
import { isHeld } from '../../src/language/targets.ts';
import { randomLength, randomTerm } from './random-terms.ts';

export const ROLES = ['huisarts', 'tester', 'coach'] as const;
const ENDINGS = ['klaar', 'weg'] as const;

/** What the steps of one random chain may name. */
export interface Place {
  /** The steps of the case's own branch, in order; and their kinds. */
  readonly main: readonly string[];
  readonly kinds: readonly Step['kind'][];
  /** Steps with which other branches begin, beside an outcome. */
  readonly beside: readonly string[];
}

const role = fc.constantFrom(...ROLES);
const holder = fc.oneof(
  role,
  fc.shuffledSubarray([...ROLES], { minLength: 2 }).map(([first = 'tester', ...rest]) => [first, ...rest] as const),
);

/** One step of the case's own branch: `verder` leads on to the end, and may always be chosen. */
export function mainStep(place: Place, index: number): fc.Arbitrary<Step> {
  const kind = place.kinds[index] ?? 'assess';
  const next = place.main[index + 1];
  const verder: Outcome =
    next === undefined ? { label: 'Klaar', to: { end: 'klaar' }, inform: 'klaar' } : { label: 'Verder', to: next };
  if (kind === 'inform') return heldStep(place, kind).map((step) => ({ ...step, outcomes: { verder } }));
  const further = fc.array(randomOutcome(place, index), { maxLength: 3 });
  if (kind === 'rule') return further.map((outcomes) => ruleStep(verder, outcomes));
  return fc.tuple(heldStep(place, kind), further).map(([step, outcomes]) => {
    const named = outcomes.map((outcome, at) => [`uitkomst-${at}`, ownOf(step, outcome)] as const);
    return { ...step, outcomes: { ...Object.fromEntries(named), verder } };
  });
}

/** A step that somebody holds, of one kind, without outcomes. */
export function heldStep(
  place: Place,
  kind: Exclude<Step['kind'], 'rule'>,
): fc.Arbitrary<Exclude<Step, { kind: 'rule' }>> {
  return fc
    .record({
      by: holder,
      from: role,
      within: randomTerm(place.main.filter((_, index) => place.kinds[index] !== 'rule')),
      accept: randomLength,
      flags: fc.subarray(['warm', 'outside', 'attempts', 'missed', 'with', 'reports', 'confidential'] as const),
    })
    .map(({ by, from, within, accept, flags }) => {
      const on = (flag: (typeof flags)[number]): boolean => flags.includes(flag);
      const base = {
        label: 'Stap',
        by,
        within,
        outcomes: {},
        ...(on('attempts') ? { attempts: true as const } : {}),
        ...(on('missed') ? { missed: 'te-laat' } : {}),
        ...(on('with') ? { with: ['huisarts'] } : {}),
        ...(on('confidential') ? { confidential: true as const } : {}),
      };
      switch (kind) {
        case 'assess':
          return { ...base, kind };
        case 'inform':
          return { ...base, kind, tells: 'gezien' };
        case 'wait':
          return { ...base, kind, waitsFor: 'iets', ...(on('reports') ? { reports: ['tester'] } : {}) };
        case 'handoff':
          return {
            ...base,
            kind,
            from,
            accept,
            ...(on('warm') ? { warm: true as const } : {}),
            ...(on('outside') ? { outside: true as const } : {}),
          };
      }
    });
}

function ruleStep(verder: Outcome, further: readonly Outcome[]): Step {
  const named = further.map(
    ({ when: _when, reason: _reason, by: _by, ...outcome }, at) => [`uitkomst-${at}`, outcome] as const,
  );
  return {
    kind: 'rule',
    label: 'Regel',
    rule: 'regel',
    version: '1',
    decides: named.map(([outcome], at) => ({ when: [{ code: 'code', in: [at === 0 ? 'a' : 'b'] }], outcome })),
    otherwise: 'verder',
    outcomes: { ...Object.fromEntries(named), verder },
  };
}

/** An outcome as this step can have it: attempts are counted where they are kept, and only a hand-off has a sender. */
function ownOf(step: Step, { when, by, ...outcome }: Outcome): Outcome {
  const kept = (when ?? []).filter((guard) => !('attempts' in guard) || (isHeld(step) && step.attempts === true));
  return {
    ...outcome,
    ...(kept.length === 0 ? {} : { when: kept }),
    ...(by !== undefined && step.kind === 'handoff' ? { by } : {}),
  };
}

const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((atMost) => ({ atMost })),
  fc.integer({ min: 1, max: 3 }).map((attempts) => ({ attempts })),
  fc.constant({ step: 'stap-0', outcome: ['verder', 'spoed'] }),
  fc.subarray(['a', 'b'], { minLength: 1 }).map((values) => ({ code: 'code', in: values })),
  fc.integer({ min: 1, max: 12 }).map((months) => ({ mark: 'geteld', oncePer: `P${months}M` as const })),
);

function randomOutcome(place: Place, index: number): fc.Arbitrary<Outcome> {
  return fc
    .record({
      to: randomTarget(place, index),
      when: fc.array(guard, { maxLength: 2 }),
      inform: fc.boolean(),
      extra: fc.subarray(['gives', 'mark', 'reason', 'link', 'by'] as const),
    })
    .map(({ to, when, inform, extra }) => ({
      label: 'Uitkomst',
      to,
      ...(when.length === 0 ? {} : { when }),
      ...(inform || canEnd(to) ? { inform: canEnd(to) ? 'klaar' : 'gezien' } : {}),
      ...(extra.includes('gives') ? { gives: ['overdracht'] as const } : {}),
      ...(extra.includes('mark') ? { mark: 'geteld' } : {}),
      ...(extra.includes('reason') ? { reason: 'required' as const } : {}),
      ...(extra.includes('link') ? { link: { type: 'parallel', chain: 'elders' } as const } : {}),
      ...(extra.includes('by') ? { by: 'sender' as const } : {}),
    }));
}

function canEnd(to: Target): boolean {
  if (typeof to === 'string') return false;
  return 'byKnob' in to ? Object.values(to.cases).some(canEnd) : 'end' in to;
}

/** Anywhere; but what the engine decides at once only leads on, so that it never goes round by itself. */
function randomTarget({ main, kinds, beside }: Place, index: number): fc.Arbitrary<Target> {
  const ahead = kinds[index] === 'rule' ? main.slice(index + 1) : main;
  const end = fc.constantFrom(...ENDINGS).map((ending) => ({ end: ending }));
  if (ahead.length === 0) return end;
  const step = fc.constantFrom(...ahead);
  const plain = fc.oneof(
    { weight: 3, arbitrary: step },
    { weight: 1, arbitrary: step.map((to) => ({ step: to, with: { spoed: 'ja' } })) },
    { weight: 1, arbitrary: end },
    { weight: 1, arbitrary: step.map((fallback) => ({ gap: 'ontbreekt', fallback })) },
  );
  const switched = fc.record({ aan: plain, uit: plain }).map((cases) => ({ byKnob: 'route', cases }));
  const several = fc
    .tuple(step, fc.subarray([...beside], { minLength: Math.min(1, beside.length) }))
    .map(([first, others]): Target => (others.length === 0 ? first : { all: [first, ...others] }));
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: switched },
    { weight: 1, arbitrary: several },
  );
}

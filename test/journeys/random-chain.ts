import fc from 'fast-check';
import type { AnyChain, HeldStep, Limit, Outcome, Step } from '../../src/language/define.ts';
import { heldStep, mainStep, type Place, ROLES } from './random-steps.ts';
import { ANCHORS, EVENTS, randomLength, randomTrigger } from './random-terms.ts';

const kinds = ['assess', 'handoff', 'inform', 'wait', 'rule'] as const;
const beginnings = ['beside', 'trigger', 'limit'] as const;
const goals = ['leave', 'each', 'end', 'into', 'join', 'two'] as const;

/** A branch beside the case's own: how it begins, and where it goes. */
interface Side {
  readonly begins: (typeof beginnings)[number];
  readonly goes: (typeof goals)[number];
}

/**
 * A valid chain with anything that the language can say: one to five steps on the case's own branch, up to three
 * branches beside it. `stap-0` is an assessment that keeps codes; `verder` leads from every step to the end.
 */
export const randomChain: fc.Arbitrary<AnyChain> = fc
  .record({
    others: fc.array(fc.constantFrom(...kinds), { maxLength: 4 }),
    sides: fc.array(fc.record({ begins: fc.constantFrom(...beginnings), goes: fc.constantFrom(...goals) }), {
      maxLength: 3,
    }),
  })
  .chain(({ others, sides }) => {
    const main = ['stap-0', ...others.map((_, index) => `stap-${index + 1}`)];
    const beside = sides.flatMap(({ begins }, index) => (begins === 'beside' ? [`tak-${index}`] : []));
    const place: Place = { main, kinds: ['assess', ...others], beside };
    return fc
      .record({
        steps: fc.tuple(...main.map((_, index) => mainStep(place, index))),
        branches: fc.tuple(...sides.map((side, index) => sideSteps(place, side, index))),
        limits: fc.tuple(...sides.map(() => randomLimit(main))),
        join: fc.integer({ min: 1, max: Math.max(1, main.length - 1) }),
        afterConsent: fc.subarray(main),
        route: fc.constantFrom('aan', 'uit'),
        parts: fc.subarray(['phases', 'payers', 'group', 'propose', 'inclusion', 'lapses'] as const),
      })
      .map(({ steps, branches, limits, join, parts, afterConsent, route }): AnyChain => {
        const own = Object.fromEntries(main.map((id, index) => [id, steps[index]!]));
        const begin = firstStep(own['stap-0'] as HeldStep, place, parts.includes('propose'));
        const all: Record<string, Step> = { ...own, 'stap-0': begin, ...Object.fromEntries(branches.flat()) };
        joinAt(all, main[join], sides);
        if (parts.includes('lapses')) lapse(all, main);
        return {
          ...named,
          knobs: { route: { options: ['aan', 'uit'], default: route, label: 'Route' } },
          entries: { huisarts: main },
          afterConsent,
          ...limitsOf(sides, limits),
          ...(parts.includes('phases') ? { phases: phasesOf(Object.keys(all)) } : {}),
          ...(parts.includes('payers') ? { payers } : {}),
          ...(parts.includes('inclusion')
            ? { inclusion: [{ label: 'Volwassen', minAge: 18, instead: 'Elders' }] }
            : {}),
          ...(parts.includes('group') ? groupOf(all, main) : {}),
          steps: all,
        };
      });
  });

const named = {
  id: 'willekeurig',
  version: 1,
  label: 'Willekeurig',
  published: false,
  roles: Object.fromEntries(ROLES.map((role) => [role, role])),
  endings: { klaar: 'Klaar', weg: 'Weg' },
  milestones: {
    gezien: { full: 'Gezien.', neutral: 'Iets gedaan.' },
    klaar: { full: 'Klaar.', neutral: 'Iets gedaan.' },
    'te-laat': { full: 'Te laat.', neutral: 'Nog niet gedaan.' },
  },
  reasons: { blik: 'Klinische blik' },
  anchors: ANCHORS,
  events: EVENTS,
  variants: { spoed: ['ja'] },
  marks: { geteld: 'Geteld' },
} as const;

const payers: NonNullable<AnyChain['payers']> = {
  version: '1',
  rules: [
    { payer: 'zvw', basis: 'Zvw', when: [{ code: 'code', in: ['a'] }], validFrom: '2020-01-01' },
    { payer: 'wpg', basis: 'Wpg', when: [{ step: 'stap-0', outcome: ['spoed'] }], validFrom: '2020-01-01' },
    { payer: 'gemeente', basis: 'SPUK', when: [], validFrom: '2020-01-01', validUntil: '2026-12-31' },
  ],
};

/** What makes everything else in the chain possible: codes, the variant, the mark, and the branches beside. */
function firstStep(step: HeldStep, { main, beside }: Place, proposes: boolean): Step {
  const onward = main[1] ?? 'stap-0';
  const spoed: Outcome = {
    label: 'Spoed',
    to: { step: onward, with: { spoed: 'ja' } },
    inform: 'gezien',
    mark: 'geteld',
  };
  const samen: Outcome = { label: 'Samen', to: { all: [onward, ...beside] } };
  return {
    ...step,
    kind: 'assess',
    form: 'begin',
    keeps: ['code', 'lijst'],
    missed: 'te-laat',
    ...(proposes ? { propose: 'voorstel', override: { reason: 'blik' } } : {}),
    outcomes: { ...step.outcomes, spoed, ...(beside.length === 0 ? {} : { samen }) },
  };
}

/** The one or two steps of a branch, with their ids. */
function sideSteps(place: Place, { begins, goes }: Side, index: number): fc.Arbitrary<[string, Step][]> {
  const held = place.main.filter((_, at) => place.kinds[at] !== 'rule');
  const step = fc
    .constantFrom('assess' as const, 'handoff' as const, 'wait' as const)
    .chain((kind) => heldStep(place, kind));
  return fc
    .record({
      first: step,
      second: step,
      trigger: randomTrigger(held),
      into: fc.constantFrom(...place.main),
      lapsesOn: fc.subarray([...held, ...Object.keys(EVENTS)]),
    })
    .map(({ first, second, trigger, into, lapsesOn }) => {
      const [head, tail] = [`tak-${index}`, `tak-${index}-b`];
      const done: Outcome = { label: 'Gedaan', to: { leave: true } };
      const ends: Outcome = { label: 'Klaar', to: { end: 'weg' }, inform: 'klaar' };
      const on = {
        leave: done,
        each: done,
        join: done,
        end: ends,
        into: { ...done, to: into },
        two: { ...done, to: tail },
      };
      const branch: Step = {
        ...first,
        ...(begins === 'trigger' ? { opens: trigger } : {}),
        ...(goes === 'each' ? { each: 'lijst' } : {}),
        ...(lapsesOn.length === 0 ? {} : { lapsesOn }),
        outcomes: { gedaan: on[goes] },
      };
      return goes === 'two'
        ? [
            [head, branch],
            [tail, { ...second, outcomes: { gedaan: done } }],
          ]
        : [[head, branch]];
    });
}

function randomLimit(main: readonly string[]): fc.Arbitrary<Omit<Limit, 'opens'>> {
  const step = fc.constantFrom(...main);
  return fc.record(
    { label: fc.constant('Grens'), from: step, until: step, within: randomLength },
    { requiredKeys: ['label', 'from', 'within'] },
  );
}

function limitsOf(sides: readonly Side[], limits: readonly Omit<Limit, 'opens'>[]): Pick<AnyChain, 'limits'> {
  const made = sides.flatMap(({ begins }, index) =>
    begins === 'limit' ? [[`grens-${index}`, { ...limits[index]!, opens: `tak-${index}` }] as const] : [],
  );
  return made.length === 0 ? {} : { limits: Object.fromEntries(made) };
}

/** The branches that are to come together with the case's own do so here; without a second step they are just done. */
function joinAt(steps: Record<string, Step>, id: string | undefined, sides: readonly Side[]): void {
  const heads = sides.flatMap(({ goes }, index) => (goes === 'join' ? [`tak-${index}`] : []));
  // What a rule or a terugkoppeling waits for may lapse by the clock, which then would end the case.
  if (id === undefined || heads.length === 0 || steps[id]?.kind === 'rule' || steps[id]?.kind === 'inform') return;
  steps[id] = { ...steps[id]!, join: ['main', ...heads] };
  for (const head of heads) {
    steps[head] = { ...steps[head]!, outcomes: { gedaan: { label: 'Gedaan', to: id } } };
  }
}

/** The last step of the case's own branch lapses when its first opens again. */
function lapse(steps: Record<string, Step>, main: readonly string[]): void {
  const last = main.at(-1) ?? 'stap-0';
  const step = steps[last]!;
  if (last !== 'stap-0' && step.kind !== 'rule') steps[last] = { ...step, lapsesOn: ['stap-0'] };
}

function phasesOf(ids: readonly string[]): NonNullable<AnyChain['phases']> {
  const half = Math.ceil(ids.length / 2);
  return {
    eerst: { label: 'Eerst', regie: 'tester', steps: ids.slice(0, half) },
    dan: { label: 'Dan', regie: ['coach', 'tester'], steps: ids.slice(half) },
  };
}

/** Makes the first wait the place where people wait for a group; `stap-0` gives a seat back. */
function groupOf(steps: Record<string, Step>, main: readonly string[]): Pick<AnyChain, 'group'> {
  const waits = main.find((id) => steps[id]?.kind === 'wait');
  const step = waits === undefined ? undefined : steps[waits];
  if (waits === undefined || step?.kind !== 'wait') return {};
  const n = { knob: 3, min: 2, max: 8, label: 'Deelnemers' };
  const vol: Outcome = { label: 'Vol', to: main.at(-1) ?? 'stap-0', group: 'joins' };
  steps[waits] = { ...step, ready: { waiting: 'kern', n }, outcomes: { 'groep-vol': vol, ...step.outcomes } };
  const begin = steps['stap-0']!;
  const terug: Outcome = { label: 'Terug', to: waits, group: 'leaves' };
  steps['stap-0'] = { ...begin, outcomes: { ...begin.outcomes, terug } };
  return { group: { waits, during: main.filter((id) => id !== waits), starts: 'start', ends: 'eind', leads: 'coach' } };
}

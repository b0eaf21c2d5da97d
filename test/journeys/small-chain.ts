import type { AnyChain, AssessStep, HandoffStep, Length, Outcome, Step, Target } from '../../src/language/define.ts';

/** Ten days from the opening, unless a test says otherwise. */
const TEN_DAYS: Length = { fixed: 'P10D', source: 'BRON' };

export function fixed(text: `P${string}` | `${number}wd`): Length {
  return { fixed: text, source: 'BRON' };
}

type Ways = Readonly<Record<string, Target | Outcome>>;

/** An assessment by the tester; an outcome is a target, or a whole outcome. */
export function step(outcomes: Ways, differs: Partial<AssessStep> = {}): AssessStep {
  return { kind: 'assess', label: 'Stap', by: 'tester', within: TEN_DAYS, outcomes: waysOf(outcomes), ...differs };
}

/** An offer by the tester to the coach, who has five days to accept. */
export function offer(outcomes: Ways, differs: Partial<HandoffStep> = {}): HandoffStep {
  return {
    kind: 'handoff',
    label: 'Overdracht',
    from: 'tester',
    by: 'coach',
    accept: fixed('P5D'),
    within: TEN_DAYS,
    outcomes: waysOf(outcomes),
    ...differs,
  };
}

/** A chain of which only the steps matter; every test says what it needs besides. */
export function smallChain(steps: Readonly<Record<string, Step>>, differs: Partial<AnyChain> = {}): AnyChain {
  return {
    id: 'klein',
    version: 1,
    label: 'Klein',
    published: false,
    roles: { huisarts: 'Huisarts', tester: 'Tester', coach: 'Coach' },
    endings: { klaar: 'Klaar', weg: 'Weg' },
    milestones: {
      gezien: { full: 'Gezien.', neutral: 'Iets gedaan.' },
      klaar: { full: 'Klaar.', neutral: 'Iets gedaan.' },
      'te-laat': { full: 'Te laat.', neutral: 'Nog niet gedaan.' },
    },
    reasons: { blik: 'Klinische blik' },
    knobs: {},
    anchors: { start: 'Begin', eind: 'Einde', geboorte: 'Geboorte' },
    entries: { huisarts: Object.keys(steps) },
    afterConsent: [],
    steps,
    ...differs,
  };
}

export const klaar = { end: 'klaar' } as const;

function waysOf(outcomes: Ways): Record<string, Outcome> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([id, way]) => [id, isOutcome(way) ? way : { label: id, to: way }]),
  );
}

function isOutcome(way: Target | Outcome): way is Outcome {
  return typeof way === 'object' && 'label' in way;
}

import type { Indicators } from '../../src/audit/indicators/indicators.ts';
import type { CaseStory, StoryHandoff, StoryOutcome, StoryStep } from '../../src/audit/story.ts';

/* Stories written by hand, for the figures: days count from the start of the case. */

const DAY = 24 * 3_600_000;
/** Monday 2 March 2026, 10:00 in Amsterdam. */
const START = Date.UTC(2026, 2, 2, 9);

export function onDay(day: number): number {
  return START + day * DAY;
}

export function madeStory(differs: Partial<CaseStory> = {}): CaseStory {
  const { endedAt = null } = differs;
  return {
    case: 'traject',
    resident: 'inwoner',
    chain: 'sociaal-verwijzen',
    version: 1,
    municipality: 'enschede',
    kern: null,
    referrer: { role: 'huisarts', organisation: 'praktijk' },
    startedAt: START,
    herinstroom: false,
    endedAt,
    ending: null,
    dropout: null,
    lastAt: endedAt ?? START,
    pauses: [],
    steps: [],
    outcomes: [],
    handoffs: [],
    gaps: [],
    links: [],
    informed: [],
    ...differs,
  };
}

export function madeStep(differs: Partial<StoryStep> = {}): StoryStep {
  return {
    step: 'intake',
    round: 1,
    role: 'sociaal-verwijzer',
    openedAt: START,
    dueAt: onDay(10),
    takenAt: null,
    endedAt: null,
    end: null,
    outcome: null,
    escalations: 0,
    overridden: false,
    ...differs,
  };
}

export function madeOffer(differs: Partial<StoryHandoff> = {}): StoryHandoff {
  return {
    step: 'overdracht',
    from: 'sociaal-verwijzer',
    to: 'aanbieder',
    fromOrganisation: 'welzijn',
    toOrganisation: 'sportclub',
    offeredAt: START,
    answer: null,
    answeredAt: null,
    reason: null,
    expiredAt: null,
    warmAt: null,
    ...differs,
  };
}

/** `step.outcome` on a day. */
export function came(name: string, day: number, how: StoryOutcome['how'] = 'decided'): StoryOutcome {
  const [step = '', outcome = ''] = name.split('.');
  return { step, outcome, at: onDay(day), how, reason: null, kept: {} };
}

/** A chain of which the help begins, is completed, and is measured once more. */
export const madeIndicators: Indicators = {
  version: 1,
  contact: { from: ['aanmelden.gedaan'], by: ['contact.bereikt'], source: 'aanname' },
  activity: { begins: ['hulp.begonnen'], stops: ['hulp.gestopt'], says: 'de hulp is begonnen', source: 'aanname' },
  durable: {
    says: 'Het houdt stand.',
    source: 'aanname',
    measures: { 'meting.goed': 'ja', 'meting.slecht': 'nee', 'meting.geen-antwoord': 'onbekend' },
    needs: ['hulp.afgerond'],
    due: [{ after: ['hulp.begonnen'], days: 100 }],
    backWithin: 365,
  },
  reach: [{ id: 'gemeten', label: 'Gemeten', by: ['meting.goed', 'meting.slecht'], norm: 0.1, source: 'aanname' }],
  endings: {
    afgerond: { completes: true, durable: 'gemeten' },
    'niet-bereikt': { completes: false, durable: 'nee' },
    uitval: { completes: false, durable: 'nee' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};

/* What the routes of the audit answer, as examples in the document. */

const shown = { value: 41, lower: 37, upper: 46 };
const hidden = { suppressed: true };
const lengths = {
  unit: 'days',
  p25: { value: 20, lower: 18, upper: 23 },
  median: shown,
  p75: hidden,
  p90: { value: null, lower: null, upper: null },
  endedBy: { '7': { value: 0.09, lower: 0.06, upper: 0.13 }, '14': hidden },
};

/** One item of each route, as it may look. */
export const exampleItems = {
  flow: { chain: 'valpreventie', label: 'Valpreventie', in: 214, herinstroom: hidden, out: 187, open: 96 },
  durations: {
    chain: 'valpreventie',
    label: 'Valpreventie',
    n: 214,
    ended: 187,
    running: 27,
    gross: lengths,
    net: { ...lengths, endedBy: {} },
  },
  bottlenecks: {
    chain: 'valpreventie',
    step: 'valrisicotest',
    label: 'Valrisicotest',
    role: 'Geschoold tester',
    waiting: 31,
    overdue: hidden,
    overdueShare: hidden,
    age: { median: shown, p90: hidden },
    silence: { median: shown, p90: hidden },
    due: 120,
    withinTerm: { value: 0.82, lower: 0.74, upper: 0.88 },
    lost: { gross: 2.4, net: 2.1 },
    waitingDays: { median: shown, p90: hidden },
    handlingDays: { median: shown, p90: hidden },
    again: 0,
  },
  handoffs: {
    chain: 'valpreventie',
    from: 'tester',
    to: 'huisarts',
    label: 'Van Geschoold tester naar Huisarts',
    offered: 88,
    accepted: 71,
    declined: hidden,
    declinedBy: [{ reason: 'geen-plek', label: 'Geen plek', count: hidden }],
    expired: 0,
    warm: 0,
    toAcceptance: lengths,
  },
  outcomes: {
    chain: 'valpreventie',
    label: 'Valpreventie',
    ended: 187,
    endings: [{ ending: 'laag', label: 'Laag valrisico, advies gegeven', count: 114 }],
    dropout: [{ reason: 'te-ver', label: 'Het is te ver voor de inwoner', count: hidden }],
    started: 214,
    durable: { ja: 34, nee: 59, onbekend: 64, 'nog-niet': 57 },
    reach: [
      {
        id: 'valrisico-ingeschat',
        label: 'Valrisico ingeschat',
        count: 163,
        norm: 0.14,
        share: { value: null, lower: null, upper: null },
        of: null,
        source: null,
        date: null,
      },
    ],
  },
  links: {
    kind: 'link',
    from: 'sociaal-verwijzen',
    to: 'vngg',
    type: 'deel-intake',
    label: 'Met één intake: van Sociaal Verwijzen naar VnGG',
    opened: 24,
    bothRunning: 15,
    closed: hidden,
  },
  conformance: {
    kind: 'ketengat',
    chain: 'valpreventie',
    gap: 'geen-organisatie',
    label: 'Er is hier geen organisatie voor deze stap',
    count: 41,
    municipality: 'borne',
  },
  kerncijfers: {
    id: 'verwijzingen',
    label: 'Verwijzingen',
    definition: 'Alle trajecten die begonnen, ook van mensen die terugkwamen.',
    chain: 'alle',
    unit: 'aantal',
    value: 1197,
    lower: null,
    upper: null,
    n: 1197,
    notYet: 0,
    unknown: 0,
  },
} as const;

/** An answer with one item. */
export function exampleFigures(item: unknown): unknown {
  return {
    asOf: '2026-11-22T13:00:00.000Z',
    release: '2026-11-22',
    period: '2025',
    municipality: null,
    definitions: [{ id: 'instroom', version: 1, text: 'Alle trajecten die begonnen.' }],
    items: [item],
  };
}

import { randomUUID } from 'node:crypto';
import { everyone } from '../walks/people.ts';

/**
 * Contract 5, written down by hand: who may do what. Nothing of this is read from src/access/permit.ts, so that a
 * rule that changes there is noticed here.
 */
export const relations = [
  'regie',
  'holder',
  'sender',
  'referrer',
  'colleague',
  'deputy',
  'offered',
  'contributor',
  'resident',
  'coordinator',
] as const;
/**
 * `referrer` has the role that referred; a `colleague` of the practice sees the same, and does nothing. A `deputy` may
 * do a step as well, in another role than that for which it was opened.
 */
export type Relation = (typeof relations)[number];

interface CaseRoute {
  /** Who gets past the door. Others who see the case hear 403; for whoever does not see it, there is nothing: 404. */
  readonly may: readonly Relation[];
  /** A body that is well formed and that no case can do anything with, so that nothing changes. */
  readonly body?: object;
  /** What who gets past the door is told about that body; 200 where nothing is said. */
  readonly told?: readonly number[];
  /** Changes something, with another telephone number and the version that was fetched; everyone waits for the one before. */
  readonly fresh?: true;
}

const care: readonly Relation[] = [
  'regie',
  'holder',
  'sender',
  'referrer',
  'colleague',
  'deputy',
  'offered',
  'contributor',
];
const work: readonly Relation[] = ['regie', 'holder', 'sender'];
const nowhere = `${randomUUID()}.valrisicotest.1`;
const at = '2026-01-05T10:00:00Z';

/** Every route with a case in it. */
export const caseRoutes: Readonly<Record<string, CaseRoute>> = {
  'GET /cases/{id}': { may: relations },
  'GET /cases/{id}/actions': { may: [...care, 'coordinator'] },
  'GET /cases/{id}/trail': { may: [...care, 'resident'] },
  'GET /cases/{id}/forms': { may: care },
  'GET /cases/{id}/questions': { may: care },
  'GET /cases/{id}/versions': { may: ['regie'] },
  'GET /cases/{id}/consents': { may: [...work, 'referrer', 'colleague', 'resident'] },
  'POST /cases/{id}/decisions': {
    may: [...work, 'deputy', 'offered'],
    body: { openStep: nowhere, outcome: 'x' },
    told: [409],
  },
  'POST /cases/{id}/assignments': {
    may: [...work, 'deputy', 'offered', 'coordinator'],
    body: { openStep: nowhere, practitioner: 'me' },
    told: [409],
  },
  'POST /cases/{id}/attempts': {
    may: [...work, 'deputy'],
    body: { openStep: nowhere, at, channel: 'brief', result: 'bereikt' },
    told: [409],
  },
  'POST /cases/{id}/pauses': { may: ['regie'], body: { reason: 'ziekte', until: '2001-01-01' }, told: [422] },
  'POST /cases/{id}/resumptions': { may: ['regie'], body: {}, told: [409] },
  // Before anybody else did something, who referred may take the referral back; afterwards that is 403 for them.
  'POST /cases/{id}/withdrawal': {
    may: ['regie', 'referrer'],
    body: { reason: { code: 'bestaat-niet' } },
    told: [422, 403],
  },
  'POST /cases/{id}/events': {
    may: [...work, 'offered', 'referrer'],
    body: { event: 'bestaat-niet', at },
    told: [422],
  },
  'POST /cases/{id}/links': {
    may: ['regie'],
    body: { type: 'zelfde-gezin', case: randomUUID() },
    told: [422],
  },
  'POST /cases/{id}/version': { may: ['regie'], body: { to: 99 }, told: [422] },
  'POST /cases/{id}/questions': {
    may: [...work, 'referrer', 'contributor'],
    body: { text: 'x', to: { organisation: randomUUID() } },
    told: [422],
  },
  // Who can be asked something is told that nothing was; of whom no question can be it is not.
  'POST /cases/{id}/questions/{q}/answer': {
    may: [...work, 'referrer', 'colleague', 'contributor'],
    body: { text: 'x' },
    told: [409],
  },
  'POST /cases/{id}/consents': {
    may: [...work, 'referrer'],
    body: { purpose: 'overdracht', given: true, by: 'inwoner', at: '2199-01-01T00:00:00Z' },
    told: [422],
  },
  'POST /cases/{id}/corrections': {
    may: [...work, 'referrer', 'colleague', 'contributor'],
    body: { seq: 999_999, reason: 'vergissing' },
    told: [409, 422],
  },
  'PATCH /cases/{id}/resident': {
    may: ['regie', 'referrer'],
    fresh: true,
  },
};

interface RoleRoute {
  /** Who is told what; for everyone else it is not there. */
  readonly told: readonly (readonly [who: readonly string[], status: number])[];
  readonly else: 404 | 403 | 200;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const all = everyone.map(({ handle }) => handle);
const watchers = ['ketencoordinator', 'regiocoordinator'];
const outsiders = ['inwoner', 'beheerder', ...watchers];
/** Everyone who works with residents. */
const carers = all.filter((handle) => !outsiders.includes(handle));

/** Every route without a case in it. Bodies are empty: who gets past the door hears that something is missing. */
export const roleRoutes: Readonly<Record<string, RoleRoute>> = {
  'POST /referrals': { told: [[[...carers, 'inwoner'], 422]], else: 403, body: {} },
  'POST /invitations': { told: [[carers, 422]], else: 403, body: {} },
  'GET /invitations': { told: [[carers, 200]], else: 404 },
  'GET /referrals': { told: [[carers, 200]], else: 404 },
  'POST /referrals/search': { told: [[carers, 422]], else: 404, body: {} },
  'GET /worklist': { told: [[[...carers, 'ketencoordinator'], 200]], else: 404 },
  'GET /notices': { told: [[carers, 200]], else: 404 },
  'POST /assignments': { told: [[carers, 422]], else: 404, body: {} },
  'GET /me/cases': { told: [[['inwoner'], 200]], else: 404 },
  'GET /offers': { told: [[[...carers, ...watchers], 200]], else: 404 },
  'GET /offers/{offer}': { told: [[[...carers, ...watchers], 200]], else: 404 },
  'PATCH /offers/{offer}': {
    told: [
      [['fysio'], 412],
      [[...carers, ...watchers], 403],
    ],
    else: 404,
    body: { room: 'wachtlijst' },
    headers: { 'if-match': '"anders"' },
  },
  'GET /audit/flow': { told: [[watchers, 422]], else: 404 },
  'GET /audit/durations': { told: [[watchers, 422]], else: 404 },
  'GET /audit/bottlenecks': { told: [[watchers, 422]], else: 404 },
  'GET /audit/handoffs': { told: [[watchers, 422]], else: 404 },
  'GET /audit/outcomes': { told: [[watchers, 422]], else: 404 },
  'GET /audit/links': { told: [[watchers, 422]], else: 404 },
  'GET /audit/conformance': { told: [[watchers, 422]], else: 404 },
  'GET /audit/kerncijfers': { told: [[watchers, 422]], else: 404 },
  'GET /audit/log': { told: [[watchers, 422]], else: 404 },
  'GET /audit/releases': { told: [[watchers, 200]], else: 404 },
  'GET /groups/waiting': { told: [[['valpreventie-coordinator'], 200]], else: 404 },
  'GET /groups': { told: [[['valpreventie-coordinator', 'fysio'], 200]], else: 404 },
  'POST /groups': {
    told: [
      [['valpreventie-coordinator'], 422],
      [['fysio'], 403],
    ],
    else: 404,
    body: {},
  },
  'GET /groups/{group}': { told: [[['valpreventie-coordinator', 'fysio'], 200]], else: 404 },
  'POST /groups/{group}/changes': {
    told: [
      [['valpreventie-coordinator'], 422],
      [['fysio'], 403],
    ],
    else: 404,
    body: {},
  },
  'GET /chains': { told: [], else: 200 },
  'GET /chains/{chain}': { told: [], else: 200 },
  'GET /chains/{chain}/diagram': { told: [], else: 200 },
  'GET /chains/{chain}/praktijkkaart?municipality=enschede': { told: [], else: 200 },
  'GET /me': { told: [], else: 200 },
  'GET /me/access-log': { told: [[['inwoner'], 200]], else: 404 },
  'GET /orphans': { told: [[['beheerder'], 200]], else: 404 },
  'POST /dev/clock': { told: [[['beheerder'], 422]], else: 404, body: {} },
};

/** What anybody may read, also without a token. */
export const openRoutes: readonly string[] = [
  'GET /openapi.json',
  'GET /docs',
  'GET /problems',
  'GET /problems/{code}',
  'GET /health',
  'GET /ready',
  'GET /metrics',
];

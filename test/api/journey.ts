import { expect } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { hoog, laag, matig, referral } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';

export interface Stood {
  readonly id: string;
  /** The step that stands open. */
  readonly openStep: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- the body as the test sent it
  readonly referral: Record<string, any>;
}

type Way = readonly [step: string, body: object, who?: string];

const toConsentMatig: readonly Way[] = [['valrisicotest', { outcome: 'matig', form: matig }]];
const toConsentHoog: readonly Way[] = [['valrisicotest', { outcome: 'hoog', form: hoog }]];
const toHuisarts: readonly Way[] = [...toConsentHoog, ['toestemming-hoog', { outcome: 'digitaal' }]];
const toContact: readonly Way[] = [...toConsentHoog, ['toestemming-hoog', { outcome: 'brief' }]];
const toOffer: readonly Way[] = [
  ...toHuisarts,
  ['huisarts-beeld', { outcome: 'voldoende' }, 'huisarts'],
  ['bespreken-interventies', { outcome: 'beweeg', form: {} }, 'huisarts'],
  ['onderliggend-lijden', { outcome: 'ja' }, 'huisarts'],
];

/** Who decides what until a step stands open; the tester unless said otherwise. */
const WAYS = {
  valrisicotest: [],
  'laag-advies': [['valrisicotest', { outcome: 'laag', form: laag }]],
  'toestemming-matig': toConsentMatig,
  'aanmelden-matig': [...toConsentMatig, ['toestemming-matig', { outcome: 'ja' }]],
  'wachtlijst-kern': [
    ...toConsentMatig,
    ['toestemming-matig', { outcome: 'ja' }],
    ['aanmelden-matig', { outcome: 'gedaan' }],
  ],
  'toestemming-hoog': toConsentHoog,
  'huisarts-contact': toContact,
  'nabellen-tester': [...toContact, ['huisarts-contact', { outcome: 'niet' }]],
  'huisarts-beeld': toHuisarts,
  valrisicobeoordeling: [...toHuisarts, ['huisarts-beeld', { outcome: 'onvoldoende' }, 'huisarts']],
  'otago-verwijzing': toOffer,
  'otago-intake': [...toOffer, ['otago-verwijzing', { outcome: 'geaccepteerd' }, 'fysio']],
} as const satisfies Record<string, readonly Way[]>;
export type Step = keyof typeof WAYS;

/** A case of `huisarts` in Enschede, brought to a step through the API. */
export async function caseAt(suite: Suite, step: Step, over: Record<string, unknown> = {}): Promise<Stood> {
  const body = referral(over);
  const made = await suite.api('huisarts', 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  return { ...(await broughtTo(suite, made.json.id, step)), referral: body };
}

/** A case that has just been referred, brought to a step. */
export async function broughtTo(suite: Suite, id: string, step: Step): Promise<Omit<Stood, 'referral'>> {
  const ways: readonly Way[] = WAYS[step];
  for (const [at, decision, who = 'tester'] of ways) {
    const done = await decide(suite, who, id, { openStep: await openStepOf(suite, id, at), ...decision });
    expect(done.status, done.text).toBe(200);
  }
  return { id, openStep: await openStepOf(suite, id, step) };
}

/** The open step as the referrer is shown it. */
export async function openStepOf(suite: Suite, id: string, step: string): Promise<string> {
  const seen = await suite.api('huisarts', 'GET', `/cases/${id}`);
  const found = seen.json.openSteps.find((open: { step: string }) => open.step === step);
  expect(found, seen.text).toBeDefined();
  return found.id;
}

export function decide(
  suite: Suite,
  user: string,
  id: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return suite.api(user, 'POST', `/cases/${id}/decisions`, body, headers);
}

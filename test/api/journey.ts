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

type Step =
  | 'valrisicotest'
  | 'laag-advies'
  | 'toestemming-matig'
  | 'aanmelden-matig'
  | 'wachtlijst-kern'
  | 'huisarts-beeld';

const WAYS: Record<Step, readonly (readonly [step: string, body: object])[]> = {
  valrisicotest: [],
  'laag-advies': [['valrisicotest', { outcome: 'laag', form: laag }]],
  'toestemming-matig': [['valrisicotest', { outcome: 'matig', form: matig }]],
  'aanmelden-matig': [
    ['valrisicotest', { outcome: 'matig', form: matig }],
    ['toestemming-matig', { outcome: 'ja' }],
  ],
  'wachtlijst-kern': [
    ['valrisicotest', { outcome: 'matig', form: matig }],
    ['toestemming-matig', { outcome: 'ja' }],
    ['aanmelden-matig', { outcome: 'gedaan' }],
  ],
  'huisarts-beeld': [['valrisicotest', { outcome: 'hoog', form: hoog }]],
};

/** A case of `huisarts` in Enschede, brought to a step through the API. */
export async function caseAt(suite: Suite, step: Step, over: Record<string, unknown> = {}): Promise<Stood> {
  const body = referral(over);
  const made = await suite.api('huisarts', 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  const { id } = made.json;
  for (const [at, decision] of WAYS[step]) {
    const done = await decide(suite, 'tester', id, { openStep: await openStepOf(suite, id, at), ...decision });
    expect(done.status, done.text).toBe(200);
  }
  return { id, openStep: await openStepOf(suite, id, step), referral: body };
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

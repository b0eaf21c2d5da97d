import { expect } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { stateOf } from '../harness/cases.ts';
import { consent, resident } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';

export const SOCIAL = 'sociaal-verwijzen';
export const eenzaam = {
  hoofdreden: 'eenzaamheid',
  lichaamsfuncties: 6,
  mentaalWelbevinden: 4.5,
  zingeving: 5,
  kwaliteitVanLeven: 5,
  meedoen: 3.5,
  dagelijksLeven: 7,
  cijfer: 5,
  huisartsbezoeken: 4,
};
export const sv = 'sociaal-verwijzer';
const WAY = [
  ['eerste-contact', { outcome: 'bereikt' }],
  ['intake', { outcome: 'passend', form: eenzaam }],
  ['afweging', { outcome: 'geen' }],
] as const;

/** A case of `huisarts` in Sociaal Verwijzen, at the choice of an activity, or at the step that is named. */
export async function socialCase(
  suite: Suite,
  { at = 'aanbod', who = resident() }: { readonly at?: string; readonly who?: Record<string, unknown> } = {},
): Promise<string> {
  const body = { chain: SOCIAL, municipality: 'enschede', resident: who, consent: consent() };
  const made = await suite.api('huisarts', 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  for (const [step, decision] of WAY) {
    if (step === at) break;
    await done(suite, sv, made.json.id, step, decision);
  }
  return made.json.id;
}

/** Decides on the step of this name that stands open, whatever comes of it. */
export async function tries(suite: Suite, user: string, id: string, step: string, decision: object): Promise<Answer> {
  const openStep = await opened(suite, id, step);
  return decide(suite, user, id, { openStep, ...decision });
}

export async function done(suite: Suite, user: string, id: string, step: string, decision: object): Promise<Answer> {
  const answer = await tries(suite, user, id, step, decision);
  expect(answer.status, answer.text).toBe(200);
  return answer;
}

export async function opened(suite: Suite, id: string, step: string): Promise<string> {
  const found = (await stateOf(suite, id)).open.find((each) => each.step === step);
  if (found === undefined) throw new Error(`${step} is not open`);
  return found.id;
}

import { expect } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays } from '../../src/engine/calendar/local-date.ts';
import type { Answer } from '../harness/api.ts';
import type { Suite } from '../harness/suite.ts';

export type Verb =
  | 'decisions'
  | 'assignments'
  | 'attempts'
  | 'pauses'
  | 'resumptions'
  | 'withdrawal'
  | 'events'
  | 'consents'
  | 'corrections'
  | 'questions'
  | 'links'
  | 'version';

export function change(
  suite: Suite,
  user: string,
  id: string,
  verb: Verb,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return suite.api(user, 'POST', `/cases/${id}/${verb}`, body, headers);
}

/** The local day so many days from now. */
export function dayFrom(suite: Suite, days: number): string {
  return addDays(localDateOf(suite.clock.now()), days);
}

export interface Listed {
  readonly action: string;
  readonly openStep?: string;
  readonly step?: string;
  readonly allowed: boolean;
  readonly why?: { readonly code: string; readonly detail: string };
  readonly outcomes?: readonly { readonly id: string; readonly allowed: boolean; readonly reasons?: object[] }[];
  readonly reasons?: readonly { readonly code: string }[];
  readonly candidates?: readonly { readonly organisation: string; readonly municipality: string }[];
  readonly to?: readonly { readonly role: string; readonly organisation: string }[];
  readonly purposes?: readonly { readonly id: string; readonly given: boolean }[];
  readonly types?: readonly { readonly id: string }[];
  readonly seq?: number;
  readonly events?: readonly { readonly id: string; readonly allowed: boolean; readonly of?: readonly string[] }[];
}

export async function actionsOf(suite: Suite, user: string, id: string): Promise<readonly Listed[]> {
  const answer = await suite.api(user, 'GET', `/cases/${id}/actions`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}

export async function trailOf(suite: Suite, user: string, id: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await suite.api(user, 'GET', `/cases/${id}/trail`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}

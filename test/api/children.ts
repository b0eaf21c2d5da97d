import { expect } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays, addYears } from '../../src/engine/calendar/local-date.ts';
import type { Answer } from '../harness/api.ts';
import { resident } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';

/** The birth date of who turns so old, so many days from today. */
export function turning(suite: Suite, years: number, days = 0): string {
  return addYears(addDays(localDateOf(suite.clock.now()), days), -years);
}

export const consentBy = (by: string): object => ({ given: true, at: '2026-01-05T10:00:00Z', by });

/** A referral into KnGG by the jeugdarts: a child with this birth date, and consent of whoever gives it. */
export function child(birthDate: string, by: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  const begin = { outcome: 'in-doelgroep', form: { ggr: 'matig' } };
  const whom = { resident: resident({ birthDate }), consent: consentBy(by) };
  return { chain: 'kngg', municipality: 'enschede', ...begin, ...whom, ...over };
}

export const referChild = (suite: Suite, ...said: Parameters<typeof child>): Promise<Answer> =>
  suite.api('jeugdarts', 'POST', '/referrals', child(...said));

/** The case of a child, at the first contact of the czv. */
export async function childCase(suite: Suite, ...said: Parameters<typeof child>): Promise<string> {
  const made = await referChild(suite, ...said);
  expect(made.status, made.text).toBe(201);
  return made.json.id;
}

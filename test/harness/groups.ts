import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDays, type LocalDate } from '../../src/engine/calendar/local-date.ts';
import { referral } from './residents.ts';
import type { Suite } from './suite.ts';

/** Physiotherapists of the demo region who may lead a group: in Enschede and in Borne. */
export const SCHAKEL = '277e78db-b90f-45fc-a62e-880fd06532f6';
export const STIFTJE = '0e512ad1-f2bf-4c67-83ec-0f1512516bfe';

/** A local day so many days from now. */
export function inDays(days: number): LocalDate {
  return addDays(localDateOf(Date.now()), days);
}

/** A resident on the waiting list of a kern: the tester registers them there. */
export async function waiting(on: Pick<Suite, 'api'>, over: Record<string, unknown> = {}): Promise<string> {
  const body = referral({ kern: 'glanerbrug', entry: 'aanmelden-matig', ...over });
  const made = await on.api('tester', 'POST', '/referrals', body);
  if (made.status !== 201) throw new Error(`nobody waits: ${made.status} ${made.text}`);
  return made.json.id;
}

export function waitingAll(
  on: Pick<Suite, 'api'>,
  count: number,
  over: Record<string, unknown> = {},
): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => waiting(on, over)));
}

/** A group in Glanerbrug that starts in four weeks and ends twelve weeks later. */
export function groupOf(cases: readonly string[], over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    chain: 'valpreventie',
    area: { municipality: 'enschede', kern: 'glanerbrug' },
    organisation: SCHAKEL,
    startsOn: inDays(28),
    endsOn: inDays(112),
    cases,
    ...over,
  };
}

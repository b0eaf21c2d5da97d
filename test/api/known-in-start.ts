import type { Answer } from '../harness/api.ts';
import { bsn, consent, resident } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';

/** The chain whose existence is confidential. */
export const START = 'kansrijke-start';

export interface Person {
  readonly full: Record<string, unknown>;
  /** As another practice would name them: enough to be found, and no more. */
  readonly given: Record<string, unknown>;
  readonly family: string;
}

/** Digits do not count in a name. */
function letters(): string {
  return Array.from({ length: 12 }, () => 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(Math.random() * 26))).join('');
}

export function person(over: Record<string, unknown> = {}): Person {
  const full = resident({ bsn: bsn(), email: 'iemand@voorbeeld.example', houseNumber: '12', ...over });
  const name = { given: 'Noor', family: `Persoon${letters()}` };
  const { birthDate, postalCode, houseNumber } = full;
  return { full: { ...full, name }, given: { name, birthDate, postalCode, houseNumber }, family: name.family };
}

export const bodyOf = (chain: string, who: Record<string, unknown>, over: object = {}): Record<string, unknown> => ({
  chain,
  municipality: 'enschede',
  resident: who,
  consent: consent(),
  ...(chain === START ? { entry: 'aanmelden-phb', outcome: 'aangemeld', form: { contact: 'telefoon' } } : {}),
  ...over,
});

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NOT_OURS = new Set(['date', 'x-request-id', 'etag']);

/** An answer up to ids (numbered as they come), moments, and the name of the person. */
export function bare({ status, text, headers }: Answer, family: string): object {
  const ids = new Map<string, string>();
  const plain = (value: string): string =>
    value
      .replaceAll(ID, (id) => ids.get(id) ?? (ids.set(id, `id-${ids.size + 1}`), `id-${ids.size}`))
      .replaceAll(MOMENT, 'moment')
      .replaceAll(/"pseudonym":"[\w-]+"/g, '"pseudonym":"eigen"')
      .replaceAll(family, 'Familie');
  const kept = [...headers].filter(([name]) => !NOT_OURS.has(name) && !name.includes('ratelimit'));
  return {
    status,
    text: plain(text),
    headers: kept.map(([name, value]) => [name, name === 'traceparent' ? '' : plain(value)]),
  };
}

/** Somebody whom the midwife has registered, with all that is known of them. */
export async function knownIn(suite: Suite): Promise<Person & { readonly case: string }> {
  const one = person();
  const made = await suite.api('verloskundige', 'POST', '/referrals', bodyOf(START, one.full));
  if (made.status !== 201) throw new Error(`not registered: ${made.status} ${made.text}`);
  return { ...one, case: made.json.id };
}

import { createHmac } from 'node:crypto';
import type { KeyRing } from '../platform/crypto/keyring.ts';

/** Words that mean nothing here: who reads one over a shoulder learns nothing. */
const WORDS = [
  'anker',
  'beuk',
  'dijk',
  'duin',
  'eik',
  'fiets',
  'gras',
  'haven',
  'iep',
  'kade',
  'klok',
  'lamp',
  'linde',
  'molen',
  'nest',
  'noot',
  'paard',
  'plein',
  'raam',
  'rivier',
  'schip',
  'spoor',
  'steen',
  'tafel',
  'toren',
  'tuin',
  'veld',
  'vlag',
  'wilg',
  'wolk',
  'zand',
  'zeil',
] as const;

/** What is confirmed: by whom, in which case. */
interface Confirmed {
  readonly case: string;
  readonly user: string;
  readonly what: string;
}

/** The words to repeat, the same for one person in one case on one local day. Nothing has to be kept for that. */
export function confirmationOf(
  ring: Pick<KeyRing, 'lookup'>,
  { case: id, user, what }: Confirmed,
  day: string,
): string {
  const bytes = createHmac('sha256', ring.lookup)
    .update(JSON.stringify(['confirmation', id, user, what, day]))
    .digest();
  return [...bytes.subarray(0, 3)].map((byte) => WORDS[byte % WORDS.length]).join('-');
}

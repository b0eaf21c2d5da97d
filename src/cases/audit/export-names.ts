import type { KeyRing } from '../../platform/crypto/keyring.ts';
import { pseudonymFor } from '../../platform/crypto/pseudonym.ts';
import type { ExportPeriod } from './export-request.ts';

/** How one recipient knows people, cases and organisations in one period. Each kind has a sign of its own. */
export interface ExportNames {
  readonly person: (id: string) => string;
  readonly case: (id: string) => string;
  readonly organisation: (id: string) => string;
}

/**
 * Under a key of this recipient and period alone: asked again they are the same, and two recipients, or two periods,
 * cannot be laid side by side. How the recipient's name is spaced and capitalised makes no difference.
 */
export function exportNames(
  ring: Pick<KeyRing, 'lookup'>,
  { recipient, from, until }: ExportPeriod & { readonly recipient: string },
): ExportNames {
  const who = recipient.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const key = JSON.stringify(['export-log', who, from, until]);
  const named =
    (sign: string) =>
    (id: string): string =>
      `${sign}-${pseudonymFor(ring, key, `${sign}:${id}`)}`;
  return { person: named('p'), case: named('t'), organisation: named('o') };
}

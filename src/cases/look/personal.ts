import { z } from 'zod';
import type { Subject } from '../../access/subject.ts';
import type { KeyRing, NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson, unwrapPersonKey } from '../../platform/crypto/person-key.ts';
import { pseudonymFor } from '../../platform/crypto/pseudonym.ts';
import type { CaseContext } from '../context.ts';
import { ageBandOn } from '../resident/age.ts';
import type { Personal } from './case-view.ts';

interface Sealed {
  readonly resident: string;
  readonly wrapped_key: Buffer | null;
  readonly identity: Buffer | null;
  readonly details?: Buffer | null;
}

const identity = z.record(z.string(), z.unknown());
const details = z.object({ reference: z.string().optional(), note: z.string().optional() });

/** The data key of a resident; null once it has been destroyed (erasure). */
export function personKeyOf(ring: KeyRing, sealed: Sealed): NamedKey | null {
  return sealed.wrapped_key === null ? null : unwrapPersonKey(ring, sealed.resident, sealed.wrapped_key);
}

/** Who reads, as far as it decides by what number a person is named. */
export interface Reader {
  readonly organisation: string | null;
  /** The law lets this organisation process the BSN. */
  readonly bsnAllowed: boolean;
}

export async function readerOf(
  { directory }: Pick<CaseContext, 'directory'>,
  { organisation }: Pick<Subject, 'organisation'>,
): Promise<Reader> {
  return { organisation, bsnAllowed: organisation !== null && (await directory.mayHaveBsn(organisation)) };
}

const stranger: Reader = { organisation: null, bsnAllowed: false };

/** What is shown where nothing covers that the person is. */
export const nobody: Personal = { identity: null, reference: null };

/**
 * What is personal in a case, opened for this one answer. An organisation that may have the BSN is given it; any other
 * gets a pseudonym that is its own. After erasure there is nothing to open.
 */
export function openPersonal(ring: KeyRing, sealed: Sealed, reader: Reader = stranger): Personal {
  const key = personKeyOf(ring, sealed);
  if (key === null || sealed.identity === null) return nobody;
  const { name, birthDate, bsn, ...shown } = identity.parse(
    JSON.parse(openForPerson(sealed.identity, key, 'identity').toString()),
  );
  const opened = sealed.details
    ? details.parse(JSON.parse(openForPerson(sealed.details, key, 'details').toString()))
    : {};
  const number = numberFor(ring, sealed.resident, bsn, reader);
  return { identity: { name, birthDate, ...number, ...shown }, reference: opened.reference ?? null };
}

function numberFor(
  ring: KeyRing,
  resident: string,
  bsn: unknown,
  { organisation, bsnAllowed }: Reader,
): { readonly bsn?: unknown; readonly pseudonym?: string } {
  if (organisation === null) return {};
  if (bsnAllowed && bsn !== undefined) return { bsn };
  return { pseudonym: pseudonymFor(ring, organisation, resident) };
}

const place = z.object({ postalCode: z.string().optional(), birthDate: z.string() });

/** As much of a person as an offer tells: PC4 and age band on a local day (YYYY-MM-DD). */
export function onOffer({ identity: whole }: Personal, day: string): Personal {
  if (whole === null) return { identity: null, reference: null };
  const { postalCode, birthDate } = place.parse(whole);
  return { identity: { pc4: postalCode?.slice(0, 4) ?? null, ageBand: ageBandOn(birthDate, day) }, reference: null };
}

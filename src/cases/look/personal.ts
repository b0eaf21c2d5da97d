import { z } from 'zod';
import type { KeyRing, NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson, unwrapPersonKey } from '../../platform/crypto/person-key.ts';
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

/** What is personal in a case, opened for this one answer. After erasure there is nothing to open. */
export function openPersonal(ring: KeyRing, sealed: Sealed): Personal {
  const key = personKeyOf(ring, sealed);
  if (key === null || sealed.identity === null) return { identity: null, reference: null };
  const { name, birthDate, ...rest } = identity.parse(
    JSON.parse(openForPerson(sealed.identity, key, 'identity').toString()),
  );
  const opened = sealed.details
    ? details.parse(JSON.parse(openForPerson(sealed.details, key, 'details').toString()))
    : {};
  // The BSN goes to nobody yet: who may have it is decided per organisation.
  const { bsn: _bsn, ...shown } = rest;
  return { identity: { name, birthDate, ...shown }, reference: opened.reference ?? null };
}

const place = z.object({ postalCode: z.string().optional(), birthDate: z.string() });

/** As much of a person as an offer tells: PC4 and age band on a local day (YYYY-MM-DD). */
export function onOffer({ identity: whole }: Personal, day: string): Personal {
  if (whole === null) return { identity: null, reference: null };
  const { postalCode, birthDate } = place.parse(whole);
  return { identity: { pc4: postalCode?.slice(0, 4) ?? null, ageBand: ageBandOn(birthDate, day) }, reference: null };
}

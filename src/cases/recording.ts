import { createHash, randomBytes } from 'node:crypto';
import type { Command } from '../engine/messages.ts';
import { bodyDigest } from '../platform/crypto/body-digest.ts';
import type { KeyRing, NamedKey } from '../platform/crypto/keyring.ts';
import { seal } from '../platform/crypto/seal.ts';
import { CaseError } from './case-error.ts';

/** Where a command came from. Subject, path and key together name a request; a repeat gets the stored answer. */
export interface Origin {
  readonly subject: string;
  /** Method and concrete path. */
  readonly path: string;
  readonly key: string | null;
  /** Keyed hash of the canonical body. */
  readonly digest: Buffer;
}

export function originOf(ring: KeyRing, subject: string, path: string, key: string | null, body: unknown): Origin {
  return { subject, path, key, digest: bodyDigest(ring, body) };
}

export interface Repeat {
  readonly id: string;
  readonly case_id: string;
  readonly digest: Buffer;
}

/** @throws CaseError when the key was used for another body. */
export function sameRequest(repeat: Repeat, origin: Origin): Repeat {
  if (repeat.digest.equals(origin.digest)) return repeat;
  throw new CaseError(
    'idempotency-mismatch',
    'Deze Idempotency-Key hoort bij een ander verzoek. Gebruik een nieuwe sleutel.',
  );
}

/** What someone wrote beside a choice; or, sealed already, who the person is from now on. */
export type FilledForm =
  | { readonly step: string; readonly data: unknown }
  | { readonly step: string; readonly sealed: Buffer };

/** What stands for a form where none was filled in. */
export const NO_FORM = { sealed: null, step: null, commitment: null } as const;

/** A form as it is kept: sealed with the person's key, and a salted commitment for the hash chain that outlives erasure. */
export function sealForm(
  form: FilledForm | null,
  key: NamedKey,
): { sealed: Buffer | null; step: string | null; commitment: Buffer | null } {
  if (form === null) return NO_FORM;
  if ('sealed' in form) return { ...NO_FORM, sealed: form.sealed, step: form.step };
  const salt = randomBytes(16).toString('base64');
  const plain = Buffer.from(JSON.stringify({ salt, data: form.data }));
  return {
    sealed: seal(plain, key, 'form'),
    step: form.step,
    commitment: createHash('sha256').update(plain).digest(),
  };
}

/** The values of `record_command`, in its order. */
export function recordValues(
  id: string,
  caseId: string,
  command: Command,
  origin: Origin,
  form: ReturnType<typeof sealForm>,
  leaseMs: number,
): readonly unknown[] {
  const { subject, path, key, digest } = origin;
  const payload = JSON.stringify(command);
  return [
    id,
    caseId,
    command.kind,
    subject,
    path,
    key,
    digest,
    payload,
    form.sealed,
    form.step,
    form.commitment,
    leaseMs,
  ];
}

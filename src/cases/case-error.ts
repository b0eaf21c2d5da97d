import type { Answer } from '../engine/messages.ts';

/** The codes of contract 2 that a case can answer with. */
export type CaseErrorCode =
  | 'already-referred'
  | 'consent-missing'
  | 'ended'
  | 'forbidden'
  | 'idempotency-mismatch'
  | 'invalid-input'
  | 'not-allowed-now'
  | 'not-found'
  | 'not-in-target-group'
  | 'reason-required'
  | 'stale';

export interface Pointed {
  readonly pointer: string;
  readonly detail: string;
}

export interface CaseErrorMore {
  readonly errors?: readonly Pointed[];
  /** What is possible instead. */
  readonly allowed?: readonly unknown[];
  readonly case?: string;
  readonly proposed?: string;
}

/** A request that ends in a refusal to the caller. */
export class Refusal extends Error {}

/** A request that a case cannot honour. The detail is Dutch, says what to do, and names no person. */
export class CaseError extends Refusal {
  readonly code: CaseErrorCode;
  readonly more: CaseErrorMore;

  constructor(code: CaseErrorCode, detail: string, more: CaseErrorMore = {}) {
    super(detail);
    this.name = 'CaseError';
    this.code = code;
    this.more = more;
  }
}

/** @throws CaseError when the answer is a refusal; otherwise the number of the command's last fact. */
export function seqOf(answer: Answer, more: CaseErrorMore = {}): number {
  if ('seq' in answer) return answer.seq;
  throw new CaseError(answer.refused.code, answer.refused.detail, more);
}

import type { JsonAnswer } from './json-client.ts';

/** What one client asked under one key, and what it was told. The client's own book: nothing here comes from elsewhere. */
export interface Operation {
  readonly number: number;
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  readonly user: string;
  readonly asked:
    | { readonly kind: 'refer'; readonly resident: string }
    | {
        readonly kind: 'decide';
        readonly case: string;
        readonly openStep: string;
        readonly step: string;
        readonly outcome: string;
      };
  /** Asked at the same moment as this one by somebody else, for the same place: at most one may win. */
  readonly rival: number | null;
  tries: number;
  waitedMs: number;
  /** The first answer that was not "not now"; null when there was none in time. */
  answer: JsonAnswer | null;
  /** Later answers under the same key. */
  readonly repeats: JsonAnswer[];
}

/** The books of all clients together. */
export interface Book {
  readonly operations: Operation[];
}

export function accepted(operation: Operation): boolean {
  const { answer } = operation;
  return answer !== null && answer.status >= 200 && answer.status < 300;
}

/** 409: it came second. Anything else that is not an acceptance should not happen to these clients. */
export function refused(operation: Operation): boolean {
  return operation.answer?.status === 409;
}

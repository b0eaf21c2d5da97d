import type { RefusalCode } from './messages.ts';

/** The only error that a user can cause. The detail is Dutch and names no person. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, detail: string) {
    super(detail);
    this.name = 'Refused';
    this.code = code;
  }
}

/** The clock for everything that is read outside a case: overdue, figures "as of". Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** How far this clock is ahead of the wall clock; 0 in production. */
  offsetMs(): number;
}

export const wallClock: Clock = { now: () => Date.now(), offsetMs: () => 0 };

/** A clock that can be moved forward: tests and the demo only. */
export class MovableClock implements Clock {
  private offset: number;

  constructor(offsetMs: number) {
    this.offset = offsetMs;
  }

  now(): number {
    return Date.now() + this.offset;
  }

  offsetMs(): number {
    return this.offset;
  }

  moveTo(instant: number): void {
    this.offset = Math.max(this.offset, instant - Date.now());
  }
}

/** How commands and the movable clock keep out of each other's way. In production nothing moves and nothing waits. */
export interface CaseTime {
  /** Runs while the clock stands still. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Brings a case to the present before its next command; it may have been left behind when the clock moved. */
  catchUp(caseId: string): Promise<void>;
}

export const realTime: CaseTime = { during: (work) => work(), catchUp: () => Promise.resolve() };

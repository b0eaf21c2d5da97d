import type { CaseState } from './state.ts';

/** How long a case has run, in milliseconds: as the calendar counts, and without its pauses. */
export function ageOf(state: CaseState, now: number): { readonly gross: number; readonly net: number } {
  const until = state.endedAt ?? now;
  const gross = until - state.startedAt;
  const paused = state.suspensions.reduce((sum, { from, to }) => sum + ((to ?? until) - from), 0);
  return { gross, net: gross - paused };
}

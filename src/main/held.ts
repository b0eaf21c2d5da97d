import { type Hold, holdAt, noHold, type Window } from '../platform/hold.ts';

/** Tests only: this process stops at a window, says so to its parent, and goes on when it is told to. */
export function holdFromParent(window: Window | undefined): Hold {
  if (window === undefined || process.send === undefined) return noHold;
  return holdAt(
    window,
    () =>
      new Promise((resolve) => {
        process.once('message', () => resolve());
        process.send?.({ held: window });
      }),
  );
}

import { type Hold, holdAt, type Window } from '../../src/platform/hold.ts';

/** A process that stops at a window: `reached` says that it is there, `release` lets it go on. */
export interface Held {
  readonly hold: Hold;
  readonly reached: Promise<void>;
  release(): void;
}

export function heldAt(window: Window): Held {
  let arrive = (): void => {};
  let release = (): void => {};
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const hold = holdAt(window, () => {
    arrive();
    return released;
  });
  return { hold, reached, release: () => release() };
}

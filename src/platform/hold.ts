/** The windows in which a process can die. Tests stop a process here, or kill another one while it holds here. */
export const windows = [
  'before-row',
  'after-row',
  'before-update',
  'after-update',
  'before-projection',
  'in-projection',
  'after-projection',
  'before-answer',
  'at-group-row',
  'at-timer',
  'at-continue-as-new',
] as const;
export type Window = (typeof windows)[number];

export interface Hold {
  /** Whether a test asked to hold here. */
  asked(window: Window): boolean;
  /** Returns at once unless a test asked to hold here: then when it lets go. */
  at(window: Window): Promise<void>;
}

export const noHold: Hold = { asked: () => false, at: () => Promise.resolve() };

/** Holds once at one window: says so, and waits until it is let go. */
export function holdAt(window: Window, reached: () => Promise<void>): Hold {
  let left = 1;
  return {
    asked: (asked) => left > 0 && asked === window,
    at: async (reachedWindow) => {
      if (reachedWindow !== window || left === 0) return;
      left = 0;
      await reached();
    },
  };
}

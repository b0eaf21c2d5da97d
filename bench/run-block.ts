import { type Arm, DECISIONS } from './arm.ts';

export interface Block {
  readonly decisions: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
  /** Subjects that took all their decisions in this block or before. */
  readonly done: readonly string[];
}

/** Lanes that take decisions one after another, each on one subject at a time, for so long. */
export async function runBlock(arm: Arm, lanes: number, ms: number): Promise<Block> {
  const started = performance.now();
  const until = started + ms;
  const latenciesMs: number[] = [];
  const done: string[] = [];
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const subject = arm.take();
      if (subject === undefined) return;
      while (subject.taken < DECISIONS && performance.now() < until) {
        const asked = performance.now();
        await subject.decide();
        const now = performance.now();
        // What ends after the block does not count; it did not have the whole of its time in it.
        if (now <= until) latenciesMs.push(now - asked);
      }
      if (subject.taken === DECISIONS) done.push(subject.id);
      else arm.giveBack(subject);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (Math.min(performance.now(), until) - started) / 1000;
  return { decisions: latenciesMs.length, seconds, latenciesMs, done };
}

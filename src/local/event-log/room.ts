import { getHeapStatistics } from 'node:v8';
import { LogProblem } from './log-problem.ts';

/** What is held of an event until all figures are known, in bytes: measured with room to spare. */
const PER_EVENT = 250;
/** And of each case, person or step that was not met before. */
const PER_NAME = 350;
/** What the program itself needs. */
const PROGRAM = 60_000_000;
const MOST_EVENTS = 10_000_000;

/** How much of a log fits in memory. */
export interface Room {
  /** @throws LogProblem when there are more events than fit. */
  readonly takeEvent: () => void;
  /** The word itself, kept once however often it comes. @throws LogProblem when there are more than fit. */
  readonly once: (word: string) => string;
}

/** The room that this process has (`--max-old-space-size`): what does not fit is refused before memory is full. */
export function roomForLog(heapLimit: number = getHeapStatistics().heap_size_limit): Room {
  const words = new Map<string, string>();
  let left = heapLimit - PROGRAM;
  let events = 0;
  const take = (bytes: number): void => {
    left -= bytes;
    if (left >= 0 && events <= MOST_EVENTS) return;
    const most = left < 0 ? `${events} events, which is what fits in memory` : `${MOST_EVENTS} events`;
    throw new LogProblem(
      `the log has more than ${most}. Split it, for instance by year or by the first letter of the case`,
    );
  };
  return {
    takeEvent() {
      events += 1;
      take(PER_EVENT);
    },
    once(word) {
      const known = words.get(word);
      if (known !== undefined) return known;
      take(PER_NAME + 2 * word.length);
      // A piece of a text keeps the whole text in memory; a copy does not.
      const copy = Buffer.from(word).toString();
      words.set(copy, copy);
      return copy;
    },
  };
}

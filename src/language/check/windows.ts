import type { Clock, When } from '../define.ts';
import { lengthOfText } from '../duration-text.ts';
import { daysOf, isMoment, lengthOf } from '../lengths.ts';

/** What a day hangs on, and how early and how late it may lie there, however its knob is set. */
interface Place {
  readonly base: string;
  readonly earliest: number;
  readonly latest: number;
}

/** The days of a window follow each other. Days that hang on different things cannot be compared. */
export function windowProblems(clock: Clock): readonly string[] {
  const days = daysOf(clock);
  return days.flatMap((first, index) =>
    days.slice(index + 1).flatMap((second) => {
      const [a, b] = [placeOf(first.when), placeOf(second.when)];
      if (a === undefined || b === undefined || a.base !== b.base || a.latest <= b.earliest) return [];
      return [`${first.part} may come after ${second.part}`];
    }),
  );
}

function placeOf(when: When): Place | undefined {
  const length = lengthOf(when);
  const texts = 'fixed' in length ? [length.fixed, length.fixed] : [length.min, length.max];
  const [min, max] = texts.map((text) => lengthOfText(text));
  if (min === undefined || max === undefined) return undefined;
  if (!isMoment(when)) return { base: 'opening', earliest: min, latest: max };
  if ('since' in when) return { base: `since ${when.since}`, earliest: min, latest: max };
  if ('after' in when) return { base: `anchor ${when.after}`, earliest: min, latest: max };
  return { base: `anchor ${when.before}`, earliest: -max, latest: -min };
}

import type { DurationItem, Quantile, Share } from '../../audit/figures/items.ts';
import { amount, countInDutch, HIDDEN, isHidden, shareInDutch, UNKNOWN } from '../dutch.ts';
import type { PictureTable } from '../picture.ts';

/** The day of which the share is drawn. */
export const DRAWN_DAY = 90;
const DAYS = [30, DRAWN_DAY, 180] as const;

export const doneTitle = `Welk deel is klaar na ${DRAWN_DAY} dagen?`;

/** Per chain which share was done by some days, and when half of them were. */
export function doneTable(durations: readonly DurationItem[]): PictureTable {
  return {
    head: ['Keten', 'Trajecten', ...DAYS.map((day) => `Klaar na ${day} dagen`), 'Helft klaar na'],
    rows: durations.map((item) => [
      item.label,
      countInDutch(item.n),
      ...DAYS.map((day) => shareInDutch(doneBy(item, day))),
      halfInDutch(item.gross.median),
    ]),
  };
}

/** The same in sentences. */
export function doneSentences(durations: readonly DurationItem[]): readonly string[] {
  if (durations.length === 0) return ['Er zijn nog geen cijfers over hoe lang het duurt.'];
  return [
    ...durations.map((item) => {
      const shares = DAYS.map((day) => `na ${day} dagen ${shareInDutch(doneBy(item, day))}`);
      return `${item.label}, klaar: ${shares.join(', ')}. De helft: ${halfInDutch(item.gross.median)}.`;
    }),
    'Trajecten die nog lopen, tellen mee voor de tijd die ze al duren.',
  ];
}

export function doneBy(item: DurationItem, day: number): Share {
  return item.gross.endedBy[String(day)] ?? { value: null, lower: null, upper: null };
}

function halfInDutch(median: Quantile): string {
  if (isHidden(median)) return HIDDEN;
  if (median.value === null) return UNKNOWN;
  return median.value === 1 ? '1 dag' : `${amount(median.value)} dagen`;
}

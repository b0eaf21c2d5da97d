import type { DurationItem, Quantile } from '../../audit/figures/items.ts';
import { amount, countInDutch, daysInDutch, HIDDEN, isHidden, quantileInDutch, UNKNOWN } from '../dutch.ts';
import type { PictureTable } from '../picture.ts';

export const halfTitle = 'Na hoeveel dagen is de helft klaar?';

/** Per chain after how many days a quarter, half and three quarters of those who began had done it. */
export function halfTable(durations: readonly DurationItem[]): PictureTable {
  return {
    head: ['Keten', 'Trajecten', 'Kwart klaar na', 'Helft klaar na', 'Waarschijnlijk', 'Driekwart klaar na'],
    rows: durations.map(({ label, n, gross: { p25, median, p75 } }) => [
      label,
      countInDutch(n),
      quantileInDutch(p25),
      quantileInDutch(median),
      boundsInDutch(median),
      quantileInDutch(p75),
    ]),
  };
}

/** The same in sentences. */
export function halfSentences(durations: readonly DurationItem[]): readonly string[] {
  if (durations.length === 0) return ['Er zijn nog geen cijfers over hoe lang het duurt.'];
  return [
    ...durations.map(
      ({ label, n, gross: { p25, median } }) =>
        `${label}, trajecten begonnen: ${countInDutch(n)}. Een kwart klaar na: ${quantileInDutch(p25)}. De helft klaar na: ${quantileInDutch(median)}.`,
    ),
    'Trajecten die nog lopen, tellen mee voor de tijd die ze al duren.',
  ];
}

function boundsInDutch(quantile: Quantile): string {
  if (isHidden(quantile)) return HIDDEN;
  const { lower, upper } = quantile;
  if (lower === null) return UNKNOWN;
  return upper === null ? `${daysInDutch(lower)} of meer` : `${amount(lower)} tot ${daysInDutch(upper)}`;
}

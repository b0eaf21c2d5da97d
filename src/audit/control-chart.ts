/** Individuals and moving range: where a figure that changes by chance alone stays. */
export interface ControlChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly meanRange: number;
  readonly rangeUpper: number;
}

/** Fewer points say nothing about limits (assumption). */
const POINTS_NEEDED = 12;

/** The limits of an XmR chart (Wheeler: 2.66 and 3.268 times the mean moving range); null under twelve points. */
export function xmr(values: readonly number[]): ControlChart | null {
  if (values.length < POINTS_NEEDED) return null;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const centre = mean(values);
  const meanRange = mean(ranges);
  return {
    centre,
    lower: centre - 2.66 * meanRange,
    upper: centre + 2.66 * meanRange,
    meanRange,
    rangeUpper: 3.268 * meanRange,
  };
}

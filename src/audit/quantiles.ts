/** The value below which a share `p` lies, between two values in proportion (R type 7, numpy linear); null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    p,
  );
}

function quantileOfSorted(sorted: readonly number[], p: number): number | null {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly mean: number;
  readonly q3: number;
  readonly p90: number;
  readonly max: number;
  /** Of a sample (n - 1); null of one value. */
  readonly deviation: number | null;
  readonly sum: number;
}

/** A batch of numbers in short; null of nothing. */
export function summaryOf(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number): number => quantileOfSorted(sorted, p) ?? 0;
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = sum / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const deviation = values.length === 1 ? null : Math.sqrt(squares / (values.length - 1));
  return {
    n: values.length,
    min: at(0),
    q1: at(0.25),
    median: at(0.5),
    mean,
    q3: at(0.75),
    p90: at(0.9),
    max: at(1),
    deviation,
    sum,
  };
}

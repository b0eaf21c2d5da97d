import { Z95 } from './survival.ts';

/** The bounds of a 95 % interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Of a share of `n`, after Wilson (1927), without correction for continuity: right also for few and for none. */
export function wilson(count: number, n: number): Interval {
  if (n === 0) return { lower: 0, upper: 1 };
  const share = count / n;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { lower: count === 0 ? 0 : centre - half, upper: count === n ? 1 : centre + half };
}

/** Of the number that is to be expected when `count` was seen: exact, after Garwood (1936). */
export function poissonExact(count: number): Interval {
  const tail = 0.025;
  return {
    lower: count === 0 ? 0 : solve((mean) => 1 - cumulative(count - 1, mean) - tail, count),
    upper: solve((mean) => tail - cumulative(count, mean), count),
  };
}

/** The chance of at most `count` where `mean` is expected. */
function cumulative(count: number, mean: number): number {
  let sum = 0;
  let logTerm = -mean;
  for (let k = 0; k <= count; k += 1) {
    if (k > 0) logTerm += Math.log(mean / k);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** Where a rising function is zero, by halving; the zero lies below the count and five spreads more. */
function solve(rising: (mean: number) => number, count: number): number {
  let low = 0;
  let high = count + 6 * Math.sqrt(count + 1) + 10;
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

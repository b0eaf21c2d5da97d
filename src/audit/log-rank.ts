import type { Lasted } from './survival.ts';

export interface LogRank {
  /** Of one degree of freedom. */
  readonly chi2: number;
  /** The chance of a difference this large when there is none. */
  readonly p: number;
}

/**
 * Whether two groups last equally long, over the whole curve: the ends seen in the first against those expected.
 * Null when nothing ended where both were at risk. (Mantel 1966; R survival `survdiff`.)
 */
export function logRank(first: readonly Lasted[], second: readonly Lasted[]): LogRank | null {
  const ends = new Set([...first, ...second].filter(({ ended }) => ended).map(({ time }) => time));
  let more = 0;
  let variance = 0;
  for (const time of ends) {
    const [one, two] = [at(first, time), at(second, time)];
    const atRisk = one.atRisk + two.atRisk;
    const ended = one.ended + two.ended;
    const share = one.atRisk / atRisk;
    more += one.ended - ended * share;
    if (atRisk > 1) variance += (ended * share * (1 - share) * (atRisk - ended)) / (atRisk - 1);
  }
  if (variance === 0) return null;
  const chi2 = more ** 2 / variance;
  return { chi2, p: complementaryError(Math.sqrt(chi2 / 2)) };
}

function at(group: readonly Lasted[], moment: number): { readonly atRisk: number; readonly ended: number } {
  return {
    atRisk: group.filter(({ time }) => time >= moment).length,
    ended: group.filter(({ time, ended }) => ended && time === moment).length,
  };
}

/** Abramowitz & Stegun 7.1.26: off by at most 1.5e-7. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const sum = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce((all, a) => (all + a) * t, 0);
  return sum * Math.exp(-(x ** 2));
}

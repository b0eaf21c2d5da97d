/** How long something lasted, in one unit; `ended` is false when it still runs (censored). */
export interface Lasted {
  readonly time: number;
  readonly ended: boolean;
}

/** The share that still runs just after `time`, with its 95 % interval (R survival, conf.type = 'log'). */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
  /** null where R says NA: nothing is left. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Survival {
  readonly n: number;
  readonly ended: number;
  readonly longest: number;
  /** One for each moment at which something ended, in order of time. */
  readonly steps: readonly SurvivalStep[];
}

/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Kaplan-Meier: the product of 1 - d/n over the moments at which something ended. Who was censored at such a moment was
 * still at risk there. Variance after Greenwood. (Kaplan & Meier 1958; R survival `survfit`.)
 */
export function kaplanMeier(lasted: readonly Lasted[]): Survival {
  const sorted = lasted.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let variance = 0;
  for (let first = 0; first < sorted.length;) {
    const time = sorted[first]?.time ?? 0;
    let next = first;
    let ended = 0;
    for (; next < sorted.length && sorted[next]?.time === time; next += 1)
      ended += sorted[next]?.ended === true ? 1 : 0;
    const atRisk = sorted.length - first;
    first = next;
    if (ended === 0) continue;
    survival = ended === atRisk ? 0 : survival * (1 - ended / atRisk);
    variance += ended / (atRisk * (atRisk - ended));
    steps.push({ time, atRisk, ended, survival, ...logInterval(survival, variance) });
  }
  return {
    n: sorted.length,
    ended: sorted.filter((each) => each.ended).length,
    longest: sorted.at(-1)?.time ?? 0,
    steps,
  };
}

function logInterval(survival: number, variance: number): Pick<SurvivalStep, 'lower' | 'upper'> {
  if (survival === 0) return { lower: null, upper: null };
  const half = Z95 * Math.sqrt(variance);
  return { lower: survival * Math.exp(-half), upper: Math.min(1, survival * Math.exp(half)) };
}

/** The share that still runs just after `time`. */
export function survivalAt({ steps }: Survival, time: number): number {
  let survival = 1;
  for (const step of steps) {
    if (step.time > time) break;
    survival = step.survival;
  }
  return survival;
}

export interface Quantile {
  /** null: not reached. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const TOLERANCE = Math.sqrt(Number.EPSILON);

/** The moment by which a share `p` has ended, with its 95 % interval (R `quantile.survfit`). */
export function quantileOf(survival: Survival, p: number): Quantile {
  const curve = (of: (step: SurvivalStep) => number | null): number | null => crossing(survival, of, 1 - p);
  return {
    value: curve((step) => step.survival),
    lower: curve((step) => step.lower),
    upper: curve((step) => step.upper),
  };
}

/** The first moment at which a curve lies at or under a level; where it lies on it for a while, the middle of that while. */
function crossing(
  { steps, longest }: Survival,
  of: (step: SurvivalStep) => number | null,
  level: number,
): number | null {
  for (const [index, step] of steps.entries()) {
    const height = of(step);
    if (height === null || height > level + TOLERANCE) continue;
    if (height < level - TOLERANCE) return step.time;
    const until = steps.slice(index + 1).find((later) => of(later) !== height)?.time ?? longest;
    return (step.time + until) / 2;
  }
  return null;
}

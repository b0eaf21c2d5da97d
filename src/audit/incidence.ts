import { Z95 } from './survival.ts';

/** One whole day on which something ended: as told, otherwise, or only seen running until then. */
interface DayRow {
  readonly told: number;
  readonly otherwise: number;
  readonly running: number;
}

export interface IncidenceDay {
  readonly day: number;
  /** How many still ran at the end of this day, and the share that is reckoned to run; 0: all is known of all. */
  readonly left: number;
  readonly running: number;
  /** How many had ended as told by then. */
  readonly told: number;
  /** The share that has ended as told by this day, with its 95 % interval. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** Sums of shares are not exact. */
const TOLERANCE = 1e-9;

/**
 * The share that has ended as told, per day on which anything was seen, where other endings compete and what still runs
 * is censored: Aalen-Johansen on whole days. Variance by the delta method (Marubini & Valsecchi 1995, eq. 10.12; Aalen
 * 1978); pointwise interval on the logarithm of what has not ended so, which without competing endings is that of
 * Kaplan-Meier with Greenwood's variance.
 */
export function incidenceOf(table: ReadonlyMap<number, DayRow>): readonly IncidenceDay[] {
  const rows = [...table].sort(([a], [b]) => a - b);
  let atRisk = rows.reduce((total, [, row]) => total + row.told + row.otherwise + row.running, 0);
  let [running, share, told] = [1, 0, 0];
  const sums = { a: 0, aF: 0, aFF: 0, b: 0, bF: 0, c: 0 };
  return rows.map(([day, row]) => {
    const ended = row.told + row.otherwise;
    const b = (running * row.told) / atRisk ** 2;
    sums.c += (running ** 2 * row.told * (atRisk - row.told)) / atRisk ** 3;
    share += (running * row.told) / atRisk;
    // Where everything ends the share rises no more: no later day weighs this term.
    const a = ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));
    sums.a += a;
    sums.aF += a * share;
    sums.aFF += a * share ** 2;
    sums.b += b;
    sums.bF += b * share;
    running = ended === atRisk ? 0 : running * (1 - ended / atRisk);
    const spread = share ** 2 * sums.a - 2 * share * sums.aF + sums.aFF;
    const variance = spread + sums.c - 2 * (share * sums.b - sums.bF);
    atRisk -= ended + row.running;
    told += row.told;
    return { day, left: atRisk, running, told, share, ...interval(share, Math.max(0, variance)) };
  });
}

function interval(share: number, variance: number): Pick<IncidenceDay, 'lower' | 'upper'> {
  const left = 1 - share;
  if (left <= TOLERANCE) return { lower: share, upper: 1 };
  const half = (Z95 * Math.sqrt(variance)) / left;
  return { lower: Math.max(0, 1 - left * Math.exp(half)), upper: 1 - left * Math.exp(-half) };
}

export interface IncidenceQuantile {
  /** The first day by which a share `p` had ended as told; null: not reached. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** How many had ended as told by that day, and how many still ran after it; of all where it was not reached. */
  readonly before: number;
  readonly after: number;
}

/** The days by which the curve and its interval reach a share `p`. */
export function incidenceQuantile(days: readonly IncidenceDay[], p: number): IncidenceQuantile {
  const first = (of: (day: IncidenceDay) => number): IncidenceDay | undefined =>
    days.find((day) => of(day) >= p - TOLERANCE);
  const reached = first(({ share }) => share);
  const where = reached ?? days.at(-1);
  return {
    value: reached?.day ?? null,
    lower: first(({ upper }) => upper)?.day ?? null,
    upper: first(({ lower }) => lower)?.day ?? null,
    before: where?.told ?? 0,
    after: where?.left ?? 0,
  };
}

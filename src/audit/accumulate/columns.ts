import { quarterOf, segmentsOf } from '../periods.ts';
import { timesOf } from './shown.ts';

/** What of a period lies in one year: of the `width` columns of its planes these. */
export interface YearColumns {
  readonly year: string;
  readonly width: number;
  readonly columns: readonly number[];
}

/** Where the days of a year lie in its planes: a column for each segment. */
export class Columns {
  readonly #years = new Map<string, ReadonlyMap<string, number>>();
  readonly #periods = new Map<string, readonly YearColumns[]>();

  /** The columns of a year, by segment. */
  of(year: string): ReadonlyMap<string, number> {
    let columns = this.#years.get(year);
    if (columns === undefined) {
      columns = new Map(segmentsOf(year).map(({ segment }, index) => [segment, index]));
      this.#years.set(year, columns);
    }
    return columns;
  }

  /** Those that lie in a period, or are that segment. */
  within(period: string): readonly YearColumns[] {
    let within = this.#periods.get(period);
    if (within === undefined) {
      const years = new Set(timesOf(period).map((time) => time.slice(0, 4)));
      within = [...years].map((year) => {
        const segments = [...this.of(year)];
        const columns = segments.flatMap(([segment, column]) => (isIn(segment, period) ? [column] : []));
        return { year, width: segments.length, columns };
      });
      this.#periods.set(period, within);
    }
    return within;
  }
}

/** `2025-02/2025-W09` lies in 2025, 2025-Q1, 2025-02 and 2025-W09. */
function isIn(segment: string, period: string): boolean {
  if (period.includes('/')) return segment === period;
  const [month = '', week = ''] = segment.split('/');
  if (period.includes('W')) return week === period;
  return period.includes('Q') ? quarterOf(month) === period : month.startsWith(period);
}

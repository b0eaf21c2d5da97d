import type { Route } from './items.ts';

/** What a figure is, in words for people who read no code. A figure that changes gets the next version. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly route: Route;
  readonly label: string;
  readonly text: string;
  readonly unit: 'trajecten' | 'personen' | 'keren' | 'dagen' | 'aandeel' | 'organisaties';
  /** Which moment decides in which period something counts. */
  readonly cohort: string;
  readonly source: string;
}

/** A figure in its first version. */
export function define(
  route: Route,
  id: string,
  label: string,
  text: string,
  unit: Definition['unit'],
  cohort: string,
  source: string,
): Definition {
  return { id, version: 1, route, label, text, unit, cohort, source };
}

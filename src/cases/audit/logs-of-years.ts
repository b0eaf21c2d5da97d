import type { Grid } from '../../audit/accumulate/accumulator.ts';
import { DAY_MS } from '../../audit/days.ts';
import { type RealTrace, syntheticGroups } from '../../audit/export/synthetic-log.ts';
import { REGION } from '../../audit/protect/block.ts';
import type { CaseStory } from '../../audit/story.ts';
import type { KeptFigure } from '../../reading/keep-release.ts';

/** The name under which these logs are kept. */
const LOG = 'log';

/** Gathers how cases went that began in these years, and draws a log of cases that nobody lived from it. */
export class LogsOfYears {
  readonly #traces: ReadonlyMap<string, RealTrace[]>;
  readonly #dayOf: Grid['dayOf'];

  constructor(years: readonly string[], dayOf: Grid['dayOf']) {
    this.#traces = new Map(years.map((year) => [year, []]));
    this.#dayOf = dayOf;
  }

  add(story: CaseStory): void {
    this.#traces.get(this.#dayOf(story.startedAt).year)?.push(traceOf(story));
  }

  /** One per year, for the whole region. */
  drawn(): readonly KeptFigure[] {
    return [...this.#traces].map(([period, traces]) => ({
      route: LOG,
      by: '',
      place: REGION,
      period,
      body: syntheticGroups(traces),
    }));
  }
}

function traceOf({ resident, chain, startedAt, endedAt, ending, outcomes }: CaseStory): RealTrace {
  const since = (at: number): number => Math.max(0, (at - startedAt) / DAY_MS);
  const done = outcomes.map(({ step, outcome, at }) => ({ activity: `${step}.${outcome}`, at: since(at) }));
  const end = endedAt === null || ending === null ? [] : [{ activity: `einde.${ending}`, at: since(endedAt) }];
  return { resident, chain, events: [...done.toSorted((a, b) => a.at - b.at), ...end] };
}

import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures about the machinery. No label ever holds an id of a case, a person or an organisation. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'status'>;
  readonly seconds: Histogram<'route'>;
  /** Requests that ended in a problem, by its code. */
  readonly refusals: Counter<'code'>;
  /** `chain` is empty where the case refused without saying more. */
  readonly commands: Counter<'chain' | 'kind' | 'answer'>;
  readonly projections: Counter<'why' | 'outcome'>;
  readonly sweeps: Counter<'outcome'>;
  readonly alarms: Counter<'alarm'>;
  /** Settings of places that a referral had to leave out, because the chain does not offer them. */
  readonly impossibleKnobs: Counter<'chain' | 'layer'>;
  readonly open: Gauge;
  readonly oldest: Gauge;
  readonly lag: Gauge<'part'>;
  readonly overdue: Gauge<'chain'>;
  readonly figures: Gauge;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name: `ketenpad_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name: `ketenpad_${name}`, help, labelNames, registers });
  return {
    registry,
    requests: counter('requests_total', 'HTTP requests', 'route', 'status'),
    seconds: new Histogram({
      name: 'ketenpad_request_seconds',
      help: 'Time per HTTP request',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    }),
    refusals: counter('refusals_total', 'Requests that ended in a problem, by its code', 'code'),
    commands: counter('commands_total', 'Commands that got their answer here', 'chain', 'kind', 'answer'),
    projections: counter('case_projections_total', 'Facts that cases brought to PostgreSQL', 'why', 'outcome'),
    sweeps: counter('sweeps_total', 'Commands taken over by the sweeper', 'outcome'),
    alarms: counter('alarms_total', 'What should never happen', 'alarm'),
    impossibleKnobs: counter(
      'impossible_knobs_total',
      'Settings of places that were left out of a referral',
      'chain',
      'layer',
    ),
    open: gauge('commands_open', 'Commands without an answer'),
    oldest: gauge('commands_oldest_seconds', 'Age of the oldest command without an answer'),
    lag: gauge('projection_lag_seconds', 'From recording to answer, over the last commands', 'part'),
    overdue: gauge('steps_overdue', 'Open steps past their term, of cases that are not paused', 'chain'),
    figures: gauge('figures_fresh', '1 when the figures from PostgreSQL could be read'),
  };
}

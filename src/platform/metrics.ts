import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures about the machinery. No label ever holds an id of a case, a person or an organisation. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'status'>;
  readonly seconds: Histogram<'route'>;
  readonly commands: Counter<'kind' | 'answer'>;
  readonly sweeps: Counter<'outcome'>;
  readonly alarms: Counter<'alarm'>;
  readonly open: Gauge;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'ketenpad_requests_total',
      help: 'HTTP requests',
      labelNames: ['route', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'ketenpad_request_seconds',
      help: 'Time per HTTP request',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    }),
    commands: new Counter({
      name: 'ketenpad_commands_total',
      help: 'Commands answered',
      labelNames: ['kind', 'answer'],
      registers,
    }),
    sweeps: new Counter({
      name: 'ketenpad_sweeps_total',
      help: 'Commands taken over by the sweeper',
      labelNames: ['outcome'],
      registers,
    }),
    alarms: new Counter({
      name: 'ketenpad_alarms_total',
      help: 'What should never happen',
      labelNames: ['alarm'],
      registers,
    }),
    open: new Gauge({ name: 'ketenpad_commands_open', help: 'Commands without an answer', registers }),
  };
}

import type { PostgresAddress } from './postgres.ts';

/** Every port the server listens on: four services, each with gRPC and membership, and HTTP for the frontend. */
export const portNames = [
  'frontendGrpc',
  'frontendHttp',
  'frontendMembership',
  'historyGrpc',
  'historyMembership',
  'matchingGrpc',
  'matchingMembership',
  'workerGrpc',
  'workerMembership',
] as const;

export type TemporalPorts = Record<(typeof portNames)[number], number>;

/** What the server is told by its environment; it is given nothing else of ours. */
export function serverEnvironment(of: {
  postgres: PostgresAddress;
  ports: TemporalPorts;
  dynamicFile: string;
}): Record<string, string> {
  const { postgres, ports } = of;
  return {
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: postgres.host,
    DB_PORT: `${postgres.port}`,
    POSTGRES_USER: postgres.user,
    POSTGRES_PWD: postgres.password,
    BIND_ON_IP: '127.0.0.1',
    NUM_HISTORY_SHARDS: '4',
    LOG_LEVEL: 'error',
    DYNAMIC_CONFIG_FILE_PATH: of.dynamicFile,
    FRONTEND_GRPC_PORT: `${ports.frontendGrpc}`,
    FRONTEND_HTTP_PORT: `${ports.frontendHttp}`,
    FRONTEND_MEMBERSHIP_PORT: `${ports.frontendMembership}`,
    HISTORY_GRPC_PORT: `${ports.historyGrpc}`,
    HISTORY_MEMBERSHIP_PORT: `${ports.historyMembership}`,
    MATCHING_GRPC_PORT: `${ports.matchingGrpc}`,
    MATCHING_MEMBERSHIP_PORT: `${ports.matchingMembership}`,
    WORKER_GRPC_PORT: `${ports.workerGrpc}`,
    WORKER_MEMBERSHIP_PORT: `${ports.workerMembership}`,
  };
}

/** The server's dynamic configuration, as YAML. */
export function dynamicConfiguration(virtualTime: boolean): string {
  const settings: Record<string, string | number | boolean> = {
    // A namespace just made is known everywhere within this time; the default is two seconds.
    'system.namespaceCacheRefreshInterval': '500ms',
    // One node: every further partition only forwards to the first.
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    // The defaults guard a shared cluster. Here a benchmark would measure them instead of the server.
    ...Object.fromEntries(rateLimits.map((name) => [name, 1_000_000])),
    // Without the first key a server ignores skipped time silently; with the default of the second, one second, every
    // skipped timer would cost one.
    ...(virtualTime
      ? { 'frontend.WorkflowTimeSkippingEnabled': true, 'history.timerProcessorMaxTimeShift': '10ms' }
      : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}:\n  - value: ${value}\n`)
    .join('');
}

const rateLimits = [
  'frontend.rps',
  'frontend.namespaceRPS',
  'frontend.namespaceRPS.visibility',
  'history.rps',
  'matching.rps',
  'frontend.persistenceMaxQPS',
  'history.persistenceMaxQPS',
  'matching.persistenceMaxQPS',
  // Twenty looks a second per shard: in virtual time, every wake-up of a case after the tenth waited for one.
  'history.timerProcessorMaxPollRPS',
  'history.transferProcessorMaxPollRPS',
];

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';

/** Offers the figures of a process without an API to Prometheus, on loopback. @returns what stops it. */
export function offerMetrics({ registry }: Metrics, port: number, log: Log): () => void {
  const server = createServer((_request, response) => {
    void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text));
  });
  // Without figures the work goes on.
  server.on('error', (error) => log.error({ err: error }, 'the figures cannot be offered'));
  server.listen(port, '127.0.0.1', () => log.info({ port: (server.address() as AddressInfo).port }, 'figures offered'));
  return () => server.close();
}

import { serve, type ServerType } from '@hono/node-server';

/** How long the server waits for a client that sends slowly, in milliseconds. */
export interface Patience {
  readonly headersMs: number;
  /** For the whole request, with its body. */
  readonly requestMs: number;
}

export const patience: Patience = { headersMs: 10_000, requestMs: 30_000 };

/**
 * Opens the port, on loopback. A request that does not come in within the patience is answered with 408 and the
 * connection is closed; a connection without a request is closed after a minute.
 */
export function listen(
  app: { readonly fetch: Parameters<typeof serve>[0]['fetch'] },
  port: number,
  { headersMs, requestMs }: Patience,
  onReady: (port: number) => void,
): ServerType {
  const serverOptions = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    // How often Node looks for what is late; its own is half a minute.
    connectionsCheckingInterval: Math.ceil(headersMs / 10),
    keepAliveTimeout: 60_000,
  };
  return serve({ fetch: app.fetch, port, hostname: '127.0.0.1', serverOptions }, (address) => onReady(address.port));
}

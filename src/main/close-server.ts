import type { ServerType } from '@hono/node-server';

const LOOK_MS = 50;

/**
 * Takes no new connection, waits for what is under way, and ends each connection as soon as it is idle: a client would
 * keep it open far longer. What is still under way after `patienceMs` is broken off.
 */
export async function closeServer(server: ServerType, patienceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), LOOK_MS);
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readJson } from '../api/read-json.ts';
import { listen, patience } from './listen.ts';

let server: Server;
let port: number;
let failed: unknown;

beforeEach(async () => {
  failed = undefined;
  const app = new Hono();
  app.post('/', async (c) => {
    try {
      return c.json({ read: await readJson(c.req.raw) });
    } catch (error) {
      failed = error;
      throw error;
    }
  });
  app.onError(() => new Response(null, { status: 500 }));
  server = listen(app, 0, { headersMs: 200, requestMs: 400 }, () => {}) as Server;
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** What comes back, until the server closes the connection, for what is sent and no more. */
function answerTo(sent: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  return text(socket);
}

const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('the server', () => {
  test('gives up on headers that do not come', async () => {
    expect(await answerTo('POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test.each([
    ['with its length', `${head}Content-Length: 20\r\n\r\n{"half":`],
    ['in parts', `${head}Transfer-Encoding: chunked\r\n\r\n8\r\n{"half":\r\n`],
  ])('gives up on a body %s that does not come, and takes it for no error of ours', async (_name, sent) => {
    expect(await answerTo(sent)).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await vi.waitFor(() => expect(failed).toMatchObject({ code: 'malformed' }));
  });

  test('reads a body that comes in time', async () => {
    const body = '{"half":1}';
    const sent = `${head}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect(await answerTo(sent)).toMatch(/^HTTP\/1\.1 200 [^]*\{"read":\{"half":1\}\}$/);
  });

  test('waits for a slow line, but far shorter than Node does by itself', () => {
    expect(patience).toEqual({ headersMs: 10_000, requestMs: 30_000 });
  });
});

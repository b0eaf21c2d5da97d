import { Agent, request } from 'node:http';

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Sending {
  readonly token: string;
  readonly key?: string;
  readonly timeoutMs?: number;
}

/** A client of the API over connections that stay open. Rejects when there is no whole answer in time. */
export class JsonClient {
  private readonly agent: Agent;
  private readonly base: URL;

  constructor(url: string, connections: number) {
    this.base = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  post(path: string, body: unknown, sending: Sending): Promise<JsonAnswer> {
    return this.send('POST', path, Buffer.from(JSON.stringify(body)), sending);
  }

  get(path: string, sending: Sending): Promise<JsonAnswer> {
    return this.send('GET', path, null, sending);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, content: Buffer | null, sending: Sending): Promise<JsonAnswer> {
    const { token, key, timeoutMs = 10_000 } = sending;
    let answered = false;
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.agent,
          host: this.base.hostname,
          port: this.base.port,
          method,
          path,
          timeout: timeoutMs,
          headers: {
            authorization: `Bearer ${token}`,
            ...(content === null
              ? {}
              : { 'content-type': 'application/json', 'content-length': String(content.length) }),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
          },
        },
        (answer) => {
          answered = true;
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            try {
              resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) as unknown });
            } catch (error) {
              reject(error);
            }
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // Mostly a connection that had rested too long, closed just as it was taken up again. The key makes a second try safe.
        if (asked.reusedSocket && error.code === 'ECONNRESET' && !answered)
          resolve(this.send(method, path, content, sending));
        else reject(error);
      });
      asked.end(content ?? undefined);
    });
  }
}

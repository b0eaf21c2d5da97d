import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalSystem, startLocalSystem } from '../../src/local/local-system.ts';
import { freePort } from '../../src/local/ports.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import type { Hold } from '../../src/platform/hold.ts';
import { type Answer, type Ask, askWith, openApi, type OpenApi } from './api.ts';

export interface System {
  readonly system: LocalSystem;
  readonly home: string;
  readonly api: Ask;
  /** The same request with the same key until the answer is not 503 and the connection holds. */
  until(user: string, path: string, body: unknown, key: string): Promise<Answer>;
  /** The same request at another port; 'no answer' when the connection breaks. */
  at(
    port: number,
    asked: { readonly user: string; readonly path: string; readonly body: unknown; readonly key: string },
  ): Promise<number | 'no answer'>;
  /** One more API in this process, on the same servers, that holds at a window. */
  another(hold: Hold): OpenApi;
  close(): Promise<void>;
}

/** The whole system as `npm start` brings it up, each part a process, on a home of its own. */
export async function openSystem(env: Record<string, string> = {}, virtualTime = false): Promise<System> {
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-system-'));
  const port = await freePort();
  const given = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
    ...env,
  };
  const system = await startLocalSystem({ home, port, virtualTime, env: given, log: () => {} });
  const token = (user: string): Promise<string> => requestToken(home, user);
  const api = askWith((path, init) => fetch(system.url + path, init), token);
  const others: OpenApi[] = [];
  return {
    system,
    home,
    api,
    until: async (user, path, body, key) => {
      const end = Date.now() + 30_000;
      for (;;) {
        const answer = await api(user, 'POST', path, body, { 'idempotency-key': key }).catch(() => undefined);
        if (answer !== undefined && answer.status !== 503) return answer;
        if (Date.now() > end) throw new Error(`no answer: ${answer?.status} ${answer?.text}`);
      }
    },
    at: async (port, { user, path, body, key }) => {
      const there = askWith((to, init) => fetch(`http://127.0.0.1:${port}${to}`, init), token);
      return there(user, 'POST', path, body, { 'idempotency-key': key }).then(
        ({ status }) => status,
        () => 'no answer' as const,
      );
    },
    another: (hold) => {
      const { env: settings } = system;
      const text = (name: string): string => settings[name] ?? '';
      const opened = openApi(
        {
          databaseUrl: text('DATABASE_URL'),
          temporal: { address: text('TEMPORAL_ADDRESS'), namespace: text('TEMPORAL_NAMESPACE'), taskQueue: 'ketenpad' },
          ring: parseKeyRing(text('KETENPAD_KEYS')),
          issuer: text('OIDC_ISSUER'),
          audience: text('OIDC_AUDIENCE'),
          token,
        },
        { hold, leaseMs: Number(settings['KETENPAD_LEASE_MS'] ?? 6000) },
      );
      others.push(opened);
      return opened;
    },
    close: async () => {
      await Promise.allSettled(others.map((other) => other.close()));
      await system.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

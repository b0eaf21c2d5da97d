import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { supervise } from '../../src/local/supervise.ts';
import type { Window } from '../../src/platform/hold.ts';
import type { System } from './system.ts';

/** One request, and the window at which the process that takes it is to die. */
export interface AskedAt {
  readonly window: Window;
  readonly user: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}

/** Sends a request to an API process of its own, and kills that process when it has come to the window. */
export async function killApiAt(it: System, asked: AskedAt): Promise<void> {
  const file = fileURLToPath(new URL('../../src/main/api.ts', import.meta.url));
  const env = { ...it.system.env, PORT: '0', KETENPAD_HOLD_AT: asked.window };
  const name = `api-${asked.window}-${asked.key}`;
  const api = supervise({ name, file, env, logs: join(it.home, 'logs'), log: () => {}, restart: false });
  const { port } = (await api.ready) as { port: number };
  const held = new Promise<void>((resolve) => api.onMessage(() => resolve()));
  const answer = it.at(port, asked);
  await held;
  api.kill();
  await api.ended;
  expect(await answer, asked.window).toBe('no answer');
}

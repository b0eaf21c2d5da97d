import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rememberedPorts } from './ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-ports-'));
const file = join(folder, 'ports.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('ports stay the same from start to start; only one that was taken meanwhile is chosen anew', async () => {
  const first = await rememberedPorts(file, ['a', 'b']);
  expect(await rememberedPorts(file, ['a', 'b'])).toEqual(first);
  const somebody = createServer().listen(first.a, '127.0.0.1');
  await once(somebody, 'listening');
  const second = await rememberedPorts(file, ['a', 'b']);
  expect(second.b).toBe(first.b);
  expect([first.a, first.b]).not.toContain(second.a);
  somebody.close();
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveName, checksumOf, downloadTemporal } from './temporal-download.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-download-'));
const archive = archiveName('linux', 'x64');
const files = {};
const server = createServer((request, response) => {
  const body = files[request.url.slice(1)];
  response.writeHead(body ? 200 : 404).end(body);
});
let from;

beforeAll(async () => {
  for (const name of ['temporal-server', 'temporal-sql-tool']) writeFileSync(join(folder, name), name);
  execFileSync('tar', ['-czf', 'release', 'temporal-server', 'temporal-sql-tool'], { cwd: folder });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  from = `http://127.0.0.1:${server.address().port}`;
  files[archiveName(process.platform, process.arch)] = readFileSync(join(folder, 'release'));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function download(name) {
  const into = join(folder, name);
  mkdirSync(into);
  const outcome = downloadTemporal({ into, logFile: join(folder, 'log'), signal: AbortSignal.any([]), from });
  return { into, outcome };
}
const listed = (sum) => `${'0'.repeat(64)}  other.tar.gz\n${sum}  ${archiveName(process.platform, process.arch)}\n`;

test('the programs of a release archive are unpacked when its checksum is the one that was published', async () => {
  files['checksums.txt'] = listed(
    createHash('sha256')
      .update(readFileSync(join(folder, 'release')))
      .digest('hex'),
  );
  const found = await download('good').outcome;
  expect(readFileSync(found.server, 'utf8')).toBe('temporal-server');
  expect(readFileSync(found.sqlTool, 'utf8')).toBe('temporal-sql-tool');
});

test('an archive with another checksum is refused before anything of it is unpacked', async () => {
  files['checksums.txt'] = listed('a'.repeat(64));
  const { into, outcome } = download('bad');
  await expect(outcome).rejects.toThrow('not the one released');
  expect(existsSync(join(into, 'temporal-server'))).toBe(false);
});

test('an archive that the checksums do not name, or that is not there, is refused', async () => {
  expect(() => checksumOf(archive, `${'b'.repeat(64)}  ${archive}.sig\nshort  ${archive}\n`)).toThrow('does not name');
  expect(checksumOf(archive, `${'b'.repeat(64)} *${archive}`)).toBe('b'.repeat(64));
  delete files['checksums.txt'];
  await expect(download('absent').outcome).rejects.toThrow('HTTP 404');
});

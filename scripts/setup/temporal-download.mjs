import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runChild } from './run-child.mjs';
import { temporalVersion } from './temporal-paths.mjs';

const releases = `https://github.com/temporalio/temporal/releases/download/v${temporalVersion}`;
const timeouts = { answer: 10_000, silence: 30_000 };

/** Both programs from the official release archive, after its SHA-256 was found in the release's checksums.txt. */
export async function downloadTemporal({ into, logFile, signal, from = releases }) {
  const archive = archiveName(process.platform, process.arch);
  const checksums = await (await answer(`${from}/checksums.txt`, signal)).text();
  const expected = checksumOf(archive, checksums);
  const file = join(into, archive);
  await save(await answer(`${from}/${archive}`, signal), file, signal);
  await verifyChecksum(file, expected);
  await runChild('tar', ['-xf', archive], { cwd: into, env: process.env, logFile });
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { server: join(into, `temporal-server${ending}`), sqlTool: join(into, `temporal-sql-tool${ending}`) };
}

/** The name of the release archive for a platform, in Node's names; throws where there is none. */
export function archiveName(platform, architecture) {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform];
  const arch = { x64: 'amd64', arm64: 'arm64' }[architecture];
  if (!os || !arch) throw new Error(`there is no release for ${platform} on ${architecture}`);
  return `temporal_${temporalVersion}_${os}_${arch}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** The SHA-256 that checksums.txt gives for a file; throws when it does not name the file. */
export function checksumOf(name, checksums) {
  const lines = checksums.split('\n').map((line) => line.trim().split(/\s+\*?/));
  const [sum] = lines.find(([sum, file]) => file === name && /^[0-9a-f]{64}$/.test(sum)) ?? [];
  if (!sum) throw new Error(`checksums.txt does not name ${name}`);
  return sum;
}

/** Throws unless the file has the SHA-256 that was expected. */
export async function verifyChecksum(file, expected) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const found = hash.digest('hex');
  if (found !== expected)
    throw new Error(`the archive is not the one released: SHA-256 ${found} instead of ${expected}`);
}

async function answer(url, signal) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`no answer in ${timeouts.answer / 1000} s`)), timeouts.answer);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, late.signal]) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  } catch (error) {
    throw new Error(`${url}: ${error.cause?.message ?? error.message}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function save(response, file, signal) {
  const silent = new AbortController();
  const stall = setTimeout(() => silent.abort(new Error('the download came to a halt')), timeouts.silence);
  async function* watched(chunks) {
    for await (const chunk of chunks) {
      stall.refresh();
      yield chunk;
    }
  }
  try {
    const either = AbortSignal.any([signal, silent.signal]);
    await pipeline(Readable.fromWeb(response.body), watched, createWriteStream(file), { signal: either });
  } catch (error) {
    throw silent.signal.aborted ? silent.signal.reason : error;
  } finally {
    clearTimeout(stall);
  }
}

import { createWriteStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { NotExported } from './export-request.ts';

/**
 * Writes a file whole or not at all, readable for its owner alone; packed when its name ends in `.gz`. It has the name
 * `<path>.part` until `beforeName` is done. @throws NotExported when there is such a file already.
 */
export async function writeWhole(
  path: string,
  parts: AsyncIterable<string>,
  { beforeName, signal }: { readonly beforeName: () => Promise<void>; readonly signal: AbortSignal },
): Promise<void> {
  const part = `${path}.part`;
  await refuseExisting(path);
  const file = await open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new NotExported(
      error.code === 'EEXIST'
        ? `${part} is there already: another export writes it, or was killed. Remove it first.`
        : `${path} cannot be written (${error.code ?? 'unknown'}).`,
    );
  });
  try {
    const text = Readable.from(parts, { objectMode: true });
    const sink = createWriteStream(part, { fd: file, flush: true });
    if (path.endsWith('.gz')) await pipeline(text, createGzip(), sink, { signal });
    else await pipeline(text, sink, { signal });
    await beforeName();
    signal.throwIfAborted();
    await refuseExisting(path);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new NotExported(`${path} is there already. Name another file.`);
}

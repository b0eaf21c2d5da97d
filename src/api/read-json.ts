import { escaped } from '../cases/read-shape.ts';
import { Problem } from './problem.ts';

const MAX_BYTES = 256 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body. What no form can hold is refused here: lone surrogates, too deep nesting, too large numbers. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Problem('unsupported-media-type', 'Stuur de inhoud als application/json.');
  const bytes = await readBytes(request).catch((cause: unknown) => {
    if (cause instanceof Problem) throw cause;
    // The caller hung up, or was too slow for the server: nothing that is ours to mend.
    throw new Problem('malformed', 'De inhoud is niet helemaal binnengekomen.');
  });
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Problem('malformed', 'De inhoud is geen geldige JSON.');
  }
  refuseUnwritable(value);
  return value;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (Number(declared ?? 0) > MAX_BYTES) throw tooLarge();
  // The server sees to it that a body is no longer than was declared; read whole it need not become a stream.
  if (declared !== null) return new Uint8Array(await request.arrayBuffer());
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > MAX_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(): Problem {
  return new Problem('too-large', 'De inhoud is groter dan 256 KiB.', {}, { connection: 'close' });
}

const MAX_DEPTH = 40;

function refuseUnwritable(value: unknown, pointer = '', depth = 0): void {
  const refuse = (detail: string): never => {
    throw new Problem('invalid-input', 'De inhoud heeft tekens of lagen die niet kunnen.', {
      errors: [{ pointer, detail }],
    });
  };
  if (depth > MAX_DEPTH) refuse('Te veel lagen in elkaar.');
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('Dit getal is te groot.');
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      refuse('Deze tekst heeft tekens die niet kunnen worden bewaard.');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      // Some readers skip this name, so that it would pass unseen.
      if (key === '__proto__') refuse('Het veld __proto__ is niet bekend.');
      if (key.includes('\0') || !key.isWellFormed()) refuse('Een veldnaam heeft tekens die niet kunnen.');
      refuseUnwritable(part, `${pointer}/${escaped(key)}`, depth + 1);
    }
  }
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const signingKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
const identityKeysSchema = z.strictObject({
  port: z.int().min(1).max(65_535).nullable(),
  signingKey: signingKeySchema,
  cookieKey: z.string().min(32),
  cliSecret: z.string().min(32),
});

/** What the identity provider must keep so that an issued token stays valid over a restart. */
export type IdentityKeys = z.infer<typeof identityKeysSchema>;

const keysFile = 'idp-keys.json';

/** The kept keys of this installation, or fresh ones that are kept first. Throws when the file holds something else. */
export async function keepIdentityKeys(directory: string): Promise<IdentityKeys> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, keysFile);
  const kept = await readIfThere(file);
  if (kept === undefined) {
    const made = await makeIdentityKeys();
    await writeIdentityKeys(directory, made);
    return made;
  }
  const parsed = identityKeysSchema.safeParse(parseJson(kept));
  if (!parsed.success) {
    throw new Error(
      `${file} holds no keys of an identity provider; remove it to get new ones (issued tokens then end)`,
    );
  }
  await chmod(file, 0o600);
  return parsed.data;
}

export async function writeIdentityKeys(directory: string, keys: IdentityKeys): Promise<void> {
  await writePrivately(join(directory, keysFile), JSON.stringify(keys, null, 2));
}

/** Writes a file that only its owner can read; an interrupted write leaves the old file as it was. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await writeFile(draft, `${text}\n`, { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function makeIdentityKeys(): Promise<IdentityKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signingKey = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  return identityKeysSchema.parse({ port: null, signingKey, cookieKey: randomSecret(), cliSecret: randomSecret() });
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

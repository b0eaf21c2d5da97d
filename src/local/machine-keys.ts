import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import {
  assertionAlgorithms,
  type Machine,
  machineFile,
  type MachineKey,
  machineKeySchema,
  machineSchema,
} from './cli-client.ts';
import { writePrivately } from './identity-keys.ts';

/** The kept key pairs of a machine client, or fresh ones; they are kept with the issuer's present address. */
export async function keepMachine(directory: string, issuer: string, clientId: string): Promise<Machine> {
  const file = join(directory, machineFile(clientId));
  const kept = await readFile(file, 'utf8').then(readMachine, () => undefined);
  if (kept?.issuer === issuer) return kept;
  const keys = kept?.keys ?? (await Promise.all(assertionAlgorithms.map(makeKey)));
  const machine: Machine = { issuer, clientId, keys };
  await writePrivately(file, JSON.stringify(machine, null, 2));
  return machine;
}

/** What the identity provider may know of a key: its public half. */
export function publicHalf({ kid, alg, kty, crv, x, y, n, e }: MachineKey): JWK {
  const parts: Record<string, unknown> = { kty, crv, x, y, n, e, kid, alg, use: 'sig' };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as JWK;
}

function readMachine(text: string): Machine | undefined {
  try {
    return machineSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function makeKey(alg: MachineKey['alg']): Promise<MachineKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return machineKeySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localKeys } from './local-keys.ts';
import { AUDIENCE } from './local-system.ts';
import { postgresUser } from './postgres-cluster.ts';

const ports = z.record(z.string(), z.int());

/**
 * The settings by which a command reaches what runs on this machine: those given, and else what `npm start` keeps in
 * its home. @throws Error when neither says where the database is.
 */
export function runningSettings(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  if (env['DATABASE_URL'] !== undefined) return { ...nobodyAsks, ...env };
  const home = env['KETENPAD_HOME'] ?? '.ketenpad';
  const text = (...path: string[]): string => readFileSync(join(home, ...path), 'utf8').trim();
  const portOf = (part: string, name: string): number | undefined =>
    ports.parse(JSON.parse(text(part, 'ports.json')))[name];
  try {
    const password = encodeURIComponent(text('postgres', 'password'));
    return {
      ...nobodyAsks,
      KETENPAD_KEYS: localKeys(home),
      DATABASE_URL: `postgresql://${postgresUser}:${password}@127.0.0.1:${portOf('postgres', 'postgres')}/ketenpad`,
      TEMPORAL_ADDRESS: `127.0.0.1:${portOf('temporal', 'frontendGrpc')}`,
      ...env,
    };
  } catch (cause) {
    throw new Error(`Set DATABASE_URL, or start Ketenpad first: nothing of it is kept in ${home}.`, { cause });
  }
}

/** A command takes no requests, so it needs no issuer; the settings are read by the same rules. */
const nobodyAsks = { OIDC_ISSUER: 'https://geen.invalid', OIDC_AUDIENCE: AUDIENCE };

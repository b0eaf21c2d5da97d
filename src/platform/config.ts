import { z } from 'zod';
import { type KeyRing, parseKeyRing } from './crypto/keyring.ts';
import { windows } from './hold.ts';
import type { TemporalSettings } from './temporal/connect.ts';
import { TASK_QUEUE } from './temporal/ids.ts';

/** The settings of one process, read once from its environment. */
export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeyRing;
  /** Requests a minute, in one API process: of one person or machine, and from one address without a valid token. */
  /** Where a worker offers its figures; not at all when absent. */
  readonly metricsPort: number | undefined;
  readonly rateLimits: { readonly perMinute: number; readonly failedPerMinute: number };
  readonly logLevel: string;
  readonly virtualTime: boolean;
  readonly bundle: string | undefined;
  readonly leaseMs: number | undefined;
  readonly continueAfter: number | undefined;
  readonly holdAt: (typeof windows)[number] | undefined;
}

const number = z.coerce.number().int().positive();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL'),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('ketenpad'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default(TASK_QUEUE),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  TEMPORAL_TLS_CA: z.string().min(1).optional(),
  TEMPORAL_TLS_CERT: z.string().min(1).optional(),
  TEMPORAL_TLS_KEY: z.string().min(1).optional(),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  KETENPAD_KEYS: z.string().min(1),
  KETENPAD_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  KETENPAD_RATE_LIMIT: number.default(12_000),
  KETENPAD_FAILED_LIMIT: number.default(600),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  KETENPAD_VIRTUAL_TIME: z.enum(['0', '1']).default('0'),
  KETENPAD_BUNDLE: z.string().optional(),
  KETENPAD_LEASE_MS: number.optional(),
  KETENPAD_CONTINUE_AFTER: number.optional(),
  KETENPAD_HOLD_AT: z.enum(windows).optional(),
  NODE_ENV: z.string().optional(),
});

/** Checks the settings that are given, for a start that brings the others itself. @throws Error that names the wrong ones. */
export function checkGiven(env: Readonly<Record<string, string | undefined>>): void {
  const parsed = environment.partial().safeParse(env);
  if (!parsed.success) throw wrongSettings(parsed.error);
  if (env['KETENPAD_KEYS'] !== undefined) parseKeyRing(env['KETENPAD_KEYS']);
}

function wrongSettings(error: z.ZodError): Error {
  const wrong = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return new Error(`Settings are missing or wrong (docs/operations.md):\n  ${wrong.join('\n  ')}`);
}

/** @throws Error that names every setting that is missing or wrong, and never its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw wrongSettings(parsed.error);
  const given = parsed.data;
  const virtualTime = given.KETENPAD_VIRTUAL_TIME === '1';
  if (virtualTime && given.NODE_ENV === 'production')
    throw new Error('KETENPAD_VIRTUAL_TIME: time cannot be moved in production');
  return {
    port: given.PORT,
    databaseUrl: given.DATABASE_URL,
    temporal: temporalSettings(given),
    issuer: given.OIDC_ISSUER,
    audience: given.OIDC_AUDIENCE,
    keys: parseKeyRing(given.KETENPAD_KEYS),
    metricsPort: given.KETENPAD_METRICS_PORT,
    rateLimits: { perMinute: given.KETENPAD_RATE_LIMIT, failedPerMinute: given.KETENPAD_FAILED_LIMIT },
    logLevel: given.LOG_LEVEL,
    virtualTime,
    bundle: given.KETENPAD_BUNDLE,
    leaseMs: given.KETENPAD_LEASE_MS,
    continueAfter: given.KETENPAD_CONTINUE_AFTER,
    holdAt: given.KETENPAD_HOLD_AT,
  };
}

/** The TLS settings hold PEM text. A certificate and its key go together. */
function temporalSettings(given: z.infer<typeof environment>): TemporalSettings {
  const { TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key, TEMPORAL_API_KEY: apiKey } = given;
  if ((crt === undefined) !== (key === undefined))
    throw new Error('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together');
  const tls =
    ca === undefined && crt === undefined
      ? undefined
      : {
          ...(ca === undefined ? {} : { serverRootCACertificate: Buffer.from(ca) }),
          ...(crt === undefined || key === undefined
            ? {}
            : { clientCertPair: { crt: Buffer.from(crt), key: Buffer.from(key) } }),
        };
  return {
    address: given.TEMPORAL_ADDRESS,
    namespace: given.TEMPORAL_NAMESPACE,
    taskQueue: given.TEMPORAL_TASK_QUEUE,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import type { KeyRing } from '../crypto/keyring.ts';
import { Unavailable } from '../unavailable.ts';
import { dataConverterOptions } from './codec.ts';

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly tls?: ConnectionOptions['tls'];
  readonly apiKey?: string;
}

/** Connects lazily: the API also starts, and says so on /ready, while Temporal is away. */
export function openTemporal(settings: TemporalSettings, ring: KeyRing): Client {
  const { address, namespace, tls, apiKey } = settings;
  const connection = Connection.lazy({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  return new Client({ connection, namespace, dataConverter: dataConverterOptions(ring) });
}

/** gRPC codes that mean: not now. 4 DEADLINE_EXCEEDED, 8 RESOURCE_EXHAUSTED, 14 UNAVAILABLE, 1 CANCELLED by our deadline. */
const NOT_NOW = new Set([1, 4, 8, 14]);

/** @returns Unavailable for errors that mean "not now", the error itself otherwise. */
export function asUnavailable(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'number' && NOT_NOW.has(code)) return new Unavailable('temporal', error);
    if (code === 9 && /Workflow Task in failed state/.test(cause.message)) return new Unavailable('temporal', error);
    if (cause.name === 'WorkflowUpdateRPCTimeoutOrCancelledError') return new Unavailable('temporal', error);
  }
  return error;
}

import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './paths.ts';

/** The named shapes of the API, such as `Shapes['Case']`. */
export type Shapes = components['schemas'];
export type Ketenpad = Client<paths>;

export interface ClientSettings {
  /** Such as `https://ketenpad.example`; without a slash at the end. */
  readonly baseUrl: string;
  /** A valid access token: asked for every request, so that it can be renewed. */
  readonly token: () => Promise<string> | string;
  /** AGB code of the professional for whom a machine acts. */
  readonly onBehalfOf?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client whose addresses, parameters, bodies and answers are checked by the compiler. What changes something gets an
 * Idempotency-Key unless one is given: after a 503 send the same request with the same key.
 */
export function createKetenpad({ baseUrl, token, onBehalfOf, fetch }: ClientSettings): Ketenpad {
  const client = createClient<paths>({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    onRequest: async ({ request }) => {
      request.headers.set('authorization', `Bearer ${await token()}`);
      if (onBehalfOf !== undefined) request.headers.set('on-behalf-of', onBehalfOf);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', randomUUID());
      return request;
    },
  });
  return client;
}

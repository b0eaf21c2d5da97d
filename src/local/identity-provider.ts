import { randomInt, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
// Not the package's index: on Node 20 that prints that it wants Node 22. All that is used here works on 20.20.
import { Provider } from 'oidc-provider/lib/provider.js';
import type { Configuration, ResourceServer } from 'oidc-provider';
import { insistOnAssertion } from './assertion-rules.ts';
import { assertionAlgorithms, cliClientFile, demoUserGrant, type CliClient } from './cli-client.ts';
import { type MachineClient, machineClients } from './demo-region/machine-clients.ts';
import type { DemoUser } from './demo-region/shape.ts';
import { keepIdentityKeys, writeIdentityKeys, writePrivately, type IdentityKeys } from './identity-keys.ts';
import { keepMachine, publicHalf } from './machine-keys.ts';

const cliClientId = 'ketenpad-cli';
const hour = 3_600;
/** SMART Backend Services: what a system may do by itself, it asks anew every five minutes. */
const machineSeconds = 300;

export interface IdentityProviderOptions {
  /** Where keys, port and the secret of the command line are kept, readable for the owner only. */
  readonly directory: string;
  /** Without it: the port of the last time, else a free one. */
  readonly port?: number;
  readonly users: readonly Omit<DemoUser, 'name' | 'agb'>[];
  /** Those of the demo region when absent. */
  readonly machines?: readonly MachineClient[];
  /** The audience of the access tokens: an absolute URI. */
  readonly audience: string;
  readonly issuerHost?: '127.0.0.1' | 'localhost';
  readonly production: boolean;
  /** Whether the state was marked as demo when it was created. */
  readonly demo: boolean;
  /** Hears of errors that the caller was answered with `server_error`. */
  readonly onError?: (error: unknown) => void;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts the identity provider of the demo region, on loopback only. Throws in production and on state that is not demo. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  if (options.production) {
    throw new Error('the embedded identity provider does not run in production: set OIDC_ISSUER and OIDC_AUDIENCE');
  }
  if (!options.demo) {
    throw new Error('the embedded identity provider runs only on state that was created as a demo');
  }
  const host = options.issuerHost ?? '127.0.0.1';
  const keys = await keepIdentityKeys(options.directory);
  const server = createServer();
  const port = await listen(server, host, options.port, keys.port);
  const issuer = `http://${host}:${port}`;
  try {
    const machines = await machinesOf(options, issuer);
    const provider = createProvider(issuer, keys, machines, options);
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    if (port !== keys.port) await writeIdentityKeys(options.directory, { ...keys, port });
    const cli: CliClient = { issuer, clientId: cliClientId, clientSecret: keys.cliSecret };
    await writePrivately(join(options.directory, cliClientFile), JSON.stringify(cli, null, 2));
  } catch (error) {
    await close(server);
    throw error;
  }
  return { issuer, port, stop: () => close(server) };
}

interface RegisteredMachine extends MachineClient {
  readonly publicKeys: ReturnType<typeof publicHalf>[];
}

function machinesOf({ directory, machines }: IdentityProviderOptions, issuer: string): Promise<RegisteredMachine[]> {
  const register = async (client: MachineClient): Promise<RegisteredMachine> => {
    const { keys } = await keepMachine(directory, issuer, client.clientId);
    return { ...client, publicKeys: keys.map(publicHalf) };
  };
  return Promise.all((machines ?? machineClients).map(register));
}

function createProvider(
  issuer: string,
  keys: IdentityKeys,
  machines: readonly RegisteredMachine[],
  { users, audience, onError }: IdentityProviderOptions,
) {
  const userByHandle = new Map(users.map((user) => [user.handle, user]));
  const userById = new Map(users.map((user) => [user.id, user]));
  const machineById = new Map(machines.map((machine) => [machine.clientId, machine]));
  const api: ResourceServer = {
    scope: '',
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: hour,
    jwt: { sign: { alg: 'ES256', kid: keys.signingKey.kid } },
  };
  const configuration: Configuration = {
    // Memory is enough: access tokens are signed and never looked up, and nobody minds logging in again after a restart.
    adapter: createMemoryAdapter(),
    jwks: { keys: [keys.signingKey] },
    cookies: { keys: [keys.cookieKey] },
    clients: [
      {
        client_id: cliClientId,
        client_secret: keys.cliSecret,
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: [demoUserGrant],
        response_types: [],
        redirect_uris: [],
      },
      ...machines.map(({ clientId, publicKeys }) => ({
        client_id: clientId,
        token_endpoint_auth_method: 'private_key_jwt' as const,
        jwks: { keys: publicKeys },
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      })),
    ],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: assertionAlgorithms },
    assertJwtClientAuthClaimsAndHeader: (_context, claims, header) => insistOnAssertion(issuer, claims, header),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientBasedCORS: () => false,
    findAccount: (_context, id) => (userById.has(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
    extraTokenClaims: (_context, token) => {
      if (!('accountId' in token)) return machineClaims(machineById.get(token.clientId ?? ''));
      const user = userById.get(token.accountId);
      if (user === undefined) return undefined;
      const { handle, roles, organisation, practitioner, municipality } = user;
      return { handle, roles, organisation, practitioner, municipality };
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, _resource, { clientId }) =>
          machineById.has(clientId) ? { ...api, accessTokenTTL: machineSeconds } : api,
      },
    },
    renderError: (context, out) => {
      context.type = 'json';
      context.body = out;
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      ClientCredentials: machineSeconds,
      Grant: hour,
      IdToken: hour,
      Interaction: hour,
      Session: hour,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.registerGrantType<{ user?: string }>(
    demoUserGrant,
    async (context) => {
      const { client, params } = context.oidc;
      const user = userByHandle.get(params.user ?? '');
      if (user === undefined) {
        context.status = 400;
        context.body = { error: 'invalid_grant', error_description: 'unknown demo user' };
        return;
      }
      const token = new provider.AccessToken({
        client,
        accountId: user.id,
        // Never stored: a signed access token does not look its grant up.
        grantId: randomUUID(),
        gty: demoUserGrant,
        resourceServer: new provider.ResourceServer(audience, api),
      });
      context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
    },
    ['user'],
  );
  // Koa would print what the caller has been answered already.
  provider.silent = true;
  provider.on('server_error', (_context, error) => onError?.(error));
  return provider;
}

function machineClaims(machine: MachineClient | undefined): Record<string, unknown> | undefined {
  if (machine === undefined) return undefined;
  const { clientId: handle, roles, organisation } = machine;
  return { handle, roles, organisation, practitioner: null, municipality: null };
}

/** Listens on the given port; else on the kept one; else, or when another process took that, on a free one. */
async function listen(server: Server, host: string, given: number | undefined, kept: number | null): Promise<number> {
  if (given !== undefined && given !== 0) return tryPort(server, host, given);
  // Below the ports that the system hands to outgoing connections, so that it is still free at the next start.
  const fresh = Array.from({ length: 20 }, () => randomInt(20_000, 32_000));
  for (const port of kept === null ? fresh : [kept, ...fresh]) {
    try {
      return await tryPort(server, host, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  throw new Error('the identity provider found no free port between 20000 and 32000');
}

function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.removeListener('error', reject);
      resolve(port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

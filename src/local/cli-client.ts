import { z } from 'zod';

/** The grant with which the command line gets a token for a demo user: parameter `user`, the handle. */
export const demoUserGrant = 'urn:ketenpad:demo-user';

/** In the directory of the identity provider: how the command line reaches it, readable for the owner only. */
export const cliClientFile = 'idp-cli.json';

export const cliClientSchema = z.strictObject({ issuer: z.url(), clientId: z.string(), clientSecret: z.string() });
export type CliClient = z.infer<typeof cliClientSchema>;

/** In the same directory: with what a machine client proves who it is. */
export function machineFile(clientId: string): string {
  return `idp-${clientId}.json`;
}

/** The algorithms of SMART Backend Services for the assertions of a client. */
export const assertionAlgorithms = ['ES384', 'RS384'] as const;

export const machineKeySchema = z.looseObject({ kid: z.string(), alg: z.enum(assertionAlgorithms), d: z.string() });
export type MachineKey = z.infer<typeof machineKeySchema>;

export const machineSchema = z.strictObject({
  issuer: z.url(),
  clientId: z.string(),
  keys: z.array(machineKeySchema).length(assertionAlgorithms.length),
});
export type Machine = z.infer<typeof machineSchema>;

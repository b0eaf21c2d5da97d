import { z } from 'zod';

/** The grant with which the command line gets a token for a demo user: parameter `user`, the handle. */
export const demoUserGrant = 'urn:ketenpad:demo-user';

/** In the directory of the identity provider: how the command line reaches it, readable for the owner only. */
export const cliClientFile = 'idp-cli.json';

export const cliClientSchema = z.strictObject({ issuer: z.url(), clientId: z.string(), clientSecret: z.string() });
export type CliClient = z.infer<typeof cliClientSchema>;

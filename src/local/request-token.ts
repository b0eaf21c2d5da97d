import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cliClientFile, cliClientSchema, demoUserGrant } from './cli-client.ts';

/** No token could be had; the message says what to do. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

const answerSchema = z.union([
  z.object({ access_token: z.string().min(1) }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
]);

/** An access token for a demo user from the identity provider that runs on this home. @throws NoToken */
export async function requestToken(home: string, user: string): Promise<string> {
  const notRunning = `No Ketenpad is running on ${home}. Start it with: npm start`;
  let answer: z.infer<typeof answerSchema>;
  let issuer: string;
  try {
    const client = cliClientSchema.parse(JSON.parse(readFileSync(join(home, 'idp', cliClientFile), 'utf8')));
    issuer = client.issuer;
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: demoUserGrant, user }),
      signal: AbortSignal.timeout(10_000),
    });
    answer = answerSchema.parse(await response.json());
  } catch (cause) {
    throw new NoToken(notRunning, { cause });
  }
  if ('access_token' in answer) return answer.access_token;
  throw new NoToken(`${issuer} gives no token for "${user}": ${answer.error_description ?? answer.error}`);
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { cliClientFile, cliClientSchema, demoUserGrant, type CliClient } from '../local/cli-client.ts';
import { users } from '../local/demo-region/users.ts';

// `npm run -s token -- <user>`: prints an access token for a user of the demo region on stdout, and nothing else.

class NoToken extends Error {}

const answerSchema = z.union([
  z.object({ access_token: z.string().min(1) }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
]);
const home = resolve(process.env.KETENPAD_HOME || '.ketenpad');
const notRunning = `No Ketenpad is running on ${home}. Start it with: npm start`;

async function requestToken(user: string): Promise<string> {
  const { issuer, clientId, clientSecret } = readClient();
  let answer: z.infer<typeof answerSchema>;
  try {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
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

function readClient(): CliClient {
  try {
    return cliClientSchema.parse(JSON.parse(readFileSync(join(home, 'idp', cliClientFile), 'utf8')));
  } catch (cause) {
    throw new NoToken(notRunning, { cause });
  }
}

try {
  const user = process.argv[2];
  if (user === undefined || !users.some(({ handle }) => handle === user)) {
    const problem = user === undefined ? 'Say for whom: npm run -s token -- <user>' : `There is no user "${user}".`;
    throw new NoToken(`${problem}\nUsers: ${users.map(({ handle }) => handle).join(', ')}`);
  }
  console.log(await requestToken(user));
} catch (error) {
  if (!(error instanceof NoToken)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { resolve } from 'node:path';
import { users } from '../local/demo-region/users.ts';
import { NoToken, requestToken } from '../local/request-token.ts';

/** `npm run -s token -- <user>`: prints an access token for a user of the demo region on stdout, and nothing else. */
try {
  const user = process.argv[2];
  if (user === undefined || !users.some(({ handle }) => handle === user)) {
    const problem = user === undefined ? 'Say for whom: npm run -s token -- <user>' : `There is no user "${user}".`;
    throw new NoToken(`${problem}\nUsers: ${users.map(({ handle }) => handle).join(', ')}`);
  }
  console.log(await requestToken(resolve(process.env.KETENPAD_HOME || '.ketenpad'), user));
} catch (error) {
  if (!(error instanceof NoToken)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

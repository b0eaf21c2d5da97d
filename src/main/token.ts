import { resolve } from 'node:path';
import { machineClients } from '../local/demo-region/machine-clients.ts';
import { users } from '../local/demo-region/users.ts';
import { NoToken, requestToken } from '../local/request-token.ts';

const handles = users.map(({ handle }) => handle);
const machines = machineClients.map(({ clientId }) => clientId);

const usage = `Say for whom: npm run -s token -- <user>
Users (valid one hour): ${handles.join(', ')}
Machine client (valid five minutes): ${machines.join(', ')}`;

/** `npm run -s token -- <user>`: prints an access token for a user of the demo region on stdout, and nothing else. */
try {
  const user = process.argv[2];
  if (user === '--help') {
    console.log(usage);
  } else {
    if (user === undefined) throw new NoToken(usage);
    if (![...handles, ...machines].includes(user)) throw new NoToken(`There is no user "${user}".\n${usage}`);
    console.log(await requestToken(resolve(process.env.KETENPAD_HOME || '.ketenpad'), user));
  }
} catch (error) {
  if (!(error instanceof NoToken)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

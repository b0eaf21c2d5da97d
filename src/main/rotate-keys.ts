import { rotateIdentityKeys } from '../cases/rotate-identity-keys.ts';
import { runningSettings } from '../local/running-settings.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';

// `npm run -s rotate-keys`: wraps every person's key under the current identity key; JSON on stdout, exit 1 when some are left.
try {
  const config = readConfig(runningSettings(process.env));
  const db = openDatabase(config.databaseUrl, 1);
  const rotation = await rotateIdentityKeys(db, config.keys, (done) =>
    console.error(`[rotate-keys] ${done} rewrapped`),
  );
  await db.close();
  const { current, unused, unreadable, ok } = rotation;
  for (const id of unused) console.error(`[rotate-keys] identity key '${id}' wraps nothing any more`);
  if (unreadable > 0) console.error(`[rotate-keys] ${unreadable} cannot be opened: their key is not in KETENPAD_KEYS`);
  if (!ok)
    console.error(
      `[rotate-keys] not everything is under '${current}' yet: give every API the new keys and run this again`,
    );
  console.log(JSON.stringify(rotation));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

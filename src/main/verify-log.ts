import { verifyChains } from '../cases/verify-chains.ts';
import { runningSettings } from '../local/running-settings.ts';
import { checkGiven } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';

// `npm run -s verify-log`: recomputes the hashes of the access log and of all facts; JSON on stdout, exit 1 when broken.
try {
  const env = runningSettings(process.env);
  checkGiven(env);
  const db = openDatabase(env['DATABASE_URL'] ?? '', 1);
  const started = performance.now();
  const verified = await verifyChains(db, (what, rows) => console.error(`[verify-log] ${what}: ${rows}`));
  await db.close();
  console.log(JSON.stringify({ ...verified, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) }));
  process.exitCode = verified.ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

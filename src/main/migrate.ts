import { checkGiven } from '../platform/config.ts';
import { applyMigrations } from '../platform/db/migrate.ts';

/** `npm run migrate`: applies what is not applied yet to DATABASE_URL, before new processes start. */
const url = process.env['DATABASE_URL'];
try {
  if (url === undefined) throw new Error('DATABASE_URL: say which database');
  checkGiven({ DATABASE_URL: url });
  const applied = await applyMigrations(url);
  console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied: ${applied.join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

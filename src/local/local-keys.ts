import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyRing } from '../platform/crypto/keyring.ts';

/** The keys of this installation, made the first time and readable by its owner only. Without them its data is lost. */
export function localKeys(home: string): string {
  const file = join(home, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, generateKeyRing(), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

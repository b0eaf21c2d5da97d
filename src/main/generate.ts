import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentDefinition, definitions } from '../chains/index.ts';
import { chainPageOf, GENERATED } from '../language/chain-page.ts';

// `npm run gen`: writes a page for every chain. `-- --check` writes nothing, names what differs, and then exits 1.

const FOLDER = 'docs/chains';

const options = process.argv.slice(2);
const stray = options.find((option) => option !== '--check');
if (stray !== undefined) {
  console.error(`There is no option ${stray}: npm run gen [-- --check]`);
  process.exit(2);
}
const wanted = new Map(
  Object.keys(definitions)
    .flatMap((id) => currentDefinition(id) ?? [])
    .map((chain) => [join(FOLDER, `${chain.id}.md`), chainPageOf(chain)]),
);
const present = new Map(generatedPages().map((path) => [path, normalised(readFileSync(path, 'utf8'))]));
const differing = [...new Set([...wanted.keys(), ...present.keys()])].filter(
  (path) => wanted.get(path) !== present.get(path),
);
if (options.includes('--check')) check();
else write();

function check(): void {
  if (differing.length === 0) return;
  console.error(`These differ from what is generated: ${differing.join(', ')}\nRun: npm run gen`);
  process.exitCode = 1;
}

function write(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const path of differing) {
    const page = wanted.get(path);
    if (page === undefined) rmSync(path);
    else writeFileSync(path, page);
    console.log(`${page === undefined ? 'removed' : 'wrote'} ${path}`);
  }
  if (differing.length === 0) console.log('Nothing to write: all pages are as they should be.');
}

/** Pages that stand there and were generated, or stand where one is wanted. */
function generatedPages(): string[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(FOLDER, name))
    .filter((path) => wanted.has(path) || readFileSync(path, 'utf8').startsWith(GENERATED));
}

/** A checkout may end its lines otherwise. */
function normalised(page: string): string {
  return page.replaceAll('\r\n', '\n');
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatePaths } from '../../client/generate-paths.ts';
import { requirements } from '../../test/requirements.ts';
import { requirementsPage } from '../../test/requirements-page.ts';
import { apiDocument } from '../api/api-document.ts';
import { GENERATED } from '../language/chain-page.ts';
import { chainPages } from './chain-pages.ts';
import { definitionsPage } from './definitions-page.ts';
import { placesPage } from './places-page.ts';

// `npm run gen`: writes a page for every chain, the types of the client and the table of requirements.
// `-- --check` writes nothing, names what differs, and then exits 1.

const FOLDER = 'docs/chains';

const options = process.argv.slice(2);
const stray = options.find((option) => option !== '--check');
if (stray !== undefined) {
  console.error(`There is no option ${stray}: npm run gen [-- --check]`);
  process.exit(2);
}
const wanted = new Map([
  ...chainPages(FOLDER),
  placesPage(FOLDER),
  ['client/paths.ts', await generatePaths(apiDocument())],
  ['docs/definitions.md', definitionsPage()],
  ['docs/requirements.md', requirementsPage(requirements)],
]);
const present = new Map(generatedFiles().map((path) => [path, normalised(readFileSync(path, 'utf8'))]));
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
  for (const path of differing) {
    const text = wanted.get(path);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    console.log(`${text === undefined ? 'removed' : 'wrote'} ${path}`);
  }
  if (differing.length === 0) console.log('Nothing to write: all files are as they should be.');
}

/** What is wanted and stands there, and pages of chains that were generated. */
function generatedFiles(): string[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const pages = names
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(FOLDER, name))
    .filter((path) => readFileSync(path, 'utf8').startsWith(GENERATED));
  return [...new Set([...pages, ...[...wanted.keys()].filter((path) => existsSync(path))])];
}

/** A checkout may end its lines otherwise. */
function normalised(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

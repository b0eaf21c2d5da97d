import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentDefinition, definitions } from '../chains/index.ts';
import { tableA4 } from '../chains/valpreventie/v1/rows.ts';
import { chainPageOf, GENERATED } from '../language/chain-page.ts';
import type { RegionalTable } from '../language/chain-page-rows.ts';
import type { Journey } from '../../test/journeys/journey.ts';
import { valpreventieJourneys } from '../../test/journeys/valpreventie.ts';

// `npm run gen`: writes a page for every chain. `-- --check` writes nothing, names what differs, and then exits 1.

const FOLDER = 'docs/chains';

/** The region's tables, and the journeys that play them. */
const tables: Readonly<Record<string, RegionalTable>> = {
  valpreventie: {
    title: 'Tabel a.4',
    rows: tableA4,
    file: 'test/journeys/valpreventie.ts',
    playedIn: (step) => valpreventieJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
};

const options = process.argv.slice(2);
const stray = options.find((option) => option !== '--check');
if (stray !== undefined) {
  console.error(`There is no option ${stray}: npm run gen [-- --check]`);
  process.exit(2);
}
const wanted = new Map(
  Object.keys(definitions)
    .flatMap((id) => currentDefinition(id) ?? [])
    .map((chain) => [join(FOLDER, `${chain.id}.md`), chainPageOf(chain, tables[chain.id])]),
);
const present = new Map(generatedPages().map((path) => [path, normalised(readFileSync(path, 'utf8'))]));
const differing = [...new Set([...wanted.keys(), ...present.keys()])].filter(
  (path) => wanted.get(path) !== present.get(path),
);
if (options.includes('--check')) check();
else write();

/** One item of a step that stands open several times is decided as `doorverwijzing#visus`. */
function decides({ referral, steps }: Journey, step: string): boolean {
  if (referral.outcome !== undefined && referral.entry === step) return true;
  return steps.some(
    (each) => ('decides' in each && each.decides.split('#')[0] === step) || ('places' in each && each.places === step),
  );
}

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

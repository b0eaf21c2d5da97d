import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { windows } from '../src/platform/hold.ts';
import { brokenBuilds } from './broken/builds.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const namesIn = (folder: string): string[] => readdirSync(join(root, folder));

const adrs = namesIn('docs/adr')
  .toSorted()
  .map((name) => `docs/adr/${name}`);
const pages = namesIn('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const documents = ['README.md', 'AGENTS.md', 'CHANGELOG.md', ...pages, ...adrs];

const dependencies = z.record(z.string(), z.string());
const { scripts, ...packages } = z
  .object({ scripts: z.record(z.string(), z.string()), dependencies, devDependencies: dependencies })
  .parse(JSON.parse(read('package.json')));

/** What stands between backticks. */
function citedIn(document: string): string[] {
  return [...read(document).matchAll(/`([^`\n]+)`/g)].map(([, cited]) => cited ?? '');
}

/** The rows of the first table under a heading, as cells. */
function tableUnder(document: string, heading: string): string[][] {
  const [, part = ''] = read(document).split(`\n## ${heading}\n`);
  const [section = ''] = part.split('\n## ');
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

describe.each(documents)('%s', (document) => {
  test('names only files and folders that exist', () => {
    const paths = citedIn(document).filter((cited) =>
      /^(src|test|bench|docs|prisma|scripts|tools)(\/[\w@.-]+)+\/?$|^[A-Z]+\.md$/.test(cited),
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('links only to what exists', () => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  test('names only commands that package.json has', () => {
    const named = [...read(document).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)];
    expect(named.map(([, run, plain]) => run ?? plain ?? '').filter((name) => !Object.hasOwn(scripts, name))).toEqual(
      [],
    );
  });
});

describe('docs/operations.md', () => {
  const described = tableUnder('docs/operations.md', 'Settings').flatMap(([cell]) => codeIn(cell));
  const [, schema = ''] =
    /const environment = z\.object\(\{\n([\s\S]*?)\n\}\);/.exec(read('src/platform/config.ts')) ?? [];
  const ofConfig = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name ?? '');

  test('describes every setting of the processes, each once', () => {
    expect(ofConfig.length).toBeGreaterThan(10);
    expect(ofConfig.filter((name) => !described.includes(name))).toEqual([]);
    expect(new Set(described).size).toBe(described.length);
  });

  test('describes no setting that nothing reads', () => {
    const readers = ['src/main', 'src/local', 'scripts', 'scripts/setup'].flatMap((folder) =>
      namesIn(folder)
        .filter((name) => /\.(ts|mjs)$/.test(name))
        .map((name) => read(`${folder}/${name}`)),
    );
    const readSomewhere = (name: string): boolean =>
      ofConfig.includes(name) || readers.some((text) => text.includes(name));
    expect(described.filter((name) => !readSomewhere(name))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const rows = tableUnder('docs/architecture.md', 'Crash windows');

  test('lists every crash window, in their order', () => {
    expect(rows.flatMap(([window]) => codeIn(window))).toEqual([...windows]);
  });

  test('lists a test for every crash window, and exactly the broken builds that there are', () => {
    expect(rows.filter(([, , , tests]) => codeIn(tests).length === 0)).toEqual([]);
    const listed = new Set(rows.flatMap(([, , , , builds]) => codeIn(builds)));
    expect([...listed].toSorted()).toEqual(brokenBuilds.map(({ name }) => name).toSorted());
  });

  test('puts beside every broken build the test that notices it', () => {
    const pairs = rows.flatMap(([, , , tests, builds]) =>
      codeIn(builds).map((name) => ({ name, tests: codeIn(tests) })),
    );
    const fileOf = new Map(brokenBuilds.map(({ name, file }) => [name, file]));
    expect(pairs.filter(({ name, tests }) => !tests.includes(fileOf.get(name) ?? ''))).toEqual([]);
  });

  test('says of every dependency why it is there, and of nothing else', () => {
    const named = tableUnder('docs/architecture.md', 'Dependencies').flatMap(([cell]) => codeIn(cell));
    const used = [packages.dependencies, packages.devDependencies].flatMap((group) => Object.keys(group));
    expect(named.toSorted()).toEqual(used.toSorted());
  });
});

describe('the decision records', () => {
  test('are numbered without a gap, in name and title', () => {
    const numbers = adrs.map((path) => [
      Number(/(\d{4})-/.exec(path)?.[1]),
      Number(/^# (\d+)\. /.exec(read(path))?.[1]),
    ]);
    expect(numbers).toEqual(adrs.map((_path, index) => [index + 1, index + 1]));
  });

  test.each(adrs)('%s says what, why and which test would notice', (path) => {
    const text = read(path);
    for (const heading of ['Context', 'Decision', 'Consequences']) expect(text).toContain(`\n## ${heading}\n`);
    const [, confirmation = ''] = text.split('\n## Confirmation\n');
    const tests = codeIn(confirmation).filter((cited) => cited.includes('.test.'));
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((cited) => !existsSync(join(root, cited)))).toEqual([]);
  });
});

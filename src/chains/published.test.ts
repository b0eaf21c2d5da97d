import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { digestOf, publicationProblems, type VersionFiles } from '../language/digest.ts';
import { definitions } from './definitions.ts';

const listed = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'published.json'), 'utf8')));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a version consists of: all its files but tests, and the rows of the region's table, which only pages read. */
function filesOf(folder: string): VersionFiles {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.test.ts') && name !== 'rows.ts');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Every version, digested as its folder under `root` stands now. */
function versionsUnder(root: string): Parameters<typeof publicationProblems>[0] {
  return Object.values(definitions)
    .flat()
    .map(({ id, version, published }) => ({
      chain: id,
      version,
      published,
      digest: digestOf(filesOf(join(root, id, `v${version}`)), sha256),
    }));
}

test('published.json holds exactly the published versions, and none has changed since', () => {
  expect(publicationProblems(versionsUnder(import.meta.dirname), listed)).toEqual([]);
});

test('the digest covers definition, forms and rules of every version', () => {
  for (const { id, version } of Object.values(definitions).flat()) {
    const names = Object.keys(filesOf(join(import.meta.dirname, id, `v${version}`)));
    expect(names).toEqual(expect.arrayContaining(['chain.ts', 'forms.ts', 'rules.ts']));
  }
});

test('what a version takes from another one is frozen: that one came before it, and is published', () => {
  const all = Object.values(definitions).flat();
  const loose = all.flatMap(({ id, version }) => {
    const text = Object.values(filesOf(join(import.meta.dirname, id, `v${version}`))).join('\n');
    const others = [...text.matchAll(/from '\.\.\/v(\d+)\//g)].map(([, other]) => Number(other));
    const frozen = (other: number): boolean =>
      other < version && all.some((each) => each.id === id && each.version === other && each.published);
    return [...new Set(others)]
      .filter((other) => !frozen(other))
      .map((other) => `${id}@${version} takes from ${other}`);
  });
  expect(loose).toEqual([]);
});

describe('a copy in which every version is published', () => {
  const copy = mkdtempSync(join(tmpdir(), 'ketenpad-chains-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const published = () => versionsUnder(copy).map((version) => ({ ...version, published: true }));
  const fresh = () => cpSync(import.meta.dirname, copy, { recursive: true, force: true });
  fresh();
  const list = Object.fromEntries(published().map(({ chain, version, digest }) => [`${chain}@${version}`, digest]));

  test('is in order as it was copied, and with the line ends of another machine', () => {
    expect(publicationProblems(published(), list)).toEqual([]);
    const file = join(copy, 'valpreventie/v1/chain.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect(publicationProblems(published(), list)).toEqual([]);
    fresh();
  });

  test.each(['chain.ts', 'forms.ts', 'rules.ts'])('is refused with one character more in %s', (name) => {
    appendFileSync(join(copy, 'valpreventie/v1', name), ' ');
    expect(publicationProblems(published(), list)).toEqual([expect.stringMatching(/^valpreventie@1 was changed/)]);
    fresh();
  });
});

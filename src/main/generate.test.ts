import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { definitions } from '../chains/index.ts';
import { GENERATED } from '../language/chain-page.ts';

const script = join(import.meta.dirname, 'generate.ts');
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
// Each run draws the API's document and its types.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketenpad-gen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function gen(...options: string[]): { code: number | null; said: string } {
  const ran = spawnSync(process.execPath, ['--import', tsx, script, ...options], { cwd: folder, encoding: 'utf8' });
  return { code: ran.status, said: ran.stdout + ran.stderr };
}

test('writes a page per chain and one of all places, the types of the client and the requirements, after which the check has nothing to say; a change is named and not written', () => {
  expect(gen('--check')).toMatchObject({ code: 1, said: expect.stringContaining('docs/chains/valpreventie.md') });
  expect(gen().code).toBe(0);
  const pages = join(folder, 'docs/chains');
  expect(readdirSync(pages).toSorted()).toEqual(
    [...Object.keys(definitions), 'gemeenten'].map((name) => `${name}.md`).toSorted(),
  );
  expect(readFileSync(join(folder, 'client/paths.ts'), 'utf8')).toContain('export interface paths');
  expect(readFileSync(join(folder, 'docs/requirements.md'), 'utf8')).toContain('| F35 |');
  expect(gen('--check')).toEqual({ code: 0, said: '' });
  const page = join(pages, 'valpreventie.md');
  const changed = readFileSync(page, 'utf8').replace('Valrisicotest', 'Valtest');
  writeFileSync(page, changed);
  expect(gen('--check')).toMatchObject({ code: 1, said: expect.stringContaining('docs/chains/valpreventie.md') });
  expect(readFileSync(page, 'utf8')).toBe(changed);
});

test('a generated page of a chain that is gone is removed; what people wrote stays', () => {
  const pages = join(folder, 'docs/chains');
  mkdirSync(pages, { recursive: true });
  writeFileSync(join(pages, 'weg.md'), `${GENERATED}\n`);
  writeFileSync(join(pages, 'eigen.md'), '# Van ons\n');
  expect(gen('--check').said).toContain('docs/chains/weg.md');
  expect(gen().code).toBe(0);
  expect(readdirSync(pages)).toContain('eigen.md');
  expect(readdirSync(pages)).not.toContain('weg.md');
});

test('an option that does not exist is refused', () => {
  expect(gen('--chek')).toMatchObject({ code: 2, said: expect.stringContaining('--chek') });
});

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { problemsOf } from '../../src/language/check.ts';
import { everyGuarantee } from '../journeys/guarantees/every-guarantee.ts';
import { groundOf, walkOver } from '../journeys/walks.ts';
import { register, registryLines } from './registered.ts';
import { verkennendGesprekV1 } from './verkennend-gesprek/v1/chain.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const CHAIN = 'src/chains/verkennend-gesprek';
const TREE = [
  'src',
  'client',
  'prisma',
  'test',
  'bench',
  'scripts',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

const report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

describe('a chain of the language, before anything knows it', () => {
  test('has no problems', () => {
    expect(problemsOf(verkennendGesprekV1)).toEqual([]);
  });

  test('keeps every guarantee in five hundred walks, which come to every step and every ending', () => {
    const verdict = walkOver(groundOf(verkennendGesprekV1, 500));
    for (const guarantee of everyGuarantee) verdict.insist(guarantee);
    const { steps, endings } = verkennendGesprekV1;
    const all = [
      ...Object.keys(steps).map((step) => `stap ${step}`),
      ...Object.keys(endings).map((end) => `einde ${end}`),
    ];
    expect(all.filter((each) => !verdict.met.has(each))).toEqual([]);
  }, 120_000);
});

describe('a sixth chain costs one folder and its lines in the registry', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ketenpad-sixth-'));
    for (const part of TREE) cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(root, 'test/sixth-chain/verkennend-gesprek'), join(folder, CHAIN), { recursive: true });
    register(folder);
    renameSync(join(folder, 'test/sixth-chain/over-http.ts'), join(folder, 'test/sixth-chain/over-http.test.ts'));
    rmSync(join(folder, 'test/sixth-chain/sixth-chain.test.ts'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('nothing else of src is another file, or has another line', () => {
    const before = new Map(filesIn(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
    const added = filesIn(folder).filter((file) => !before.has(file));
    expect(added.filter((file) => !file.startsWith(`${CHAIN}/`))).toEqual([]);
    const lines = [...before].flatMap(([file, text]) => {
      const known = new Set(text.split('\n'));
      return readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => !known.has(line))
        .map((line) => `${file}: ${line}`);
    });
    expect(lines.toSorted()).toEqual(registryLines.map(({ file, line }) => `${file}: ${line}`).toSorted());
  });

  test('its own steps, forms and lines have types that fit', async () => {
    const check = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit'], { cwd: folder });
    const said = await check.then(
      () => '',
      (error: { stdout?: string }) => error.stdout ?? 'no types',
    );
    expect(said.split('\n').filter((line) => /^(src\/chains|src\/workflows|test\/sixth-chain)\//.test(line))).toEqual(
      [],
    );
  }, 240_000);

  test('its cases are played over HTTP, on PostgreSQL and Temporal, by the API and a worker that have it', async () => {
    await run(process.execPath, ['--import', 'tsx', 'src/main/bundle.ts', join(folder, 'dist/workflow-bundle.js')], {
      cwd: folder,
    });
    const out = join(folder, 'report.json');
    const args = [
      'run',
      '--project',
      'stack',
      'test/sixth-chain/over-http.test.ts',
      '--reporter',
      'json',
      '--outputFile',
      out,
    ];
    const env = { ...process.env, KETENPAD_TEST_STACK: JSON.stringify(inject('stack')), VITEST: undefined };
    await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder, env }).catch(
      () => undefined,
    );
    const results = report
      .parse(JSON.parse(readFileSync(out, 'utf8')))
      .testResults.flatMap((each) => each.assertionResults);
    const failed = results.filter(({ status }) => status !== 'passed');
    expect(failed.map(({ title, failureMessages }) => `${title}\n${failureMessages.join('\n')}`)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(8);
  }, 300_000);
});

/** Every file of src, by its path in the tree. */
function filesIn(tree: string): readonly string[] {
  return readdirSync(join(tree, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name}`)
    .filter((name) => statSync(join(tree, name)).isFile());
}

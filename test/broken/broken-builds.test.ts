import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { type BrokenBuild, brokenBuilds } from './builds.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const TREE = ['src', 'prisma', 'test', 'scripts', 'dist', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

const report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

describe('each guarantee has a build that breaks it, and a test that notices', () => {
  test.concurrent.for(brokenBuilds)('$name: $guarantee', { timeout: 240_000 }, async (build, { expect }) => {
    const folder = mkdtempSync(join(tmpdir(), `ketenpad-broken-${build.name}-`));
    try {
      await breakBuild(folder, build);
      const found = await outcomeOf(folder, build);
      // It ran and an expectation failed: a build that does not even start proves nothing.
      expect(found).toMatchObject({ title: build.test, status: 'failed' });
      expect(found?.failureMessages.join('\n')).toMatch(/AssertionError/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('every patch is in the list', () => {
    const patches = readdirSync(join(root, 'test/broken')).filter((file) => file.endsWith('.patch'));
    expect(patches.toSorted()).toEqual(brokenBuilds.map(({ name }) => `${name}.patch`).toSorted());
  });
});

/** A copy of the tree with the patch; a patch that no longer applies fails here. */
async function breakBuild(folder: string, { name }: BrokenBuild): Promise<void> {
  for (const part of TREE) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const patch = join(root, 'test/broken', `${name}.patch`);
  await run('git', ['apply', '-p2', patch], { cwd: folder });
  if (/\/src\/(workflows|engine|language|chains)\//.test(readFileSync(patch, 'utf8'))) {
    const bundle = join(folder, 'dist/workflow-bundle.js');
    await run(process.execPath, ['--import', 'tsx', 'src/main/bundle.ts', bundle], { cwd: folder });
  }
}

/** Runs the one test in the broken tree, on the servers of this run. */
async function outcomeOf(folder: string, build: BrokenBuild): Promise<z.infer<typeof report>['testResults'][0]['assertionResults'][0] | undefined> {
  const out = join(folder, 'report.json');
  const exactly = `${build.test.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`;
  const args = ['run', '--project', build.project, build.file, '-t', exactly, '--reporter', 'json', '--outputFile', out];
  const env = { ...process.env, KETENPAD_TEST_STACK: JSON.stringify(inject('stack')), VITEST: undefined };
  await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder, env }).catch(() => undefined);
  const { testResults } = report.parse(JSON.parse(readFileSync(out, 'utf8')));
  return testResults.flatMap(({ assertionResults }) => assertionResults).find(({ title }) => title === build.test);
}

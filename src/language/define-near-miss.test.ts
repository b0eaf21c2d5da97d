import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { base } from '../../test/language/typed-base.ts';

const DEFINE = join(import.meta.dirname, 'define.ts');

/** What the compiler says of a chain in which these steps stand. */
function compilerSays(steps: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ketenpad-tsc-'));
  try {
    const source = [
      `import { all, assess, defineChain, end, knob, on } from '${DEFINE}';`,
      "const within = knob('10wd', { min: '5wd', max: '20wd' });",
      `export const chain = defineChain({ ...(${JSON.stringify(base)} as const), steps: ${steps} });`,
    ];
    writeFileSync(join(folder, 'chain.ts'), source.join('\n'));
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions'];
    const modules = ['--module', 'nodenext', '--target', 'es2023', '--types', '', '--pretty', 'false'];
    const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc');
    const ran = spawnSync(tsc, [...options, ...modules, 'chain.ts'], { cwd: folder, encoding: 'utf8' });
    return ran.stdout + ran.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const spoiledStep = (more: string): string => `{ begin: assess({ label: 'B', by: 'tester', within, ${more} }) }`;
const ends = "klaar: { label: 'K', to: end('klaar') }";

test('the compiler accepts a chain in which every name is there', () => {
  expect(compilerSays(spoiledStep(`outcomes: { ${ends}, weer: { label: 'W', to: 'begin' } }`))).toBe('');
});

test.each([
  ['a step', spoiledStep(`outcomes: { ${ends}, weer: { label: 'W', to: 'begn' } }`), 'begn', 'begin'],
  [
    'a step of several',
    spoiledStep(`outcomes: { ${ends}, weer: { label: 'W', to: all('begin', 'begn') } }`),
    'begn',
    'begin',
  ],
  ['a role', spoiledStep(`with: ['testr'], outcomes: { ${ends} }`), 'testr', 'tester'],
  [
    'an anchor',
    spoiledStep(`opens: { at: { after: 'dagg', length: within }, opening: 'begin' }, outcomes: { ${ends} }`),
    'dagg',
    'dag',
  ],
])('the compiler names the near miss of %s', (_what, steps, wrong, right) => {
  const said = compilerSays(steps);
  expect(said).toContain(`'"${wrong}"' is not assignable`);
  expect(said).toContain(`Did you mean '"${right}"'?`);
});

test('where only one name is possible, the compiler names that one', () => {
  const said = compilerSays(spoiledStep(`opens: on('gebote'), outcomes: { ${ends} }`));
  expect(said).toContain(`'"gebote"' is not assignable to type '"geboorte"'`);
});

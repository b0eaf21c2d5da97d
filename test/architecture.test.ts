import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IRuleSetType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<IRuleSetType['forbidden']>;
  options: ICruiseOptions;
};

/** What is broken in the tree under a folder: `rule: importing file -> imported file`. */
async function violationsIn(baseDir: string): Promise<string[]> {
  const { options, forbidden } = rules;
  const { output } = await cruise(['src'], { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

test('the house keeps its import rules', async () => {
  expect(await violationsIn(root)).toEqual([]);
}, 60_000);

/** Imports that must never be possible, with the rule that refuses them. */
const forbidden: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['engine-imports-its-own', 'src/engine/a.ts', 'src/platform/clock.ts'],
  ['engine-imports-its-own', 'src/engine/b.ts', 'src/chains/proef/v1/chain.ts'],
  ['engine-imports-its-own', 'src/engine/c.ts', 'src/language/check.ts'],
  ['engine-needs-few-packages', 'src/engine/d.ts', 'zod'],
  ['engine-needs-no-node', 'src/engine/e.ts', 'node:fs'],
  ['language-imports-its-own', 'src/language/a.ts', 'src/engine/state.ts'],
  ['chain-is-data', 'src/language/define.ts', 'zod'],
  ['chain-is-data', 'src/language/define/steps.ts', 'src/language/check.ts'],
  ['checks-need-no-zod', 'src/language/b.ts', 'zod'],
  ['chain-is-data', 'src/chains/proef/v1/steps-a.ts', 'zod'],
  ['chain-is-data', 'src/chains/proef/v1/texts.ts', 'src/language/targets.ts'],
  ['rows-are-data', 'src/chains/proef/v1/rows.ts', 'src/language/define.ts'],
  ['a-chain-stands-alone', 'src/chains/proef/v2/rules.ts', 'src/chains/ander/v1/forms.ts'],
  ['engine-imports-its-own', 'src/engine/g.ts', 'src/language/targets.ts'],
  ['chain-is-data', 'src/chains/proef/v1/chain.ts', 'src/chains/proef/v1/forms.ts'],
  ['definitions-are-chains-only', 'src/chains/definitions.ts', 'src/chains/proef/v1/forms.ts'],
  ['chains-imports-its-own', 'src/chains/a.ts', 'src/engine/state.ts'],
  ['workflows-imports-its-own', 'src/workflows/a.ts', 'src/cases/refer.ts'],
  ['workflows-imports-its-own', 'src/workflows/b.ts', 'src/chains/proef/v1/forms.ts'],
  ['workflows-needs-few-packages', 'src/workflows/c.ts', 'zod'],
  ['workflows-needs-few-packages', 'src/workflows/d.ts', '@temporalio/client'],
  ['activities-imports-its-own', 'src/activities/a.ts', 'src/reading/list.ts'],
  ['cases-imports-its-own', 'src/cases/a.ts', 'src/api/app.ts'],
  ['cases-imports-its-own', 'src/cases/b.ts', 'src/workflows/case.ts'],
  ['reading-imports-its-own', 'src/reading/a.ts', 'src/cases/refer.ts'],
  ['access-imports-its-own', 'src/access/a.ts', 'src/engine/state.ts'],
  ['audit-imports-its-own', 'src/audit/a.ts', 'src/platform/clock.ts'],
  ['audit-imports-its-own', 'src/audit/c.ts', 'src/pictures/chart.ts'],
  ['audit-needs-few-packages', 'src/audit/b.ts', 'zod'],
  ['audit-needs-no-node', 'src/audit/d.ts', 'node:fs'],
  ['pictures-imports-its-own', 'src/pictures/a.ts', 'src/cases/refer.ts'],
  ['pictures-needs-few-packages', 'src/pictures/b.ts', 'zod'],
  ['pictures-needs-no-node', 'src/pictures/c.ts', 'node:fs'],
  ['cases-imports-its-own', 'src/cases/g.ts', 'src/pictures/chart.ts'],
  ['api-imports-its-own', 'src/api/a.ts', 'src/engine/state.ts'],
  ['api-has-no-sql', 'src/api/b.ts', 'src/platform/db/database.ts'],
  ['web-imports-its-own', 'src/web/a.ts', 'src/local/demo.ts'],
  ['platform-imports-its-own', 'src/platform/a.ts', 'src/main/api.ts'],
  ['cases-imports-its-own', 'src/cases/c.ts', 'test/harness/stack.ts'],
  ['prisma-in-one-place', 'src/cases/d.ts', '@prisma/client'],
  ['no-cycles', 'src/cases/e.ts', 'src/cases/e2.ts'],
];
const allowed: readonly (readonly [from: string, to: string])[] = [
  ['src/engine/f.ts', 'src/language/define.ts'],
  ['src/engine/h.ts', 'src/language/define/terms.ts'],
  ['src/chains/proef/v3/chain.ts', 'src/chains/proef/v3/steps-a.ts'],
  ['src/chains/proef/v4/chain.ts', 'src/chains/proef/v4/texts.ts'],
  ['src/chains/proef/v3/steps-b.ts', 'src/language/define.ts'],
  ['src/chains/proef/v3/rules.ts', 'src/chains/proef/v3/forms.ts'],
  ['src/engine/f.test.ts', 'src/chains/definitions.ts'],
  ['src/workflows/e.ts', 'src/engine/state.ts'],
  ['src/workflows/f.ts', '@temporalio/workflow'],
  ['src/chains/proef/v1/forms.ts', 'zod'],
  ['src/cases/f.ts', 'src/workflows/protocol.ts'],
  ['src/reading/b.ts', 'src/engine/state.ts'],
  ['src/platform/db/a.ts', '@prisma/client'],
  ['src/audit/e.ts', 'highs'],
  ['src/pictures/d.ts', 'src/audit/figures/items.ts'],
  ['src/pictures/e.ts', 'echarts'],
  ['src/local/b.ts', 'src/pictures/chart.ts'],
  ['src/local/a.ts', 'src/cases/refer.ts'],
  ['src/main/a.ts', 'src/local/demo.ts'],
];

describe('a house with every forbidden import in it', () => {
  let house: string;
  let found: string[];

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'ketenpad-house-'));
    build(house);
    found = await violationsIn(house);
  }, 60_000);
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test.each(forbidden)('%s refuses that %s imports %s', (rule, from) => {
    expect(found.some((violation) => violation.startsWith(`${rule}: ${from} -> `))).toBe(true);
  });

  test.each(allowed)('%s may import %s', (from) => {
    expect(found.filter((violation) => violation.includes(`: ${from} -> `))).toEqual([]);
  });
});

/** Writes every importing and imported file; a package is a folder in node_modules. */
function build(house: string): void {
  const imports = [...forbidden.map(([, from, to]) => [from, to] as const), ...allowed];
  const local = imports.map(([, to]) => to).filter((to) => to.endsWith('.ts'));
  const packages = [
    ...new Set(imports.map(([, to]) => to).filter((to) => !to.endsWith('.ts') && !to.startsWith('node:'))),
  ];
  const manifest = { name: 'house', dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) };
  write(house, 'package.json', JSON.stringify(manifest));
  for (const name of packages) {
    write(house, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(house, `node_modules/${name}/index.js`, 'module.exports = {};');
  }
  for (const file of local) write(house, file, 'export const it = 1;');
  for (const [from, to] of imports) {
    const specifier = to.endsWith('.ts') ? `./${relative(dirname(from), to)}` : to;
    write(house, from, `import * as it from '${specifier}';\nexport const that = it;`);
  }
  write(house, 'src/cases/e2.ts', `import * as it from './e.ts';\nexport const that = it;`);
}

function write(house: string, file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

const OUTSIDE = new Set(['node_modules', '.git', 'dist', '.ketenpad', 'generated']);
const TEXT =
  /\.(ts|mts|mjs|cjs|js|json|md|sql|prisma|yml|yaml|toml|sh|go|mod|sum|html|css|patch)$|\/(run|\.gitignore)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return OUTSIDE.has(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

const files = filesUnder('').filter((file) => TEXT.test(`/${file}`));
const source = files.filter((file) => file.startsWith('src/') && file.endsWith('.ts'));
const running = source.filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Files of a list with a line that matches, as `file: line`. */
function linesWith(list: readonly string[], pattern: RegExp): string[] {
  return list.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
}

describe('the files of the house', () => {
  test('every folder of src is one of its rooms', () => {
    const rooms = ['language', 'chains', 'engine', 'workflows', 'activities', 'cases', 'reading', 'audit', 'access'];
    const others = ['pictures', 'api', 'web', 'platform', 'local', 'main'];
    const found = [...new Set(source.map((file) => file.split('/')[1]))];
    expect(found.filter((room) => ![...rooms, ...others].includes(room ?? ''))).toEqual([]);
  });

  test('no file is an attic', () => {
    const attic = /(^|\/)(utils?|helpers?|common|misc|shared|types)(\/|\.[a-z.]+$)/;
    // The steps and events that chains have in common (design: "common to every step").
    const named = files.filter((file) => file !== 'src/language/define/common.ts');
    expect(named.filter((file) => /^(src|test|bench|scripts)\//.test(file) && attic.test(file))).toEqual([]);
  });

  test('no source file is longer than 300 lines', () => {
    const lengthOf = (file: string): number => textOf(file).split('\n').length - 1;
    expect(source.filter((file) => lengthOf(file) > 300)).toEqual([]);
  });

  test('what is exported has a name', () => {
    expect(linesWith(running, /^export default /)).toEqual([]);
  });

  test('nothing refers to what lies outside the project', () => {
    const outside = [['', 'work', ''].join('/'), ['..', 'shared'].join('/')];
    const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
    const tracked = status === 0 ? new Set(stdout.split('\0')) : new Set(files);
    const kept = files.filter((file) => tracked.has(file));
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.filter((file) => outside.some((path) => textOf(file).includes(path)))).toEqual([]);
  });
});

describe('what reaches outside', () => {
  test('only src/main and scripts read the environment', () => {
    const others = files.filter((file) => /^(src|bench)\//.test(file) && !file.startsWith('src/main/'));
    expect(
      linesWith(
        others.filter((file) => !file.endsWith('.test.ts')),
        /\bprocess\.env\b|process\[['"]env/,
      ),
    ).toEqual([]);
  });

  test('engine, language and definitions have no clock, chance, locale or I/O', () => {
    const pure = running.filter((file) => /^src\/(engine|language)\/|^src\/chains\/.*chain\.ts$/.test(file));
    const impure =
      /\bDate\b(?!\s*=)(\.|\()|new Date|Math\.random|\bIntl\.|\btoLocale|\bset(Timeout|Interval)\b|\bprocess\.|\bperformance\.|\bfetch\(|\bcrypto\b/;
    expect(pure.length).toBeGreaterThan(15);
    expect(linesWith(pure, impure)).toEqual([]);
  });

  test('workflows take nothing but types from activities', () => {
    const taking = linesWith(
      running.filter((file) => file.startsWith('src/workflows/')),
      /from '\.\.\/activities\//,
    );
    expect(taking.length).toBeGreaterThan(0);
    expect(taking.filter((line) => !line.includes(': import type '))).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requirements } from './requirements.ts';

const root = join(import.meta.dirname, '..');

/** Every text that a call begins with: titles of tests are among them. */
function titlesIn(file: string): readonly string[] {
  const calls = readFileSync(join(root, file), 'utf8').matchAll(/\(\s*(['"`])((?:\\.|(?!\1).)*)\1\s*,/g);
  return [...calls].map(([, , title = '']) => title);
}

describe.each(Object.entries(requirements))('requirement %s', (_id, { text, tests }) => {
  test('has a test that would notice, and every test that it names is there under that title', () => {
    expect(text.length).toBeGreaterThan(20);
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, title } of tests) {
      expect(file).toMatch(/\.test\.ts$/);
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(titlesIn(file), `${file}: ${title}`).toContain(title);
    }
  });
});

test('the numbers are those that were asked for, in order', () => {
  const ids = Object.keys(requirements);
  expect(ids).toEqual(ids.toSorted());
  expect(ids).toHaveLength(41);
});

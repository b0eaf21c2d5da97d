import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { definitions } from '../src/chains/index.ts';

const chains = new URL('../src/chains/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, chains), 'utf8');
const RULE = /test\('([A-Z][A-Z0-9-]*(?:, [A-Z][A-Z0-9-]*)*): /g;

test.each(Object.keys(definitions))(
  'every rule of %s that a document states is tested under a key that its README has',
  (id) => {
    const path = `${id}/v1/rules-stated.test.ts`;
    expect(existsSync(new URL(path, chains)), path).toBe(true);
    const keys = [...read(path).matchAll(RULE)].flatMap(([, named = '']) => named.split(', '));
    const sources = read(`${id}/README.md`);
    expect(keys.length).toBeGreaterThanOrEqual(10);
    expect([...new Set(keys)].filter((key) => !sources.includes(key))).toEqual([]);
  },
);

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestOf, publicationProblems } from './digest.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = { 'chain.ts': 'a\nb\n', 'forms.ts': 'c\n', 'rules.ts': 'd\n' };
const digest = digestOf(files, sha256);

describe('the digest of a version', () => {
  test('is a sha256 and does not depend on the order of files or on how lines end', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf({ 'rules.ts': 'd\r\n', 'forms.ts': 'c\r', 'chain.ts': 'a\r\nb\n' }, sha256)).toBe(digest);
  });

  test.each([
    ['another character', { ...files, 'rules.ts': 'e\n' }],
    ['a space more', { ...files, 'rules.ts': 'd \n' }],
    ['a line less', { ...files, 'chain.ts': 'a\n' }],
    ['a file more', { ...files, 'extra.ts': '' }],
    ['a file less', { 'chain.ts': 'a\nb\n', 'forms.ts': 'c\n' }],
    ['a file of another name', { 'chain.ts': 'a\nb\n', 'forms.ts': 'c\n', 'rule.ts': 'd\n' }],
    ['text that moved between files', { ...files, 'chain.ts': 'a\n', 'forms.ts': 'b\nc\n' }],
  ])('is another with %s', (_name, changed) => {
    expect(digestOf(changed, sha256)).not.toBe(digest);
  });
});

describe('the list of published versions', () => {
  const version = { chain: 'proef', version: 1, published: true, digest };

  test('is right when it holds exactly the published versions, with their digests', () => {
    expect(publicationProblems([version, { ...version, version: 2, published: false }], { 'proef@1': digest })).toEqual(
      [],
    );
    expect(publicationProblems([], {})).toEqual([]);
  });

  test('must hold every published version: the digest to put there is named', () => {
    expect(publicationProblems([version], {})).toEqual([expect.stringMatching(`^proef@1 .* not listed.*${digest}$`)]);
  });

  test('must not hold an unpublished version, nor one that does not exist', () => {
    const listed = { 'proef@1': digest, 'weg@3': digest };
    expect(publicationProblems([{ ...version, published: false }], listed)).toEqual([
      'proef@1 is listed and is not a published version',
      'weg@3 is listed and is not a published version',
    ]);
  });

  test('tells when a version is no longer what was published', () => {
    expect(publicationProblems([version], { 'proef@1': 'x' })).toEqual([expect.stringContaining('was changed')]);
  });
});

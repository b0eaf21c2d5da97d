import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { checkerOf, routesOf } from '../../test/harness/document.ts';
import { apiDocument } from './api-document.ts';
import { problems } from './problem.ts';

const document = apiDocument();
const routes = routesOf(document);
const errorsIn = checkerOf(document);
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method.toUpperCase()} ${path}`;

test('a linter of OpenAPI has nothing to say about the document', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    // What is open (health, this document, the pages) refuses nobody; below, every other route names its refusals.
    rules: { 'operation-4xx-response': 'off' },
  });
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  expect(found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

test('the linter finds what is wrong', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const { operationId: _id, ...broken } = document.paths['/me']!['get']!;
  const source = JSON.stringify({ ...document, paths: { '/me': { get: broken }, '/x/{id}': { get: broken } } });
  const found = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  expect(found.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['operation-operationId', 'path-parameters-defined']),
  );
});

test('the document has the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(document.info.version).toBe(version);
});

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_name, { method, path, operation }) => {
  const open = operation.security?.length === 0;

  test('has a name of its own, a summary and a part of the API where it belongs', () => {
    expect(operation.operationId).toMatch(/^[a-zA-Z]+$/);
    expect(routes.filter(({ operation: other }) => other.operationId === operation.operationId)).toHaveLength(1);
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining([...operation.tags]));
  });

  test('explains every parameter', () => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    const mute = operation.parameters.filter(({ description = '' }) => description.length < 10);
    expect(mute.map(({ name }) => name)).toEqual([]);
    for (const { name, example, schema } of operation.parameters.filter((each) => each.example !== undefined))
      expect(errorsIn(schema, example), name).toBe('');
    const sent = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    expect(sent.includes('Idempotency-Key')).toBe(method !== 'get');
  });

  test('has examples that fit their schema: of what is sent, of the answer and of every problem', () => {
    for (const [type, { schema, example }] of Object.entries(operation.requestBody?.content ?? {})) {
      expect(errorsIn(schema, example), type).toBe('');
      expect(errorsIn(schema, { ...(example as object), hacker: 1 })).not.toBe('');
    }
    for (const [status, { content }] of Object.entries(operation.responses)) {
      for (const { schema, example, examples = {} } of Object.values(content)) {
        const given = [
          ...(example === undefined ? [] : [example]),
          ...Object.values(examples).map(({ value }) => value),
        ];
        expect(given, status).not.toEqual([]);
        for (const each of given) expect(errorsIn(schema, each), status).toBe('');
      }
    }
  });

  test('says what shape its answer has', () => {
    const answers = Object.values(operation.responses).flatMap(({ content }) => Object.entries(content));
    for (const [type, { schema }] of answers) {
      const free = Object.keys(schema).length === 0 || JSON.stringify(schema).includes('"items":{}');
      expect(free || (type === 'application/json' && path !== '/openapi.json' && isFree(schema)), type).toBe(false);
    }
  });

  test('lists its problems by status and code, and the headers that come with them', () => {
    const listed = Object.entries(operation.responses).flatMap(([status, { content, headers }]) => {
      const codes = Object.keys(content['application/problem+json']?.examples ?? {});
      for (const code of codes) expect(problems[code as keyof typeof problems]?.status, code).toBe(Number(status));
      expect(Object.keys(headers)).toEqual(expect.arrayContaining(['X-Request-Id', ...(comesWith[status] ?? [])]));
      return codes;
    });
    const always = open
      ? ['internal']
      : ['unauthenticated', 'invalid-input', 'rate-limited', 'unavailable', 'internal'];
    const sending = ['malformed', 'too-large', 'unsupported-media-type', 'idempotency-mismatch'];
    expect(listed).toEqual(expect.arrayContaining([...always, ...(method === 'get' ? [] : sending)]));
    expect(listed.includes('not-found') || !path.includes('{')).toBe(true);
  });
});

const comesWith: Readonly<Record<string, readonly string[]>> = {
  201: ['Location'],
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** An object of which nothing is said. */
function isFree(schema: object): boolean {
  const { type, properties, additionalProperties } = schema as Record<string, unknown>;
  return type === 'object' && properties === undefined && JSON.stringify(additionalProperties ?? {}) === '{}';
}

test('what a case answers with carries its tag, and who may be overtaken can say what was seen', () => {
  const decide = document.paths['/cases/{id}/decisions']?.['post'];
  expect(Object.keys(decide?.responses['200']?.headers ?? {})).toContain('ETag');
  expect(decide?.parameters.map(({ name }) => name)).toContain('If-Match');
  const codes = Object.values(decide?.responses ?? {}).flatMap(({ content }) =>
    Object.keys(content['application/problem+json']?.examples ?? {}),
  );
  const own = ['forbidden', 'not-allowed-now', 'ended', 'stale', 'reason-required', 'consent-missing'];
  expect(codes).toEqual(expect.arrayContaining(own));
  expect(Object.keys(document.paths['/me']?.['get']?.responses['200']?.headers ?? {})).not.toContain('ETag');
});

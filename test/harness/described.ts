import { expect } from 'vitest';
import type { OpenApiDocument } from '../../src/api/openapi/document.ts';
import type { Answer } from './api.ts';
import { checkerOf } from './document.ts';
import type { Suite } from './suite.ts';

/** Asks for a route, and expects that status, content type, headers and body are as the document says. */
export type AskDescribed = (
  user: string | null,
  route: `${'GET' | 'POST' | 'PATCH'} ${string}`,
  path?: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** @returns what asks, and the routes that were asked for. */
export function describedBy(
  suite: Pick<Suite, 'api'>,
  document: OpenApiDocument,
): { readonly ask: AskDescribed; readonly seen: ReadonlySet<string> } {
  const seen = new Set<string>();
  const errorsIn = checkerOf(document);
  const ask: AskDescribed = async (user, route, given, body, headers) => {
    const [method = '', template = ''] = route.split(' ');
    const path = given ?? template;
    const answer = await suite.api(user, method, path, body, headers);
    const told = `${method} ${path} ${answer.status} ${answer.text}`;
    const described = document.paths[template]?.[method.toLowerCase()]?.responses[answer.status];
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    expect(described?.content, told).toHaveProperty([type]);
    const { schema, examples } = described!.content[type]!;
    expect(errorsIn(schema, type.endsWith('json') ? answer.json : answer.text), told).toBe('');
    for (const name of Object.keys(described!.headers)) expect(answer.headers.has(name), `${told} ${name}`).toBe(true);
    if (type === 'application/problem+json') expect(Object.keys(examples ?? {}), told).toContain(answer.json.code);
    seen.add(route);
    return answer;
  };
  return { ask, seen };
}

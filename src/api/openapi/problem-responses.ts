import { exampleProblem } from '../problem-guide.ts';
import { type ProblemCode, problems } from '../problem.ts';
import type { Described } from './described.ts';
import type { Responded } from './document.ts';

/** The problems that a route can answer with, by status, each code with an example. */
export function problemResponses(route: Described): Readonly<Record<string, Responded>> {
  const codes = [...new Set([...route.problems, ...always(route)])];
  const statuses = [...new Set(codes.map((code) => problems[code].status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => problems[code].status === status);
      return [
        String(status),
        {
          description: here.join(', '),
          headers: headersOf(status),
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: Object.fromEntries(
                here.map((code) => [code, { summary: problems[code].title, value: exampleProblem(code, route.path) }]),
              ),
            },
          },
        },
      ];
    }),
  );
}

/** What any route of its kind can answer. */
function always({ open, method }: Described): readonly ProblemCode[] {
  if (open === true) return ['internal'];
  const all: readonly ProblemCode[] = ['unauthenticated', 'invalid-input', 'rate-limited', 'unavailable', 'internal'];
  if (method === 'get') return all;
  const changing = [...all, 'malformed', 'too-large', 'unsupported-media-type', 'idempotency-mismatch'] as const;
  return method === 'patch' ? [...changing, 'precondition-required', 'stale'] : changing;
}

function headersOf(status: number): Record<string, object> {
  const header = (name: string): object => ({ $ref: `#/components/headers/${name}` });
  return {
    'X-Request-Id': header('RequestId'),
    ...(status === 401 ? { 'WWW-Authenticate': header('Authenticate') } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': header('RetryAfter') } : {}),
  };
}

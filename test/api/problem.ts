import { expect } from 'vitest';
import { type ProblemCode, problems, problemSchema } from '../../src/api/problem.ts';
import type { Answer } from '../harness/api.ts';
import type { Suite } from '../harness/suite.ts';

const ENGLISH = /\b(expected|invalid|received|required|must|unrecognized|too (big|small|long)|error|failed)\b/i;

/** A problem document of contract 2, whole and in Dutch; with `pointers`, exactly these. */
export function expectProblem(answer: Answer, code: ProblemCode, pointers?: readonly string[]): void {
  const { status, title } = problems[code];
  expect({ status: answer.status, code: answer.json?.code, detail: answer.json?.detail }).toMatchObject({
    status,
    code,
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  problemSchema.strict().parse(answer.json);
  const { instance, requestId, detail, errors = [] } = answer.json;
  expect(answer.json).toMatchObject({ type: `/problems/${code}`, title, status });
  expect(requestId).toBe(answer.headers.get('x-request-id'));
  expect(instance).toMatch(/^\//);
  for (const text of [detail, ...errors.map((error: { detail: string }) => error.detail)]) {
    expect(text).not.toMatch(ENGLISH);
    expect(text.length).toBeGreaterThan(10);
  }
  if (pointers !== undefined) {
    const found = errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(found.toSorted()).toEqual([...pointers].toSorted());
  }
  if (status === 401) expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  if (status === 503) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
}

const STORED = [
  'commands',
  'cases',
  'residents',
  'resident_hashes',
  'open_steps',
  'facts',
  'forms',
  'consents',
  'messages',
];

/** How many rows there are of everything that a request could have stored. The access log is not among them: it grows. */
export async function stored(suite: Suite): Promise<Record<string, number>> {
  const counts = STORED.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await suite.context.db.query<Record<string, number>>({
    name: 'test_stored',
    text: `select ${counts.join(', ')}`,
  });
  return row ?? {};
}

/** Nothing that `work` does leaves a row. */
export async function storesNothing(suite: Suite, work: () => Promise<void>): Promise<void> {
  const before = await stored(suite);
  await work();
  expect(await stored(suite)).toEqual(before);
}

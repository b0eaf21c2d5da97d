import { expect } from 'vitest';
import type { Answer } from '../harness/api.ts';
import type { Suite } from '../harness/suite.ts';
import { expectProblem } from './problem.ts';
import { change } from './verbs.ts';

/** The words to repeat, of a first answer that changed nothing. */
export function wordsIn(answer: Answer): string {
  expectProblem(answer, 'invalid-input', ['/data/confirmation']);
  const [{ confirmation }] = answer.json.allowed;
  expect(answer.json.errors[0].detail).toContain(`"${confirmation}"`);
  return confirmation;
}

/** Reports what has to be said twice. */
export async function reportTwice(
  suite: Suite,
  user: string,
  id: string,
  event: { readonly event: string; readonly at: string; readonly data?: object },
): Promise<Answer> {
  const confirmation = wordsIn(await change(suite, user, id, 'events', event));
  return change(suite, user, id, 'events', { ...event, data: { ...event.data, confirmation } });
}

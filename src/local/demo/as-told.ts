/** The system did something else than the story tells. The message is Dutch and says what was expected. */
export class NotAsTold extends Error {
  override readonly name = 'NotAsTold';
}

/** @throws NotAsTold when the story does not hold. */
export function mustHold(holds: boolean, expected: string): asserts holds {
  if (!holds) throw new NotAsTold(`Niet zoals verteld: ${expected}`);
}

/** @throws NotAsTold when there is no such thing. */
export function mustFind<T>(found: T | undefined, expected: string): T {
  if (found === undefined) throw new NotAsTold(`Niet zoals verteld: ${expected}`);
  return found;
}

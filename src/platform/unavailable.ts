/** A part that the work needs is away. What was recorded is not lost; the same key tells the outcome later. */
export class Unavailable extends Error {
  readonly part: 'postgresql' | 'temporal' | 'issuer';

  constructor(part: Unavailable['part'], cause?: unknown) {
    super(`${part} is unavailable`, { cause });
    this.name = 'Unavailable';
    this.part = part;
  }
}

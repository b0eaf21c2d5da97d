import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Walk } from '../walk.ts';

/** Something that holds in every walk. `deep`: it costs more than the walk itself, and is asked of one walk in so many. */
export interface Guarantee {
  readonly name: string;
  readonly deep?: true;
  /** May say how often there was something to look at: all walks together have to give it `seen` times. */
  readonly holds: (walk: Walk) => void | number;
  readonly seen?: number;
}

/* `expect` words a failure well, and is slow: in millions of moments it is asked only once something is wrong. */

export function same(found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
}

export function none(found: readonly unknown[]): void {
  if (found.length > 0) expect(found).toEqual([]);
}

export function truly(holds: boolean, what: string): void {
  if (!holds) expect.fail(what);
}

export function later(moment: number | null, than: number): void {
  if (moment !== null && moment <= than) expect(moment).toBeGreaterThan(than);
}

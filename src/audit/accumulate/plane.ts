/**
 * The counts of one measure of one chain in one year, per municipality and segment. `n` counts; `mass` counts each
 * resident once in that plane, and `massAll` once over all chains: so many residents it rests on at least.
 */
export interface Plane {
  readonly n: Int32Array;
  readonly mass: Int32Array;
  readonly massAll: Int32Array;
  /** Who was counted last: stories come person by person. */
  last: number;
}

export function emptyPlane(size: number): Plane {
  return { n: new Int32Array(size), mass: new Int32Array(size), massAll: new Int32Array(size), last: -1 };
}

/** `isFirstOfAll`: this person was not counted before, in whatever chain. */
export function countIn(plane: Plane, at: number, person: number, isFirstOfAll: boolean): void {
  const isFirst = plane.last !== person;
  plane.last = person;
  plane.n[at] = (plane.n[at] ?? 0) + 1;
  if (isFirst) plane.mass[at] = (plane.mass[at] ?? 0) + 1;
  if (isFirstOfAll) plane.massAll[at] = (plane.massAll[at] ?? 0) + 1;
}

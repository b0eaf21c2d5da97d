/** One way of taking decisions, measured against another. Every subject takes DECISIONS of them, one after another. */
export interface Arm {
  /** Makes subjects beforehand; resolves when they wait for their first decision. */
  prepare(count: number, atOnce: number): Promise<void>;
  /** How many are prepared and untouched. */
  readonly waiting: number;
  /** The ids of those that are taken next, as far as no decision was taken on them. */
  next(count: number): readonly string[];
  /** Takes the next subject; undefined when none is left. */
  take(): Subject | undefined;
  /** Gives back a subject that has decisions left. */
  giveBack(subject: Subject): void;
}

export interface Subject {
  readonly id: string;
  taken: number;
  /** @throws when the decision was not accepted. */
  decide(): Promise<void>;
}

export const DECISIONS = 3;

/** Runs `work` for 0..count-1, at most `atOnce` at the same time. */
export async function inParallel(count: number, atOnce: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
}

/** An arm of subjects that `make` makes one by one. */
export function armOf(make: () => Promise<Subject>): Arm {
  const ready: Subject[] = [];
  return {
    get waiting() {
      return ready.length;
    },
    prepare: (count, atOnce) => inParallel(count, atOnce, async () => void ready.push(await make())),
    next: (count) =>
      ready
        .slice(0, count)
        .filter(({ taken }) => taken === 0)
        .map(({ id }) => id),
    take: () => ready.shift(),
    giveBack: (subject) => void (subject.taken < DECISIONS && ready.push(subject)),
  };
}

/** How long something lasted, and how it ended; null when it still runs. */
export interface Ended {
  readonly time: number;
  readonly how: string | null;
}

export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  /** The share that still runs just after `time`. */
  readonly running: number;
  /** Per way of ending the share that has ended so by `time`. Together with `running` they are one. */
  readonly incidence: Readonly<Record<string, number>>;
}

/**
 * Aalen-Johansen: the cumulative incidence of each way of ending, where the others compete with it. One minus
 * Kaplan-Meier of one ending would say too much. (Aalen & Johansen 1978; R survival `survfit` with a factor.)
 */
export function aalenJohansen(ended: readonly Ended[]): readonly IncidenceStep[] {
  const sorted = ended.toSorted((a, b) => a.time - b.time);
  const ways = [...new Set(sorted.flatMap(({ how }) => how ?? []))].sort();
  const incidence = new Map(ways.map((way) => [way, 0]));
  const steps: IncidenceStep[] = [];
  let running = 1;
  for (let first = 0; first < sorted.length;) {
    const time = sorted[first]?.time ?? 0;
    const atRisk = sorted.length - first;
    const here: (string | null)[] = [];
    for (; first < sorted.length && sorted[first]?.time === time; first += 1) here.push(sorted[first]?.how ?? null);
    const now = here.flatMap((how) => how ?? []);
    if (now.length === 0) continue;
    for (const way of new Set(now)) {
      const share = now.filter((each) => each === way).length / atRisk;
      incidence.set(way, (incidence.get(way) ?? 0) + running * share);
    }
    running = now.length === atRisk ? 0 : running * (1 - now.length / atRisk);
    steps.push({ time, atRisk, running, incidence: Object.fromEntries(incidence) });
  }
  return steps;
}

/** The share that has ended in this way by `time`. */
export function incidenceAt(steps: readonly IncidenceStep[], way: string, time: number): number {
  return steps.findLast((step) => step.time <= time)?.incidence[way] ?? 0;
}

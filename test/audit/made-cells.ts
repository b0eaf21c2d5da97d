import type { Cells, LengthTable } from '../../src/audit/figures/cells.ts';
import type { Names } from '../../src/audit/figures/names.ts';

export type Way = 'told' | 'otherwise' | 'running';
export type Lasted = readonly [day: number, how: Way];

interface Made {
  /** Per `chain measure` how often; what is not here is 0. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Those of `chain measure` that may not be shown. */
  readonly hidden?: readonly string[];
  /** Per `chain measure clock` how long each lasted, in days. */
  readonly lengths?: Readonly<Record<string, readonly Lasted[]>>;
}

/** Cells written by hand. */
export function madeCells({ counts = {}, hidden = [], lengths = {} }: Made): Cells {
  return {
    count: (chain, measure) =>
      hidden.includes(`${chain} ${measure}`) ? { suppressed: true } : (counts[`${chain} ${measure}`] ?? 0),
    measures: (chain, prefix) => {
      const known = [...Object.keys(counts), ...hidden].filter((name) => name.startsWith(`${chain} ${prefix}`));
      return [...new Set(known)].map((name) => name.slice(chain.length + 1)).sort();
    },
    lengths: (chain, measure, clock) => tableOf(lengths[`${chain} ${measure} ${clock}`] ?? []),
  };
}

export function tableOf(lasted: readonly Lasted[]): LengthTable {
  const table = new Map<number, Record<Way, number>>();
  for (const [day, how] of lasted) {
    const row = table.get(day) ?? { told: 0, otherwise: 0, running: 0 };
    row[how] += 1;
    table.set(day, row);
  }
  return table;
}

/** Every code is its own word. */
export const madeNames: Names = {
  chains: ['keten'],
  chain: (chain) => chain,
  step: (_chain, step) => step,
  holder: () => 'rol',
  role: (_chain, role) => role,
  ending: (_chain, ending) => ending,
  reason: (_chain, reason) => reason,
  gap: (_chain, gap) => gap,
  link: (type) => type,
  reach: () => [{ id: 'norm', label: 'norm', norm: 0.14 }],
};

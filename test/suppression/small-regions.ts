import fc from 'fast-check';
import { timesOfYear } from '../../src/audit/protect/block.ts';
import type { PeriodsOfDay } from '../../src/audit/periods.ts';
import type { Happening, Measured, Region } from './region.ts';

/** Two quarters of two months of two segments. */
const segments: readonly PeriodsOfDay[] = ['01', '02', '04', '05'].flatMap((month) =>
  ['a', 'b'].map((week) => ({
    year: '2025',
    quarter: `2025-Q${Number(month) < 4 ? 1 : 2}`,
    month: `2025-${month}`,
    week: `${month}${week}`,
    segment: `2025-${month}/${month}${week}`,
  })),
);

const smallTimes = timesOfYear(segments);
const municipalities = ['Almelo', 'Borne', 'Losser'];

/** With a part that is summed over the chains, parts that are not, and sometimes something in neither. */
const familyOf = (isOfEveryChain: boolean, leaf: boolean): readonly Measured[] => [
  { measure: 'in', parent: null, everyChain: isOfEveryChain },
  { measure: 'in.nieuw', parent: 'in', everyChain: isOfEveryChain },
  { measure: 'in.terug', parent: 'in', everyChain: isOfEveryChain && leaf },
];

/** Regions so small that nearly everything has to be hidden, up to those of which nearly everything can be shown. */
export function smallRegions(chains: readonly string[], isOfEveryChain: boolean): fc.Arbitrary<Region> {
  const sizes = fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 2, arbitrary: fc.integer({ min: 5, max: 30 }) },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
    {
      minLength: chains.length * municipalities.length * segments.length,
      maxLength: chains.length * municipalities.length * segments.length,
    },
  );
  return fc
    .record({
      sizes,
      scale: fc.constantFrom(1, 1, 3),
      turn: fc.integer({ min: 2, max: 9 }),
      every: fc.constantFrom(1, 1, 2, 3),
      kinds: fc.constantFrom(1, 2, 3),
      leaf: fc.boolean(),
    })
    .map(({ sizes: found, scale, turn, every, kinds, leaf }) => ({
      times: smallTimes,
      municipalities,
      chains,
      measures: familyOf(isOfEveryChain, leaf).slice(0, kinds),
      happenings: happeningsOf(
        chains,
        found.map((size) => size * scale),
        { turn, every, kinds },
      ),
    }));
}

function happeningsOf(
  chains: readonly string[],
  sizes: readonly number[],
  { turn, every, kinds }: { readonly turn: number; readonly every: number; readonly kinds: number },
): readonly Happening[] {
  let count = 0;
  return sizes.flatMap((size, cell) =>
    Array.from({ length: size }, () => {
      count += 1;
      const part = count % turn === 0 ? 'in.terug' : 'in.nieuw';
      const isCounted = kinds === 3 || (kinds === 2 && part === 'in.nieuw');
      return {
        // Some residents come more than once.
        resident: every === 1 ? count : count - (count % every === 0 ? 1 : 0),
        chain: chains[Math.floor(cell / (municipalities.length * segments.length))]!,
        municipality: Math.floor(cell / segments.length) % municipalities.length,
        segment: cell % segments.length,
        measures: isCounted ? ['in', part] : ['in'],
      };
    }),
  );
}

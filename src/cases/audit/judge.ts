import type { Accumulator, Counted } from '../../audit/accumulate/accumulator.ts';
import type { Verdicts } from '../../audit/accumulate/shown.ts';
import { isClosed, segmentsOf } from '../../audit/periods.ts';
import {
  type Block,
  type CountedMeasure,
  type EarlierRelease,
  timesOfYear,
  type Verdict,
} from '../../audit/protect/block.ts';
import { protectBlock } from '../../audit/protect/protect-block.ts';
import { endOf } from './grid.ts';

/** Decides of everything that was counted whether it may be shown, year by year and moment by moment. */
export async function judge(
  accumulator: Accumulator,
  { today, earlier }: { readonly today: string; readonly earlier: readonly EarlierRelease[] },
  tell: (what: string) => void,
): Promise<Verdicts> {
  const { municipalities, moments } = accumulator.grid;
  const common = { municipalities, earlier };
  const years = new Map<string, Verdict>();
  for (const year of yearsOf(accumulator)) {
    tell(year);
    const times = timesOfYear(segmentsOf(year));
    const measures = measuresAt(accumulator, 'tally', year);
    years.set(
      year,
      await protectBlock(blockOf({ ...common, times, measures, isClosed: (time) => isOver(time, today) })),
    );
  }
  const atMoments = new Map<string, Verdict>();
  for (const moment of moments) {
    const time = `${moment}`;
    const times = [{ id: time, parent: null, hasPlaces: true, segment: 0 }];
    const measures = measuresAt(accumulator, 'standing', time);
    atMoments.set(time, await protectBlock(blockOf({ ...common, times, measures, isClosed: () => true })));
  }
  return { years, moments: atMoments, endOf };
}

function blockOf(block: Omit<Block, 'chains'>): Block {
  return { ...block, chains: [...new Set(block.measures.flatMap(({ counts }) => [...counts.keys()]))] };
}

function yearsOf({ counted }: Accumulator): readonly string[] {
  const met = [...counted.values()].filter(({ kind }) => kind === 'tally').flatMap(({ planes }) => [...planes.keys()]);
  return [...new Set(met)].sort();
}

function measuresAt({ counted }: Accumulator, kind: Counted['kind'], when: string): readonly CountedMeasure[] {
  return [...counted.values()].flatMap(({ planes, last: _last, ...measure }) => {
    const counts = planes.get(when);
    return measure.kind !== kind || counts === undefined ? [] : [{ ...measure, counts }];
  });
}

/** A segment is over when its month or its week is. */
function isOver(time: string, today: string): boolean {
  return time.split('/').some((period) => isClosed(period, today));
}

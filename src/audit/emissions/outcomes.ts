import type { Emission } from '../emission.ts';
import { durableAt } from '../indicators/durable.ts';
import { isMeasured } from '../indicators/statuses.ts';
import type { Indicators } from '../indicators/indicators.ts';
import type { CaseStory } from '../story.ts';
import { tally } from './add.ts';

/** How cases ended, by the day on which they did; and of all that began, whether it helped durably. */
export function outcomeEmissions(
  story: CaseStory,
  asOf: number,
  indicators: Indicators,
  returnedAt: number | null,
): readonly Emission[] {
  const { startedAt, endedAt, ending, dropout } = story;
  const durable = durableAt(story, asOf, indicators, returnedAt);
  return [
    tally('durable', startedAt, { same: 'in', everyChain: true }),
    tally(`durable.${durable}`, startedAt, { parent: 'durable', everyChain: true }),
    ...(durable === 'nee' ? [notDurable(startedAt, isMeasured(story, asOf, indicators))] : []),
    ...(endedAt === null || ending === null ? [] : ended(endedAt, ending, dropout)),
  ];
}

function notDurable(at: number, measured: boolean): Emission {
  const measure = measured ? 'durable.nee.gemeten' : 'durable.nee.niet-gemeten';
  return tally(measure, at, { parent: 'durable.nee', everyChain: true });
}

function ended(at: number, ending: string, dropout: CaseStory['dropout']): readonly Emission[] {
  return [
    tally('end', at, { same: 'out' }),
    tally(`end.${ending}`, at, { parent: 'end' }),
    tally('left', at, { same: 'out' }),
    ...(dropout === null
      ? []
      : [
          tally('left.dropout', at, { parent: 'left' }),
          tally(`left.dropout.${dropout.reason}`, at, { parent: 'left.dropout' }),
        ]),
  ];
}

import { DAY_MS } from '../days.ts';
import type { CaseStory } from '../story.ts';
import { momentsOf, nameOf } from './moments.ts';
import type { Durable, Indicators, Known } from './indicators.ts';

/**
 * Whether the person was durably helped, as known at `asOf` (milliseconds). Everyone who started has one of the four;
 * `nog-niet` while the moment of measuring has not come and the end of the case settles nothing. `returnedAt`: when the
 * person came back into this chain, null if not. (Operationalisation: docs/begrippen.md.)
 */
export function durableAt(
  story: CaseStory,
  asOf: number,
  { durable, endings }: Indicators,
  returnedAt: number | null = null,
): Durable {
  const measured = lastMeasured(story, asOf, durable);
  const { endedAt, ending } = story;
  if (endedAt !== null && endedAt <= asOf && ending !== null) {
    const meaning = endings[ending]?.durable ?? 'onbekend';
    const known = meaning === 'gemeten' ? (measured ?? 'onbekend') : meaning;
    const until = durable.backWithin === null ? endedAt : endedAt + durable.backWithin * DAY_MS;
    const isBack = returnedAt !== null && returnedAt <= Math.min(asOf, until);
    return known === 'ja' && isBack ? 'nee' : known;
  }
  if (measured !== null) return measured;
  return isDue(story, asOf, durable) ? 'onbekend' : 'nog-niet';
}

/** What the last measurement said, where what it needs has been; null before the first. */
function lastMeasured(story: CaseStory, asOf: number, { measures, needs }: Indicators['durable']): Known | null {
  let last: Known | null = null;
  let has = needs.length === 0;
  for (const outcome of story.outcomes.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at - b.at)) {
    const name = nameOf(outcome);
    has ||= needs.includes(name);
    const said = Object.hasOwn(measures, name) ? measures[name] : undefined;
    if (said === undefined) continue;
    last = said === 'ja' && !has ? 'nee' : said;
    if (said === 'nee') has = needs.length === 0;
  }
  return last;
}

function isDue(story: CaseStory, asOf: number, { due }: Indicators['durable']): boolean {
  const moments = due.flatMap(({ after, days }) => {
    const last = momentsOf(story, after).at(-1);
    return last === undefined ? [] : [last + days * DAY_MS];
  });
  return moments.length > 0 && Math.max(...moments) <= asOf;
}

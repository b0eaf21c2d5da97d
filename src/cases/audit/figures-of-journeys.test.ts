import { describe, expect, test } from 'vitest';
import { playInEngine } from '../../../test/journeys/play-in-engine.ts';
import { regionalTables } from '../../../test/journeys/regional-tables.ts';
import { DAY, MONDAY } from '../../../test/journeys/start-case.ts';
import { emissionsOf } from '../../audit/emissions/emissions-of.ts';
import type { Cells } from '../../audit/figures/cells.ts';
import { stepDurationItems } from '../../audit/figures/duration-items.ts';
import { itemsOf } from '../../audit/figures/items-of.ts';
import { indicatorsOf } from '../../chains/indicators.ts';
import { chainNames } from './names.ts';
import { storyOfCase } from './story-of-case.ts';

/* Every journey that is told of the five chains, as one place in one period in which everything may be shown. */

const journeys = regionalTables.flatMap((table) => table.journeys);
const stories = journeys.map((journey, index) =>
  storyOfCase(playInEngine(journey, MONDAY).facts, { resident: `${index}` }),
);
/** Some are looked at soon after the last thing that happened, others long after. */
const seenAt = (index: number): number => (stories[index]?.lastAt ?? 0) + ((index * 7) % 500) * DAY;

const counts = new Map<string, number>();
for (const [index, story] of stories.entries()) {
  for (const emission of emissionsOf(story, seenAt(index), indicatorsOf(story.chain))) {
    if (emission.kind === 'lasting' || (emission.kind === 'standing' && emission.to !== null)) continue;
    for (const chain of emission.everyChain ? [story.chain, 'alle'] : [story.chain]) {
      const key = `${chain} ${emission.measure}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}

const asked = new Map<string, number>();
const cells: Cells = {
  count: (chain, measure) => {
    const count = counts.get(`${chain} ${measure}`) ?? 0;
    const shape = measure
      .replace(/^(step\.|elsewhere\.|handoff\.[^.]+\.|link\.[^.]+\.)[^.]+/, (found) => `${found.split('.')[0]}.*`)
      .replace(/\.d\d+$/, '.d*');
    asked.set(shape, (asked.get(shape) ?? 0) + count);
    return count;
  },
  measures: (chain, prefix) => {
    const known = [...counts.keys()].filter((key) => key.startsWith(`${chain} ${prefix}`));
    return known.map((key) => key.slice(chain.length + 1)).sort();
  },
  lengths: () => new Map(),
};
const items = itemsOf(cells, chainNames, 'year');
const steps = stepDurationItems(cells, chainNames);
const sum = (values: readonly unknown[]): number => values.reduce<number>((total, each) => total + Number(each), 0);

/** Nobody comes back in a journey, or did a step elsewhere before; whether someone began is never unknown. */
const inNoJourney = ['elsewhere.*', 'in.herinstroom', 'kern.activiteit.ja.onbekend', 'kern.activiteit.onbekend'];

describe('the figures of all journeys', () => {
  test('have every case in once, out when it ended, and else open', () => {
    for (const { chain, in: came, out, open } of items.flow) {
      const own = stories.filter((story) => chain === 'alle' || story.chain === chain);
      const ended = own.filter(({ endedAt }) => endedAt !== null).length;
      expect([came, out, open], chain).toEqual([own.length, ended, own.length - ended]);
    }
  });

  test('have an ending for every case that ended, and one status of durable help for every case', () => {
    for (const { chain, ended, endings, started, durable } of items.outcomes) {
      expect(sum(Object.values(durable)), chain).toBe(started);
      expect(sum(endings.map(({ count }) => count)), chain).toBe(chain === 'alle' ? 0 : ended);
    }
  });

  test('have each opening of a step once among lengths, and done, skipped or open among what was required', () => {
    const openings = stories.flatMap((story) => story.steps);
    expect(sum(steps.map(({ n }) => n))).toBe(openings.length);
    expect(sum(steps.map(({ ended, running }) => Number(ended) + Number(running)))).toBe(openings.length);
    const done = items.conformance.map((item) => (item.kind === 'step' ? item.done : 0));
    expect(sum(done)).toBe(openings.filter(({ end }) => end === 'decided').length);
    const waiting = items.bottlenecks.map((item) => item.waiting);
    expect(sum(waiting)).toBe(openings.filter(({ endedAt }) => endedAt === null).length);
  });

  test('have each offer once, with every reason for which it was declined', () => {
    const offers = stories.flatMap(({ handoffs }) => handoffs);
    expect(sum(items.handoffs.map(({ offered }) => offered))).toBe(offers.length);
    for (const { declined, declinedBy } of items.handoffs)
      expect(sum(declinedBy.map(({ count }) => count))).toBe(declined);
  });

  test('have each key figure of every case that began: its moment has come, has not, or it is unknown', () => {
    const whole = items.kerncijfers.filter(({ id }) => id !== 'actief-na-3-maanden' && id !== 'verwijzingen');
    for (const { id, chain, n, notYet, unknown } of whole) {
      const own = stories.filter((story) => chain === 'alle' || story.chain === chain).length;
      expect(sum([n, notYet, unknown]), `${id} ${chain}`).toBe(own);
    }
  });

  test('ask for nothing that is never counted, as a name that was mistyped would be', () => {
    const never = [...asked].filter(([, found]) => found === 0).map(([shape]) => shape);
    expect(never.sort()).toEqual(inNoJourney);
  });
});

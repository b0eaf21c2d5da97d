import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_RESIDENTS, type RealTrace, syntheticCases, syntheticGroups } from './synthetic-log.ts';

const from = '2025-01-01';
const made = (traces: readonly RealTrace[]) => [...syntheticCases(syntheticGroups(traces), from)];

/** So many residents, each with one case that goes this way; the numbers are days. */
function people(count: number, way: readonly (readonly [string, number])[], chain = 'vngg'): readonly RealTrace[] {
  const events = way.map(([activity, at]) => ({ activity, at }));
  const name = JSON.stringify([chain, way]);
  return Array.from({ length: count }, (_, index) => ({ resident: `${name}${index}`, chain, events }));
}

const wayOf = ({ chain, events }: { chain: string; events: readonly { activity: string }[] }): string =>
  [chain, ...events.map(({ activity }) => activity)].join('>');
function ways(traces: readonly RealTrace[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const own of made(traces)) counts[wayOf(own)] = (counts[wayOf(own)] ?? 0) + 1;
  return counts;
}

const trace: fc.Arbitrary<RealTrace> = fc.record({
  resident: fc.integer({ min: 0, max: 80 }).map((number) => `r${number}`),
  chain: fc.constantFrom('vngg', 'kngg'),
  events: fc.array(
    fc.record({ activity: fc.constantFrom('a', 'b', 'c'), at: fc.double({ min: 0, max: 40, noNaN: true }) }),
    { maxLength: 4 },
  ),
});
const traces = fc.array(trace, { maxLength: 250 });

describe('small branches', () => {
  test('a way of ten residents is told, and one of nine ends where it left the others', () => {
    const shared = people(30, [
      ['a', 0],
      ['b', 5],
    ]);
    expect(
      ways([
        ...shared,
        ...people(10, [
          ['a', 0],
          ['c', 5],
        ]),
      ]),
    ).toEqual({ 'vngg>a>b': 30, 'vngg>a>c': 10 });
    const two = [
      ...people(9, [
        ['a', 0],
        ['c', 5],
      ]),
      ...people(9, [
        ['a', 0],
        ['d', 5],
      ]),
    ];
    expect(ways([...shared, ...two])).toEqual({ 'vngg>a>b': 30, 'vngg>a': 18 });
  });

  test('where nine would be left over, the smallest sibling goes with them', () => {
    const log = [
      ...people(30, [
        ['a', 0],
        ['b', 5],
      ]),
      ...people(12, [
        ['a', 0],
        ['d', 5],
      ]),
      ...people(9, [
        ['a', 0],
        ['c', 5],
      ]),
    ];
    expect(ways(log)).toEqual({ 'vngg>a>b': 30, 'vngg>a': 21 });
  });

  test('cases that stop somewhere are a branch too', () => {
    expect(
      ways([
        ...people(30, [
          ['a', 0],
          ['b', 5],
        ]),
        ...people(4, [['a', 0]]),
      ]),
    ).toEqual({ 'vngg>a': 34 });
  });

  test('ten cases of nine residents are a branch of nine', () => {
    const nine = people(9, [['a', 0]]);
    expect(made([...nine, ...nine])).toEqual([]);
  });

  test('a chain with nine residents takes another one with it: its size does not follow from the rest', () => {
    const log = [
      ...people(40, [['a', 0]]),
      ...people(20, [['a', 0]], 'kngg'),
      ...people(9, [['a', 0]], 'valpreventie'),
    ];
    expect(ways(log)).toEqual({ 'vngg>a': 40 });
  });
});

test('whatever the cases are, each group that is told holds ten residents, and so does what was left out of it', () => {
  fc.assert(
    fc.property(traces, (log) => {
      const told = ways(log);
      // Every case counts at the longest way that is told of it; what is told of none is left out.
      const groups = new Map<string, RealTrace[]>();
      for (const each of log) {
        const whole = [each.chain, ...each.events.map(({ activity }) => activity)];
        const prefixes = whole.map((_, index) => whole.slice(0, whole.length - index).join('>'));
        const known = prefixes.find((prefix) =>
          Object.keys(told).some((way) => way === prefix || way.startsWith(`${prefix}>`)),
        );
        const name = known !== undefined && known in told ? known : '';
        groups.set(name, [...(groups.get(name) ?? []), each]);
      }
      for (const [way, own] of groups) {
        expect(new Set(own.map(({ resident }) => resident)).size, way).toBeGreaterThanOrEqual(
          way === '' && Object.keys(told).length === 0 ? 0 : LEAST_RESIDENTS,
        );
      }
    }),
  );
});

test('the order of the cases and the names of the residents do not matter', () => {
  const shuffled = traces.chain((log) =>
    fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
  );
  fc.assert(
    fc.property(shuffled, ([log, other]) => {
      const renamed = other.map((each) => ({ ...each, resident: `${each.resident}-x` }));
      expect(made(renamed)).toEqual(made(log));
    }),
  );
});

test('branches of one size are told, and cut off, by their names and not by who came first', () => {
  const way = (name: string, count: number) =>
    people(count, [
      ['a', 0],
      [name, 1],
    ]);
  const log = [...way('x', 10), ...way('y', 10), ...way('v', 10), ...way('z', 9)];
  expect(Object.keys(ways(log))).toEqual(['vngg>a', 'vngg>a>v', 'vngg>a>x']);
  expect(made(log.toReversed())).toEqual(made(log));
  expect(Object.keys(ways([...way('x', 12), ...way('v', 10)]))).toEqual(['vngg>a>v', 'vngg>a>x']);
});

test('one resident more in a way that is told changes how often it is told, and nothing else', () => {
  const sizes = fc.array(fc.integer({ min: LEAST_RESIDENTS, max: 20 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sizes, fc.nat(), (counts, pick) => {
      const branch = (index: number) =>
        [
          ['a', 0],
          [`b${index}`, index * 3],
        ] as const;
      const log = counts.flatMap((count, index) => people(count, branch(index)));
      const at = pick % counts.length;
      const one = {
        resident: 'one more',
        chain: 'vngg',
        events: people(1, branch(at)).flatMap(({ events }) => events),
      };
      const expected = ways(log);
      const way = `vngg>a>b${at}`;
      expect(ways([...log, one])).toEqual({ ...expected, [way]: (expected[way] ?? 0) + 1 });
      const days = (own: readonly RealTrace[]) => new Set(made(own).map(({ events }) => JSON.stringify(events)));
      expect(days([...log, one])).toEqual(days(log));
    }),
  );
});

test('an event stands on the median whole day of its branch, over residents, and never before the one before it', () => {
  const slow = people(20, [
    ['a', 8.9],
    ['b', 20],
  ]);
  const quick = people(12, [
    ['a', 1],
    ['c', 2],
  ]);
  const often = Array.from({ length: 50 }, () => ({
    resident: 'often',
    chain: 'vngg',
    events: [
      { activity: 'a', at: 1 },
      { activity: 'c', at: 2 },
    ],
  }));
  const days = new Map(
    made([...slow, ...quick, ...often]).map((own) => [wayOf(own), own.events.map(({ day }) => day)]),
  );
  expect(days.get('vngg>a>b')).toEqual(['2025-01-09', '2025-01-21']);
  expect(days.get('vngg>a>c')).toEqual(['2025-01-09', '2025-01-09']);
});

test('nothing of a case is in it but its way: no person, place, organisation, role or own number', () => {
  const log = people(10, [['a.ja', 3]]);
  expect(made(log)).toHaveLength(10);
  expect(made(log)[0]).toEqual({
    id: 'synth-1',
    person: null,
    chain: 'vngg',
    municipality: null,
    linked: [],
    events: [
      {
        activity: 'a.ja',
        day: '2025-01-04',
        lifecycle: 'complete',
        step: null,
        outcome: null,
        role: null,
        organisation: null,
      },
    ],
  });
});

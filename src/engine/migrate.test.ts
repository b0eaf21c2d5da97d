import { describe, expect, test } from 'vitest';
import { holder, MONDAY } from '../../test/journeys/start-case.ts';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { apply } from './apply.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Fact } from './facts.ts';
import { currentFact, migrate, rebuildStored } from './migrate.ts';
import { accountableOf, type CaseState, nextWakeAt, SCHEMA } from './state.ts';
import { tick } from './tick.ts';

const chain = smallChain({
  begin: step({ verder: 'dan', geweigerd: klaar }),
  dan: step({ klaar }, { within: fixed('P1M') }),
});
const rung = { kind: 'reminder', at: MONDAY + 1000, count: 0 } as const;

/** A case as the first build kept it: one step at a time, without branches, dates, pauses and groups. */
const old = {
  schema: 1,
  case: 'traject',
  chain: 'klein',
  version: 1,
  municipality: 'enschede',
  kern: null,
  seq: 2,
  status: 'open',
  ending: null,
  startedAt: MONDAY,
  endedAt: null,
  referrer: holder('huisarts'),
  parties: { tester: 'organisatie-tester' },
  knobs: {},
  consents: ['overdracht'],
  kept: { klasse: 'hoog' },
  rounds: { begin: 1 },
  contributors: ['organisatie-huisarts'],
  open: [
    {
      id: 'traject.begin.1',
      step: 'begin',
      round: 1,
      role: 'tester',
      organisation: 'organisatie-tester',
      openedAt: MONDAY,
      dueAt: MONDAY + 2000,
      rung,
      late: false,
      escalations: 0,
    },
  ],
};

/** Its facts, as the first build wrote them. */
const facts = [
  {
    seq: 1,
    at: MONDAY,
    command: 'c1',
    fact: 'started',
    case: 'traject',
    chain: 'klein',
    version: 1,
    municipality: 'enschede',
    kern: null,
    entry: 'begin',
    actor: holder('huisarts'),
    parties: { tester: 'organisatie-tester' },
    knobs: {},
    consents: ['overdracht'],
  },
  {
    seq: 2,
    at: MONDAY,
    command: 'c1',
    fact: 'opened',
    step: 'begin',
    openStep: 'traject.begin.1',
    round: 1,
    role: 'tester',
    organisation: 'organisatie-tester',
    dueAt: MONDAY + 2000,
    rung,
  },
  {
    seq: 3,
    at: MONDAY + 100,
    command: 'c2',
    fact: 'decided',
    step: 'begin',
    openStep: 'traject.begin.1',
    outcome: 'geweigerd',
    actor: holder('tester'),
    kept: { klasse: 'laag' },
  },
  { seq: 4, at: MONDAY + 100, command: 'c2', fact: 'ended', ending: 'klaar' },
] as unknown as Fact[];

const migrated = (): CaseState => migrate(structuredClone(old));

describe('a state of the first schema', () => {
  test('goes on as one of this schema, with everything that it held', () => {
    const { open: _open, schema: _schema, ...held } = old;
    expect(migrated()).toMatchObject({ ...held, schema: SCHEMA });
  });

  test('has every part that this build reads', () => {
    const { state } = new OneCase(chain, 'begin');
    expect(Object.keys(migrated()).sort()).toEqual(Object.keys(state).sort());
    const optional = ['confidential', 'from', 'item'];
    expect(Object.keys(migrated().open[0]!).sort()).toEqual(
      Object.keys(state.open[0]!)
        .filter((key) => !optional.includes(key))
        .sort(),
    );
  });

  test('has somebody who is accountable, and the same next moment', () => {
    expect(accountableOf(migrated())).toMatchObject({ role: 'tester', organisation: 'organisatie-tester' });
    expect(nextWakeAt(migrated())).toBe(rung.at);
  });

  test('lives on: its clock runs, it can be paused, and it can be decided', () => {
    expect(tick(chain, migrated(), MONDAY + 5000).facts.map(({ fact }) => fact)).toEqual(['late']);
    const actor = holder('tester');
    const paused = apply(
      chain,
      migrated(),
      'c2',
      { kind: 'pause', actor, reason: 'ziekte', until: '2026-05-01' },
      MONDAY + 100,
    );
    const resumed = apply(chain, paused.state, 'c3', { kind: 'resume', actor }, MONDAY + 200);
    expect(resumed.facts.map(({ fact }) => fact)).toEqual(['resumed', 'rescheduled']);
    const decide = { kind: 'decide', actor, openStep: 'traject.begin.1', outcome: 'verder' } as const;
    expect(apply(chain, resumed.state, 'c4', decide, MONDAY + 300).state.open).toMatchObject([{ step: 'dan' }]);
  });

  test('that has ended stays so', () => {
    const ended = { ...old, status: 'ended', ending: 'klaar', endedAt: MONDAY, open: [] };
    expect(migrate(ended)).toMatchObject({ schema: SCHEMA, status: 'ended', ending: 'klaar', open: [] });
    expect(nextWakeAt(migrate(ended))).toBeNull();
  });

  test('is not changed itself', () => {
    const before = structuredClone(old);
    migrate(before);
    expect(before).toEqual(old);
  });
});

test('a state of this schema is left as it is', () => {
  const { state } = new OneCase(chain, 'begin');
  expect(migrate(state)).toBe(state);
});

test.each([0, SCHEMA + 1, 99, Number.NaN, undefined])(
  'a state of schema %s is known to no build: a mistake, not a guess',
  (schema) => {
    expect(() => migrate({ ...old, schema: schema as number })).toThrow(
      `a state of schema ${schema} is not known here`,
    );
  },
);

describe('facts of the first schema', () => {
  test('rebuild the case as this build reads it', () => {
    expect(rebuildStored(facts.slice(0, 2))).toEqual({ ...migrated(), contributors: [], kept: {} });
  });

  test('rebuild what was decided after it, also where an outcome has the name of an answer to an offer', () => {
    expect(rebuildStored(facts)).toMatchObject({
      status: 'ended',
      ending: 'klaar',
      kept: { klasse: 'laag' },
      outcomes: { begin: 'geweigerd' },
      decidedAt: { begin: MONDAY + 100 },
      contributors: ['organisatie-tester'],
    });
  });

  test('go on with facts of this build', () => {
    const state = rebuildStored(facts.slice(0, 2));
    const decide = { kind: 'decide', actor: holder('tester'), openStep: 'traject.begin.1', outcome: 'verder' } as const;
    const next = apply(chain, state, 'c2', decide, MONDAY + 100);
    expect(rebuildStored([...facts.slice(0, 2), ...next.facts])).toEqual(next.state);
  });

  test('say of a decision that no offer was answered: there were none', () => {
    expect(currentFact(facts[2]!)).toMatchObject({ fact: 'decided', stage: 'open', outcome: 'geweigerd' });
  });

  test('of kinds that say the same as ever are left as they are', () => {
    for (const fact of [facts[0]!, facts[3]!]) expect(currentFact(fact)).toBe(fact);
  });
});

describe('facts of this schema', () => {
  const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');

  test('are read as they are', () => {
    for (const fact of one.facts) expect(currentFact(fact)).toBe(fact);
    expect(rebuildStored(one.facts)).toEqual(one.state);
  });

  test.each<[string, readonly Fact[], string]>([
    ['none', [], 'a case without facts'],
    ['one that is missing', one.facts.filter(({ seq }) => seq !== 3), 'fact 4 does not follow 2'],
    ['one that comes twice', [...one.facts, one.facts[3]!], 'fact 4 does not follow 4'],
    ['no beginning', one.facts.slice(1), 'fact 2 (opened) comes before the start'],
  ])('that are not the whole story are not made into a case: %s', (_name, given, message) => {
    expect(() => rebuildStored(given)).toThrow(message);
  });
});

describe('a state of the second schema', () => {
  /** As the build of version 0.2.0 kept it: nobody claimed a step, and consent was never withdrawn. */
  function second(one: OneCase): CaseState {
    const { consentLost: _lost, withheld: _withheld, last: _last, ...rest } = one.state;
    const open = rest.open.map(({ assignee: _assignee, ...opened }) => opened);
    return { ...rest, open, schema: 2 } as unknown as CaseState;
  }
  const actor = holder('tester');
  const huisarts = holder('huisarts');

  test('goes on as one of this schema, with every part that this build reads', () => {
    const one = new OneCase(chain, 'begin');
    expect(migrate(second(one))).toEqual(one.state);
  });

  test('has nothing that can be taken back, as what was done last is not known', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');
    expect(one.state.last).not.toBeNull();
    expect(migrate(second(one))).toEqual({ ...one.state, last: null });
  });

  test('knows what every chain has by now, with the terms of the definition where it started without them', () => {
    const one = new OneCase(chain, 'begin', { knobs: {} });
    one.state = migrate(second(one));
    const to = { role: 'tester', organisation: 'organisatie-tester' };
    one.send({ kind: 'ask', actor: huisarts, to });
    expect(localDateOf(one.open('vraag').dueAt)).toBe('2026-03-09');
    one.send({ kind: 'answer', actor, openStep: one.open('vraag').id });
    const said = { kind: 'consent', actor: huisarts, purpose: 'overdracht', by: 'inwoner', on: '2026-03-02' } as const;
    expect(one.send({ ...said, given: false }).openSteps).toEqual(['toestemming-besluit']);
    expect(one.send({ ...said, given: true }).openSteps).toEqual(['begin']);
    one.send({ kind: 'assign', actor, openStep: one.open('begin').id, practitioner: 'persoon-tester' });
    expect(one.open('begin').assignee).toBe('persoon-tester');
  });

  test('takes back what is decided from now on, with the facts of before', () => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'verder');
    one.state = migrate(second(one));
    one.send({ kind: 'event', actor, event: 'verhuisd', on: '2026-03-02' });
    const seq = one.state.last?.seq ?? 0;
    expect(one.send({ kind: 'correct', actor, seq, reason: 'vergissing', facts: one.facts }).openSteps).toEqual([
      'dan',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandOf } from '../../test/journeys/random-command.ts';
import { randomMoves, randomStart, startOf } from '../../test/journeys/random-play.ts';
import { decide, refer, send, started, versions } from '../../test/journeys/one-ledger.ts';
import { DAY, decision, MONDAY } from '../../test/journeys/start-case.ts';
import { anyChain } from '../../test/journeys/walks.ts';
import { rebuild } from '../engine/evolve.ts';
import type { Fact } from '../engine/facts.ts';
import type { Answer, Envelope } from '../engine/messages.ts';
import { nextWakeAt, SCHEMA } from '../engine/state.ts';
import { Ledger } from './ledger.ts';
import type { Carried } from './protocol.ts';

/** A new run of the same case: what is carried travels as JSON. */
function carried(ledger: Ledger, its: typeof versions = versions): Ledger {
  return new Ledger(its, JSON.parse(JSON.stringify(ledger.carry())) as Carried);
}

describe('a new run of the same case', () => {
  test('stands where the old one stood, with the same wake-up', () => {
    const ledger = started();
    const next = carried(ledger);
    expect(next.state).toEqual(ledger.state);
    expect(next.wakeAt).toBe(nextWakeAt(ledger.state!));
  });

  test('honours the answers that the old one gave: no command counts twice', () => {
    const ledger = started();
    const first = ledger.execute(decide('c2', 'matig'), MONDAY);
    expect(carried(ledger).execute(decide('c2', 'matig'), MONDAY + DAY)).toEqual(first);
  });

  test('honours its refusals: no becomes never yes', () => {
    const ledger = started();
    const early = send('c2', decision('tester', 'traject.toestemming-matig.1', 'ja'));
    ledger.execute(early, MONDAY);
    const next = carried(ledger);
    next.execute(decide('c3', 'matig'), MONDAY);
    expect(next.execute(early, MONDAY).answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
  });

  test('still has to bring what the old one had not brought', () => {
    const ledger = started();
    ledger.execute(decide('c2', 'laag'), MONDAY);
    ledger.learn(3);
    const next = carried(ledger);
    expect(next.unprojected()).toEqual(ledger.unprojected());
    next.learn(2);
    expect(next.unprojected()?.facts.map(({ seq }) => seq)).toEqual([4, 5]);
  });
});

describe('a run of an earlier build', () => {
  /** The same case as the first build carried it: one step at a time, and only what that needs. */
  function ofFirstBuild(): Carried {
    const { state, ...rest } = JSON.parse(JSON.stringify(started().carry())) as Carried;
    const { case: id, chain: of, version, municipality, kern, seq, status, ending, startedAt, endedAt } = state;
    const { referrer, parties, knobs, consents, kept, rounds, contributors } = state;
    const open = state.open.map(({ id: openStep, step: name, round, role, organisation, openedAt, dueAt, rung }) => ({
      id: openStep,
      step: name,
      round,
      role,
      organisation,
      openedAt,
      dueAt,
      rung,
      late: false,
      escalations: 0,
    }));
    const old = {
      schema: 1,
      case: id,
      chain: of,
      version,
      municipality,
      kern,
      seq,
      status,
      ending,
      startedAt,
      endedAt,
      referrer,
      parties,
      knobs,
      consents,
      kept,
      rounds,
      contributors,
      open,
    };
    return { ...rest, state: old as unknown as Carried['state'] };
  }

  test('goes on in this one: its state is of this schema, with the same wake-up', () => {
    const ledger = new Ledger(versions, ofFirstBuild());
    expect(ledger.state).toMatchObject({
      schema: SCHEMA,
      seq: 2,
      open: [{ branch: 'main', stage: 'open', attempts: [] }],
    });
    expect(ledger.wakeAt).toBe(started().wakeAt);
  });

  test('takes its next decision, keeps the answers that it gave, and carries on as one of this schema', () => {
    const ledger = new Ledger(versions, ofFirstBuild());
    expect(ledger.execute(refer, MONDAY + DAY).answer).toEqual({ seq: 2 });
    expect(ledger.execute(decide('c2', 'matig', 2), MONDAY + DAY).answer).toEqual({ seq: 5 });
    expect(ledger.carry().state.schema).toBe(SCHEMA);
  });

  test('of a schema that no build has given out is a mistake, not a guess', () => {
    const given = ofFirstBuild();
    const odd = { ...given, state: { ...given.state, schema: 99 } } as unknown as Carried;
    expect(() => new Ledger(versions, odd)).toThrow('a state of schema 99 is not known here');
  });
});

describe('whatever is sent, repeated, carried over and learned, in any order', () => {
  const disturbance = fc.constantFrom('none', 'repeat', 'carry', 'learn', 'lose');
  const disturbances = fc.array(disturbance, { minLength: 25, maxLength: 25 });

  test('every id has one answer for ever, and PostgreSQL can always be brought up to date without a gap', () => {
    fc.assert(
      fc.property(anyChain, randomStart, randomMoves, disturbances, (chain, start, moves, disturbed) => {
        const versions = { [chain.version]: chain };
        let ledger = new Ledger(versions, undefined);
        const held: Fact[] = [];
        const answers = new Map<string, { envelope: Envelope; answer: Answer }>();
        const project = (facts: readonly Fact[]): void => {
          for (const fact of facts.filter(({ seq }) => seq > held.length)) {
            expect(fact.seq).toBe(held.length + 1);
            held.push(fact);
          }
        };
        let now = MONDAY;
        project(ledger.execute(send('c0', startOf(chain, start)), now).facts);
        moves.forEach((move, index) => {
          now += move.afterMs;
          const command = commandOf(chain, ledger.state!, move, now, [...held]);
          if (command === null) ledger.tick(now);
          else {
            const envelope = send(`c${index + 1}`, command, held.length);
            const reply = ledger.execute(envelope, now);
            answers.set(envelope.id, { envelope, answer: reply.answer });
            // A reply that is lost brings PostgreSQL nothing: the next one has to.
            if (disturbed[index] !== 'lose') project(reply.facts);
          }
          if (disturbed[index] === 'carry') ledger = carried(ledger, versions);
          if (disturbed[index] === 'learn') ledger.learn(held.length);
          if (disturbed[index] !== 'repeat') return;
          for (const { envelope, answer } of answers.values()) {
            const again = ledger.execute({ ...envelope, attempt: 2 }, now);
            expect(again.answer).toEqual(answer);
            project(again.facts);
          }
        });
        project(ledger.unprojected()?.facts ?? []);
        expect(rebuild(held)).toEqual(ledger.state);
        for (const { envelope, answer } of answers.values()) {
          const facts = held.filter(({ command }) => command === envelope.id);
          expect('seq' in answer ? facts.at(-1)?.seq : facts.length).toBe('seq' in answer ? answer.seq : 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

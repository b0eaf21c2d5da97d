import { describe, expect, test } from 'vitest';
import { holder, MONDAY } from '../../test/journeys/start-case.ts';
import type { Fact } from './facts.ts';
import { lastAfter } from './last.ts';
import type { CaseState } from './state.ts';

const tester = holder('tester');
let seq = 10;
const fact = (kind: string, command: string | null, body: object = {}): Fact =>
  ({ seq: (seq += 1), at: MONDAY, command, fact: kind, step: 'x', actor: tester, ...body }) as unknown as Fact;
/** What could be taken back after all of these. */
const after = (...facts: Fact[]): CaseState['last'] => facts.reduce<CaseState['last']>(lastAfter, null);
const decided = (command = 'c1'): Fact => fact('decided', command);

describe('what may still be taken back', () => {
  test('is the decision, or the event, that came last: which fact, which command and whose', () => {
    for (const kind of ['decided', 'happened']) {
      const it = fact(kind, 'c1');
      const { role, organisation } = tester;
      expect(after(it)).toEqual({ seq: it.seq, command: 'c1', role, organisation });
    }
  });

  test('is the later of two', () => {
    const [first, second] = [decided('c1'), decided('c2')];
    expect(after(first, second)?.seq).toBe(second.seq);
  });

  test.each([
    'opened',
    'informed',
    'scheduled',
    'unscheduled',
    'lapsed',
    'arrived',
    'joined',
    'paid-by',
    'anchored',
    'rescheduled',
    'marked',
    'consented',
    'released',
    'gap',
    'ruled',
  ])('stays so with what it brought about itself: %s', (kind) => {
    const it = decided();
    expect(after(it, fact(kind, 'c1'))?.seq).toBe(it.seq);
  });

  test.each(['grouped', 'ungrouped', 'linked', 'restarted', 'ended'])(
    'is nothing when it brought about what reaches further: %s',
    (kind) => {
      expect(after(decided(), fact(kind, 'c1'))).toBeNull();
      expect(after(decided(), fact(kind, 'c1'), fact('opened', 'c1'))).toBeNull();
    },
  );

  test('is for a day what silenced the case, whatever reaches it meanwhile, until it ends or is taken back', () => {
    const it = fact('happened', 'c1');
    const silenced = [it, fact('silenced', 'c1'), fact('opened', 'c1')];
    const kept = { seq: it.seq, until: MONDAY + 24 * 3_600_000 };
    for (const kind of ['assigned', 'linked', 'amended', 'reminded', 'decided', 'opened'])
      expect(after(...silenced, fact(kind, 'c2'))).toMatchObject(kept);
    for (const kind of ['ended', 'corrected']) expect(after(...silenced, fact(kind, 'c2'))).toBeNull();
    expect(after(fact('silenced', 'c1'))).toBeNull();
  });

  test.each(['reminded', 'late', 'escalated', 'expired', 'informed'])(
    'stays so when the clock only says: %s',
    (kind) => {
      expect(after(decided(), fact(kind, null))).not.toBeNull();
    },
  );

  test.each(['opened', 'resumed', 'unscheduled', 'rescheduled', 'withheld'])(
    'is nothing when the clock did: %s',
    (kind) => {
      expect(after(decided(), fact(kind, null))).toBeNull();
    },
  );

  test.each(['attempted', 'paused', 'resumed', 'assigned', 'asked', 'agreed', 'linked', 'corrected', 'anchored'])(
    'is nothing when somebody did something after it: %s',
    (kind) => {
      expect(after(decided(), fact(kind, 'c2'))).toBeNull();
    },
  );

  test('stays so when only particulars were put right', () => {
    expect(after(decided(), fact('amended', 'c2'))).not.toBeNull();
    expect(after(fact('amended', 'c2'))).toBeNull();
  });

  test('is never an answer, which was read as soon as it was given', () => {
    expect(after(decided(), fact('decided', 'c2', { step: 'vraag' }))).toBeNull();
  });
});

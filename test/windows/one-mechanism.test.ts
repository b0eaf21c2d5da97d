import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut } from '../../src/cases/carry-out.ts';
import { project } from '../../src/cases/project.ts';
import { send } from '../../src/cases/send.ts';
import { sweep } from '../../src/cases/sweep.ts';
import { sqlState } from '../../src/platform/db/database.ts';
import {
  commandRow,
  completedUpdates,
  decideAs,
  decideMatig,
  expireLease,
  factsOf,
  openCase,
  recordOnly,
  stateOf,
} from '../harness/cases.ts';
import { heldAt } from '../harness/held.ts';
import { watched } from '../harness/watched.ts';
import { openSuite, type Suite } from '../harness/suite.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite({ worker: false });
});
afterAll(() => suite.close());

describe('the one mechanism', () => {
  test('a fact is in history before PostgreSQL shows it', async () => {
    const first = await suite.startWorker();
    const opened = await openCase(suite);
    await first.stop();
    const inWorker = heldAt('after-projection');
    const worker = await suite.startWorker(inWorker.hold);
    const inApi = heldAt('after-projection');
    const command = await recordOnly(suite, opened.id, decideMatig(opened.id));
    const answered = carryOut(suite.another({ hold: inApi.hold }), command);
    await Promise.race([inApi.reached, inWorker.reached]);
    try {
      expect(await factsOf(suite, opened.id)).toContainEqual(
        expect.objectContaining({ fact: 'decided', command: command.id }),
      );
      expect(await completedUpdates(suite, opened.id)).toContain(command.id);
    } finally {
      inApi.release();
      inWorker.release();
      await answered.catch(() => undefined);
      await worker.stop();
    }
  });

  describe('with a worker', () => {
    beforeAll(async () => {
      await suite.startWorker();
    });

    test('while a sender has the lease nobody else sends its command', async () => {
      const { id } = await openCase(suite);
      const command = await recordOnly(suite, id, decideMatig(id));
      const held = heldAt('before-update');
      const answered = carryOut(suite.another({ hold: held.hold }), command);
      await held.reached;
      await sweep(suite.context);
      const meanwhile = await commandRow(suite, command.id);
      held.release();
      expect(meanwhile).toMatchObject({ attempt: 1, answer: null });
      expect((await answered).answer).toMatchObject({ seq: expect.any(Number) });
    });

    test('a command whose sender died after the Update takes effect once, and its own answer is told', async () => {
      const { id } = await openCase(suite);
      const command = await recordOnly(suite, id, decideMatig(id));
      const died = heldAt('after-update');
      void carryOut(suite.another({ hold: died.hold }), command);
      await died.reached;
      await expireLease(suite, command.id);
      expect(await sweep(suite.context)).toBe(1);
      const decided = (await factsOf(suite, id)).filter((fact) => fact.fact === 'decided');
      expect(decided).toMatchObject([{ command: command.id, outcome: 'matig' }]);
      // History holds the referral and this one command, under its own id, and nothing else.
      expect(await completedUpdates(suite, id)).toEqual([expect.any(String), command.id]);
      expect((await commandRow(suite, command.id)).answer).toMatchObject({ seq: expect.any(Number) });
      died.release();
    });

    test('an earlier attempt cannot turn a later one into a refusal', async () => {
      const { id } = await openCase(suite);
      const second = await recordOnly(suite, id, decideAs('tester', `${id}.toestemming-matig.1`, 'ja'));
      const slow = heldAt('after-update');
      const asksAgain = watched(suite.context.db, 'read_command');
      const slowAnswer = carryOut(suite.another({ hold: slow.hold, db: asksAgain.db }), second);
      await slow.reached;
      await carryOut(suite.context, await recordOnly(suite, id, decideMatig(id)));
      await expireLease(suite, second.id);
      const swept = heldAt('after-update');
      const sweeping = sweep(suite.another({ hold: swept.hold }));
      await swept.reached;
      slow.release();
      // The slow sender may only tell what the later attempt brings: it asks PostgreSQL again instead of answering.
      expect(await Promise.race([slowAnswer, asksAgain.asked])).toBe('read_command');
      swept.release();
      await sweeping;
      expect((await slowAnswer).answer).toMatchObject({ seq: expect.any(Number) });
      expect((await commandRow(suite, second.id)).answer).toMatchObject({ seq: expect.any(Number) });
    });

    test('a refusal is stored before it is told, and stays a refusal', async () => {
      const { id } = await openCase(suite);
      const command = await recordOnly(suite, id, decideAs('tester', `${id}.aanmelden-matig.1`, 'gedaan'));
      const { answer } = await carryOut(suite.context, command);
      expect(answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
      expect((await commandRow(suite, command.id)).answer).toMatchObject({ refused: { code: 'not-allowed-now' } });
    });

    test('a refused first attempt leaves no trace in history; a refused later one spends its id', async () => {
      const { id } = await openCase(suite);
      const early = decideAs('tester', `${id}.toestemming-matig.1`, 'ja');
      const command = await recordOnly(suite, id, early);
      expect(await send(suite.context, command)).toMatchObject({ refused: { code: 'not-allowed-now' } });
      expect(await completedUpdates(suite, id)).not.toContain(command.id);
      const later = await send(suite.context, { ...command, attempt: 2 });
      expect(later).toMatchObject({ reply: { answer: { refused: { code: 'not-allowed-now' } } } });
      await carryOut(suite.context, await recordOnly(suite, id, decideMatig(id)));
      const again = await send(suite.context, { ...command, attempt: 3 });
      expect(again).toMatchObject({ reply: { answer: { refused: { code: 'not-allowed-now' } } } });
    });

    test('whoever projects a fact answers the command that caused it', async () => {
      const { id } = await openCase(suite);
      const command = await recordOnly(suite, id, decideMatig(id));
      const outcome = await send(suite.context, command);
      if (!('reply' in outcome)) throw new Error('the decision was not taken');
      await project(suite.context, outcome.reply.facts, outcome.reply.head);
      const { answer } = await commandRow(suite, command.id);
      expect(answer).toEqual({
        seq: outcome.reply.answer && 'seq' in outcome.reply.answer ? outcome.reply.answer.seq : null,
      });
    });

    test('facts that do not follow what is known are refused, and nothing of them is kept', async () => {
      const { id } = await openCase(suite);
      const first = await send(suite.context, await recordOnly(suite, id, decideMatig(id)));
      if (!('reply' in first)) throw new Error('the decision was not taken');
      const before = await factsOf(suite, id);
      const { facts, head } = first.reply;
      const refused = await project(suite.context, facts.slice(1), head).catch((error: unknown) => sqlState(error));
      expect(refused).toBe('KP002');
      expect(await factsOf(suite, id)).toEqual(before);
      expect((await stateOf(suite, id)).seq).toBe(before.length);
    });

    test('a fact that is known cannot become another', async () => {
      const { id } = await openCase(suite);
      const [first] = await factsOf(suite, id);
      const state = await stateOf(suite, id);
      if (first === undefined) throw new Error('no facts');
      const refused = await project(suite.context, [{ ...first, at: first.at + 1 }], state).catch((error: unknown) =>
        sqlState(error),
      );
      expect(refused).toBe('KP003');
    });

    test('projecting the same facts again, or older ones, changes nothing', async () => {
      const { id } = await openCase(suite);
      const command = await recordOnly(suite, id, decideMatig(id));
      const outcome = await send(suite.context, command);
      if (!('reply' in outcome)) throw new Error('the decision was not taken');
      const all = [...(await factsOf(suite, id)), ...outcome.reply.facts];
      await Promise.all([1, 2, 3].map(() => project(suite.context, all, outcome.reply.head)));
      const older = await stateOf(suite, id);
      await project(suite.context, all.slice(0, 1), { ...older, seq: 1, status: 'open' });
      expect(await factsOf(suite, id)).toEqual(all);
      expect(await stateOf(suite, id)).toEqual(outcome.reply.head);
    });

    test('commands of one case run in the order in which they were recorded', async () => {
      const { id } = await openCase(suite);
      const first = await recordOnly(suite, id, decideMatig(id));
      await expireLease(suite, first.id);
      // The first was left by a process that died; the second must not overtake it.
      const answered = await suite.api('tester', 'POST', `/cases/${id}/decisions`, {
        openStep: `${id}.valrisicotest.1`,
        outcome: 'laag',
        form: { gevallen: false, bang: false, moeite: false },
      });
      expect(answered.status).toBe(409);
      const decided = (await factsOf(suite, id)).filter((fact) => fact.fact === 'decided');
      expect(decided).toMatchObject([{ command: first.id }]);
    });
  });
});

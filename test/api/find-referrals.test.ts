import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bsn, laag, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const find = (body: unknown, user = 'huisarts') => suite.api(user, 'POST', '/referrals/search', body);
const idsOf = async (body: unknown, user = 'huisarts'): Promise<string[]> => {
  const answer = await find(body, user);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items.map(({ id }: { id: string }) => id);
};
// oxlint-disable-next-line typescript/no-explicit-any -- the resident as the test sent it
async function known(user: string): Promise<{ id: string; who: Record<string, any>; openStep: string }> {
  const who = resident({ bsn: bsn() });
  const made = await suite.api(user, 'POST', '/referrals', referral({ resident: who }));
  expect(made.status, made.text).toBe(201);
  return { id: made.json.id, who, openStep: made.json.openSteps[0].id };
}

describe('POST /referrals/search', () => {
  test('finds the own referrals of a resident by BSN, by address and by telephone, as the list shows them', async () => {
    const { id, who } = await known('huisarts');
    const { name, birthDate, postalCode, houseNumber, phone } = who;
    for (const body of [
      { bsn: who['bsn'] },
      { name, birthDate, postalCode, houseNumber },
      { name, birthDate, phone },
      {
        name: { given: name.given.toUpperCase(), family: ` ${name.family} ` },
        birthDate,
        phone: phone.replace(/^0/, '+31'),
      },
    ]) {
      expect(await idsOf(body)).toEqual([id]);
      expect(await idsOf(body, 'poh')).toEqual([id]);
    }
    const [item] = (await find({ bsn: who['bsn'] })).json.items;
    const list = (await suite.api('huisarts', 'GET', '/referrals?limit=100')).json.items;
    expect(item).toEqual(list.find((each: { id: string }) => each.id === id));
  });

  test('tells no difference between a resident of another practice and one whom nobody knows', async () => {
    const { who } = await known('huisarts-2');
    const there = await find({ bsn: who['bsn'] });
    const nowhere = await find({ bsn: bsn() });
    expect(there.text).toBe('{"items":[],"next":null}');
    expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text]);
    const headers = (answer: typeof there) =>
      [...answer.headers].filter(([header]) => header !== 'x-request-id').toSorted(([a], [b]) => a.localeCompare(b));
    expect(headers(there)).toEqual(headers(nowhere));
    const { name, birthDate, phone } = who;
    expect(await idsOf({ name, birthDate, phone })).toEqual([]);
    expect(await idsOf({ bsn: who['bsn'] }, 'tester')).toEqual([]);
  });

  test('takes as long, within noise, for who is known at another practice as for who is known nowhere', async () => {
    const { who } = await known('huisarts-2');
    const nobody = bsn();
    const took = { there: [] as number[], nowhere: [] as number[] };
    for (let n = 0; n < 40; n += 1) {
      for (const [where, number] of [
        ['there', who['bsn']],
        ['nowhere', nobody],
      ] as const) {
        const start = performance.now();
        await find({ bsn: number });
        took[where].push(performance.now() - start);
      }
    }
    const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length / 2] ?? 0;
    const [there, nowhere] = [median(took.there), median(took.nowhere)];
    expect(Math.abs(there - nowhere)).toBeLessThan(3 + Math.min(there, nowhere) / 2);
  });

  test('finds what ended in the last year, and not what ended before', async () => {
    const { id, who, openStep } = await known('huisarts');
    await decide(suite, 'tester', id, { openStep, outcome: 'laag', form: laag });
    await decide(suite, 'tester', id, { openStep: `${id}.laag-advies.1`, outcome: 'gedaan' });
    expect(await idsOf({ bsn: who['bsn'] })).toEqual([id]);
    await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P367D' });
    expect(await idsOf({ bsn: who['bsn'] })).toEqual([]);
  });

  test('needs one whole way to say who it is', async () => {
    const { name, birthDate, phone, postalCode, houseNumber, bsn: number } = resident({ bsn: bsn() });
    const cases: readonly (readonly [unknown, readonly string[]])[] = [
      [{}, ['/birthDate', '/name', '/phone']],
      [{ name, birthDate }, ['/phone']],
      [{ name, birthDate, postalCode }, ['/phone']],
      [{ birthDate, phone }, ['/name']],
      [{ name, phone }, ['/birthDate']],
      [{ bsn: number, name, birthDate, phone }, ['/bsn']],
      [{ bsn: '123456789' }, ['/bsn']],
      [{ bsn: 999990019 }, ['/bsn']],
      [{ name, birthDate, postalCode, houseNumber, municipality: 'enschede' }, ['/municipality']],
      [[], ['']],
    ];
    for (const [body, pointers] of cases) expectProblem(await find(body), 'invalid-input', pointers);
    expectProblem(await find('{'), 'malformed');
  });

  test('by BSN is only for organisations that may have it', async () => {
    expectProblem(await find({ bsn: bsn() }, 'buurtsportcoach'), 'forbidden');
    const { name, birthDate, phone } = resident();
    expect(await idsOf({ name, birthDate, phone }, 'buurtsportcoach')).toEqual([]);
  });

  test.each(['inwoner', 'ketencoordinator', 'regiocoordinator', 'beheerder'])('is not there for %s', async (user) => {
    expectProblem(await find({ bsn: bsn() }, user), 'not-found');
  });

  test('stores nothing but who looked for whom, and no identity', async () => {
    const { id, who } = await known('huisarts');
    await storesNothing(suite, async () => {
      expect(await idsOf({ bsn: who['bsn'] })).toEqual([id]);
      await find({ bsn: bsn() });
    });
    const rows = await suite.context.db.query<{ line: string; own: boolean; action: string }>(
      {
        name: 'test_search_lines',
        text: `select row_to_json(l)::text as line, l.action, c.resident = any(l.residents) as own
               from access_log l, cases c where c.id = $1 and l.event = 'POST /referrals/search' order by l.id desc limit 2`,
      },
      [id],
    );
    expect(rows.map(({ own, action }) => [own === true, action])).toEqual([
      [false, 'E'],
      [true, 'E'],
    ]);
    for (const { line } of rows) {
      for (const secret of [who['bsn'], who['name'].family, who['phone']]) expect(line).not.toContain(secret);
    }
  });
});

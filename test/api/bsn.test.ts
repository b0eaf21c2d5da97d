import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bsn, referral, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';
import { scanDatabase } from './leak-scan.ts';
import { change } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

/** The law lets nobody have the BSN but organisations of these kinds. */
const allowOnly = (on: Suite, ...kinds: string[]): Promise<unknown> =>
  on.context.db.query({ name: 'test_allow', text: 'update organisations set bsn_allowed = kind = any($1::text[])' }, [
    kinds,
  ]);

describe('the BSN', () => {
  const number = bsn();

  test('goes to an organisation that the law lets have it, and every other gets a pseudonym of its own', async () => {
    await allowOnly(suite, 'huisartsenpraktijk');
    const { id } = await caseAt(suite, 'valrisicotest', { resident: resident({ bsn: number }) });
    const seen = async (user: string, path = `/cases/${id}`): Promise<Record<string, unknown>> =>
      (await suite.api(user, 'GET', path)).json.resident;
    const [practice, home] = [await seen('huisarts'), await seen('tester')];
    expect(practice).toMatchObject({ bsn: number });
    expect(practice).not.toHaveProperty('pseudonym');
    expect(home).not.toHaveProperty('bsn');
    expect(home['pseudonym']).toMatch(/^[\w-]{43}$/);
    expect((await seen('tester'))['pseudonym']).toBe(home['pseudonym']);
    for (const path of [`/cases/${id}`, `/cases/${id}/trail`, `/cases/${id}/forms`, '/worklist']) {
      expect((await suite.api('tester', 'GET', path)).text, path).not.toContain(number);
    }
    const [listed] = (await suite.api('huisarts', 'GET', '/referrals')).json.items;
    expect(listed.resident).toMatchObject({ bsn: number });
    const [waits] = (await suite.api('tester', 'GET', '/worklist')).json.items;
    expect(waits.resident).toMatchObject({ pseudonym: home['pseudonym'] });
  });

  test('is nobody else than the person: two organisations know one person by two pseudonyms, one knows two by two', async () => {
    const other = await openSuite();
    try {
      await allowOnly(other);
      const [one, two] = [await caseAt(other, 'valrisicotest'), await caseAt(other, 'valrisicotest')];
      const pseudonyms = [];
      for (const user of ['huisarts', 'tester']) {
        for (const { id } of [one, two]) {
          pseudonyms.push((await other.api(user, 'GET', `/cases/${id}`)).json.resident.pseudonym);
        }
      }
      expect(new Set(pseudonyms).size).toBe(4);
      for (const pseudonym of pseudonyms) expect(pseudonym).toMatch(/^[\w-]{43}$/);
    } finally {
      await other.close();
    }
  });

  test('stands in no table in clear', async () => {
    expect((await scanDatabase(suite.databaseUrl, [number])).leaks).toEqual([]);
  });
});

test('a case runs from its referral to its end without a BSN anywhere', async () => {
  const without = await openSuite();
  try {
    const { id } = await caseAt(without, 'wachtlijst-kern', { resident: resident() });
    const stop = { reason: { code: 'ziekte' } };
    const ended = await change(without, 'valpreventie-coordinator', id, 'withdrawal', stop);
    expect(ended.json.status, ended.text).toBe('ended');
    expect((await without.api('huisarts', 'POST', '/referrals', referral())).status).toBe(201);
    const kinds = await without.context.db.query({
      name: 'test_kinds',
      text: 'select distinct kind from resident_hashes order by kind',
    });
    expect(kinds).toEqual([{ kind: 'address' }, { kind: 'phone' }]);
    const seen = await without.api('huisarts', 'GET', `/cases/${id}`);
    expect(seen.json.resident).not.toHaveProperty('bsn');
  } finally {
    await without.close();
  }
});

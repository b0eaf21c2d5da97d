import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { rotateIdentityKeys } from '../../src/cases/rotate-identity-keys.ts';
import { type KeyRing, parseKeyRing } from '../../src/platform/crypto/keyring.ts';
import { newPersonKey, openForPerson, unwrapPersonKey } from '../../src/platform/crypto/person-key.ts';
import { seal, sealedKeyId } from '../../src/platform/crypto/seal.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { type OpenApi, openApi } from '../harness/api.ts';
import { runMain } from '../harness/processes.ts';
import { referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt } from './journey.ts';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
interface Keys {
  codec: { current: string; keys: Record<string, string> };
  identity: { current: string; keys: Record<string, string> };
  lookup: string;
  body: string;
}

let suite: Suite;
/** The keys of this run, with identity keys of our own. */
function keysWith(current: string, identity: Record<string, string>): string {
  const keys = JSON.parse(inject('stack').keys) as Keys;
  return JSON.stringify({ ...keys, identity: { current, keys: identity } });
}
const [old, both, fresh] = [{ k1: key(71) }, { k1: key(71), k2: key(72) }, { k2: key(72) }];
const rings = { old: keysWith('k1', old), both: keysWith('k2', both), fresh: keysWith('k2', fresh) };

beforeAll(async () => {
  suite = await openSuite({ keys: rings.old });
});
afterAll(() => suite.close());

const people: { id: string; sealed: Buffer }[] = [];
/** So many persons whose key is wrapped under k1. */
async function addPeople(ring: KeyRing, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const id = randomUUID();
    const { key: person, wrapped } = newPersonKey(ring, id);
    const sealed = seal(Buffer.from(`{"n":"${id}"}`), person, 'identity');
    people.push({ id, sealed });
    await suite.context.db.query(
      { name: 'test_person', text: 'insert into residents (id, wrapped_key, identity) values ($1, $2, $3)' },
      [id, wrapped, sealed],
    );
  }
}

async function wrapped(): Promise<readonly { id: string; wrapped_key: Buffer }[]> {
  return suite.context.db.query({
    name: 'test_wrapped',
    text: 'select id, wrapped_key from residents where wrapped_key is not null',
  });
}

test('a rotation that is killed halfway goes on where it was, and leaves every person readable at every moment', async () => {
  const ring = parseKeyRing(rings.both);
  const made = await caseAt(suite, 'valrisicotest');
  await addPeople(parseKeyRing(rings.old), 3_000);
  const env = { DATABASE_URL: suite.databaseUrl, TEMPORAL_ADDRESS: 'unused:1', KETENPAD_KEYS: rings.both };
  const killed = runMain('rotate-keys.ts', [], env);
  await killed.says(' rewrapped');
  killed.signal('SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');
  const halfway = (await wrapped()).map(({ wrapped_key: bytes }) => sealedKeyId(bytes));
  expect(halfway.filter((id) => id === 'k2').length).toBeGreaterThan(0);
  const left = halfway.filter((id) => id === 'k1').length;
  expect(left).toBeGreaterThan(0);
  for (const { id, sealed } of people.slice(0, 50)) {
    const [row] = (await wrapped()).filter((each) => each.id === id);
    expect(openForPerson(sealed, unwrapPersonKey(ring, id, row!.wrapped_key), 'identity').toString()).toContain(id);
  }

  const again = runMain('rotate-keys.ts', [], env);
  expect(await again.ended, again.output()).toBe(0);
  expect(again.output()).toContain("identity key 'k1' wraps nothing any more");
  expect(JSON.parse(again.output().trim().split('\n').at(-1) ?? '')).toEqual({
    current: 'k2',
    rewrapped: left,
    unreadable: 0,
    persons: { k2: people.length + 1 },
    unused: ['k1'],
    ok: true,
  });
  const only = parseKeyRing(rings.fresh);
  const rows = new Map((await wrapped()).map((row) => [row.id, row.wrapped_key]));
  for (const { id, sealed } of people) {
    expect(openForPerson(sealed, unwrapPersonKey(only, id, rows.get(id)!), 'identity').toString()).toContain(id);
  }
  const opened = openWith(only);
  try {
    const seen = await opened.api('tester', 'GET', `/cases/${made.id}`);
    expect(seen.json.resident, seen.text).toMatchObject({ birthDate: '1946-05-17' });
  } finally {
    await opened.close();
  }
});

test('while an API still wraps under the old key, the rotation says that it is not done', async () => {
  const ring = parseKeyRing(rings.both);
  await rotateIdentityKeys(suite.context.db, ring);
  expect((await suite.api('huisarts', 'POST', '/referrals', referral())).status).toBe(201);
  const during: Promise<unknown>[] = [];
  const rotation = await rotateIdentityKeys(suite.context.db, ring, () => {
    during.push(suite.api('huisarts', 'POST', '/referrals', referral()));
  });
  await Promise.all(during);
  expect(rotation).toMatchObject({ rewrapped: 1, unreadable: 0 });
  const after = await rotateIdentityKeys(suite.context.db, ring);
  expect(after).toMatchObject({ ok: true, rewrapped: during.length, unused: ['k1'] });
});

test('a person whose key is not in the ring is counted and left as they are', async () => {
  const lost = parseKeyRing(keysWith('k9', { k9: key(79) }));
  await addPeople(lost, 1);
  const rotation = await rotateIdentityKeys(suite.context.db, parseKeyRing(rings.both));
  expect(rotation).toMatchObject({ ok: false, unreadable: 1, rewrapped: 0, persons: { k9: 1 } });
});

function openWith(ring: KeyRing): OpenApi {
  const stack = inject('stack');
  return openApi(
    {
      databaseUrl: suite.databaseUrl,
      temporal: suite.temporal,
      ring,
      issuer: stack.issuer,
      audience: stack.audience,
      token: (user) => requestToken(stack.home, user),
    },
    {},
  );
}

import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bsn, hoog, matig, referral, resident } from '../harness/residents.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { Answer } from '../harness/api.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide, openStepOf } from './journey.ts';
import { leaksIn, scanDatabase, writings } from './leak-scan.ts';
import { expectProblem } from './problem.ts';

let suite: Suite;
const word = (): string => `Geheim${randomUUID().replaceAll('-', '').slice(0, 14)}`;
const told = {
  given: word(),
  family: `van ${word()}`,
  bsn: bsn(),
  phone: `06${String(Math.floor(Math.random() * 8e7) + 1e7)}`,
  houseNumber: '90417bis',
  postalCode: '7599ZX',
  email: `${word().toLowerCase()}@voorbeeld.nl`,
  contact: word(),
  contactPhone: '0698761234',
};
const { given, family, contact, contactPhone, ...rest } = told;
const contacts = [{ relation: 'dochter', name: contact, phone: contactPhone }];
const who = resident({ ...rest, name: { given, family }, contacts });
const texts = { note: word(), reference: word(), comment: word(), opmerking: word(), other: word() };
const secrets = [...Object.values(told), ...Object.values(texts)];

/* oxlint-disable vitest/no-standalone-expect -- the scans only mean something when all of this really happened */
/** A case to its end with a secret in every place that takes text, and requests that are refused with them. */
beforeAll(async () => {
  suite = await openSuite();
  const body = referral({ resident: who, note: texts.note, reference: texts.reference });
  const made = await suite.api('huisarts', 'POST', '/referrals', body);
  expect(made.status, made.text).toBe(201);
  const { id } = made.json;
  const step = made.json.openSteps[0].id;
  const form = { ...matig, opmerking: texts.opmerking };
  const reason = { code: 'klinische-blik', comment: texts.comment };
  expectProblem(await decide(suite, 'tester', id, { openStep: step, outcome: 'hoog', form }), 'reason-required');
  expectProblem(await decide(suite, 'tester', id, { openStep: step, outcome: texts.other, form }), 'invalid-input');
  expectProblem(await suite.api('huisarts', 'POST', '/referrals', { ...body, [texts.other]: 1 }), 'invalid-input');
  expectProblem(await suite.api('huisarts', 'POST', '/referrals', JSON.stringify(body).slice(0, -1)), 'malformed');
  expectProblem(await suite.api('huisarts-2', 'POST', '/referrals', body), 'already-referred');
  const both = await Promise.all(
    [
      { openStep: step, outcome: 'hoog', form, reason },
      { openStep: step, outcome: 'hoog', form: { ...hoog, opmerking: texts.opmerking } },
    ].map((decision) => decide(suite, 'tester', id, decision)),
  );
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P5W' });
  for (const user of ['huisarts', 'tester', 'huisarts-2']) {
    for (const tail of ['', '/actions', '/trail']) await suite.api(user, 'GET', `/cases/${id}${tail}`);
  }
  await suite.api('huisarts', 'GET', '/referrals');
  await suite.api('huisarts', 'GET', `/worklist?kern=${texts.other}`);
  const over = { openStep: await openStepOf(suite, id, 'toestemming-hoog'), outcome: 'digitaal', reason };
  expect((await decide(suite, 'tester', id, over)).status).toBe(200);
  const { comment } = reason;
  const change = (verb: string, sent: object): Promise<Answer> =>
    suite.api('huisarts', 'POST', `/cases/${id}/${verb}`, sent);
  const until = localDateOf(suite.clock.now() + 30 * 86_400_000);
  expect((await change('pauses', { reason: 'ziekte', until, comment })).status).toBe(200);
  expectProblem(await change('pauses', { reason: comment, until, comment }), 'invalid-input');
  expectProblem(await change('events', { event: texts.other, at: until, data: { of: comment } }), 'invalid-input');
  expect((await change('resumptions', {})).status).toBe(200);
  const stopped = await change('withdrawal', { reason: { code: 'ziekte', comment } });
  expect(stopped.json.status).toBe('ended');
  await suite.api('huisarts', 'POST', '/referrals', body);
});
/* oxlint-enable vitest/no-standalone-expect */
afterAll(() => suite.close());

const databaseOf = (name: string): string => inject('stack').postgresUrl.replace(/\/postgres$/, `/${name}`);

describe('no name, BSN, phone number, address or text of a form stands in clear', () => {
  test('in any table of the application', async () => {
    const { leaks, tables, bytes } = await scanDatabase(suite.databaseUrl, secrets);
    expect(leaks).toEqual([]);
    expect(tables).toEqual(
      expect.arrayContaining([
        'residents',
        'resident_hashes',
        'commands',
        'cases',
        'facts',
        'forms',
        'consents',
        'messages',
        'access_log',
      ]),
    );
    expect(bytes).toBeGreaterThan(10_000);
  });

  test.each(['temporal', 'temporal_visibility'])('in any table of the database %s', async (name) => {
    const { leaks, tables, bytes } = await scanDatabase(databaseOf(name), secrets);
    expect(leaks).toEqual([]);
    expect(tables).toContain(name === 'temporal' ? 'history_node' : 'executions_visibility');
    expect(bytes).toBeGreaterThan(1_000);
  });

  test('in the metrics, the document or a page', async () => {
    for (const path of ['/metrics', '/openapi.json', '/problems/already-referred']) {
      const { text } = await suite.api(null, 'GET', path);
      expect(leaksIn(path, Buffer.from(text), secrets)).toEqual([]);
    }
  });
});

describe('the scan finds', () => {
  test('a secret that stands in a table of the application, in whatever writing', async () => {
    const secret = word();
    const all = writings(secret);
    const around = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')]);
    await suite.context.db.query({
      name: 'plant_table',
      text: 'create table planted (id int, data bytea, words text)',
    });
    for (const [index, [, bytes]] of all.entries()) {
      await suite.context.db.query({ name: 'plant', text: 'insert into planted (id, data) values ($1, $2)' }, [
        index,
        around(bytes),
      ]);
    }
    for (const before of ['', 'x', 'xy']) {
      const words = Buffer.from(`${before}${secret}zz`).toString('base64');
      await suite.context.db.query({ name: 'plant_words', text: 'insert into planted (words) values ($1)' }, [words]);
    }
    const { leaks } = await scanDatabase(suite.databaseUrl, [...secrets, secret]);
    await suite.context.db.query({ name: 'plant_gone', text: 'drop table planted' });
    expect(new Set(leaks.map((leak) => leak.secret))).toEqual(new Set([secret]));
    const inBytes = leaks.filter(({ where }) => where === 'planted.data').map(({ written }) => written);
    expect(new Set(inBytes)).toEqual(new Set(all.map(([written]) => written)));
    const inWords = leaks.filter(({ where }) => where === 'planted.words').map(({ written }) => written);
    expect(inWords).toEqual(expect.arrayContaining(['base64+0', 'base64+1', 'base64+2']));
  });

  test('a secret that a workflow without the codec gave to Temporal', async () => {
    const secret = word();
    const { connection } = suite.context.temporal;
    const bare = new Client({ connection, namespace: suite.temporal.namespace });
    const planted = await bare.workflow.start('nobody', {
      workflowId: `planted-${randomUUID()}`,
      taskQueue: 'nobody',
      args: [{ secret }],
    });
    const { leaks } = await scanDatabase(databaseOf('temporal'), [secret]);
    await planted.terminate();
    expect(leaks.map(({ where }) => where)).toContain('history_node.data');
  });
});

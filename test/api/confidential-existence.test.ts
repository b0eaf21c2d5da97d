import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitions } from '../../src/chains/index.ts';
import { readShadows } from '../../src/reading/shadows.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Answer } from '../harness/api.ts';
import { bsn } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { decide } from './journey.ts';
import { bare, bodyOf, knownIn, person, type Person, START } from './known-in-start.ts';
import { expectProblem } from './problem.ts';

// That somebody is known in kansrijke start shows to nobody but those who have a part in it (contract 5).

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const handles = users.map(({ handle }) => handle);
const refer = (user: string, body: object): Promise<Answer> => suite.api(user, 'POST', '/referrals', body);
const known = (): ReturnType<typeof knownIn> => knownIn(suite);

const referrers = (chain: string): string[] => {
  const roles = Object.keys(definitions[chain]!.at(-1)!.entries);
  return users
    .filter((user) => user.organisation !== null && user.roles.some((role) => roles.includes(role)))
    .map(({ handle }) => handle);
};
const practiceOf = (handle: string): string | null => users.find((user) => user.handle === handle)!.organisation;

describe('a person whom the midwife has registered, referred by', () => {
  test.each(handles.filter((handle) => practiceOf(handle) !== practiceOf('verloskundige')))(
    '%s, is answered as somebody whom nobody knows, whatever the chain',
    async (user) => {
      for (const chain of Object.keys(definitions)) {
        const [there, nobody] = [await known(), person()];
        const entries = definitions[chain]!.at(-1)!.entries;
        const mayRefer = users
          .find(({ handle }) => handle === user)!
          .roles.find((role) => Object.hasOwn(entries, role));
        const plain = chain === START && mayRefer !== undefined && entries[mayRefer]!.includes('aanmelden-phb');
        const over = chain === START && !plain ? { entry: undefined, outcome: undefined, form: undefined } : {};
        const answers = [
          await refer(user, bodyOf(chain, there.given, over)),
          await refer(user, bodyOf(chain, nobody.given, over)),
        ] as const;
        expect(bare(answers[0], there.family)).toEqual(bare(answers[1], nobody.family));
        const made = referrers(chain).includes(user) && plain;
        expect(answers[0].status === 201 || !made, answers[0].text).toBe(true);
      }
    },
  );

  test('another practice that searches, is not found, by nobody of the region', async () => {
    const [there, nobody] = [await known(), person()];
    const { bsn: number } = there.full;
    for (const user of handles.filter((handle) => practiceOf(handle) !== practiceOf('verloskundige'))) {
      for (const [a, b] of [
        [there.given, nobody.given],
        [{ bsn: number }, { bsn: bsn() }],
      ]) {
        const found = await suite.api(user, 'POST', '/referrals/search', a);
        const none = await suite.api(user, 'POST', '/referrals/search', b);
        expect(bare(found, there.family)).toEqual(bare(none, nobody.family));
      }
    }
  });
});

const LISTS = ['/referrals', '/worklist', '/worklist?scope=team', '/groups', '/groups/waiting?chain=valpreventie'];
const MORE = ['/offers?chain=kansrijke-start', '/notices', '/me', '/orphans', '/chains', '/metrics'];
const TAILS = ['', '/actions', '/trail', '/forms', '/consents', '/questions'];

describe('for who has no part in the case', () => {
  const apart = handles.filter((handle) => !['verloskundige', 'jeugdverpleegkundige'].includes(handle));

  test('no list changes when the midwife registers somebody', async () => {
    const all = async (): Promise<object> => {
      const lists: Record<string, object> = {};
      for (const user of apart) {
        for (const path of [...LISTS, ...MORE.filter((each) => each !== '/metrics')]) {
          lists[`${user} ${path}`] = bare(await suite.api(user, 'GET', path), '-');
        }
      }
      return lists;
    };
    const before = await all();
    await known();
    expect(await all()).toEqual(before);
  });

  test.each(apart)('the case does not exist: %s is answered as for one that nobody made', async (user) => {
    const [{ case: id, family }, nowhere] = [await known(), randomUUID()];
    const openStep = `${id}.eerste-contact-jgz.1`;
    const asked: ((of: string) => Promise<Answer>)[] = [
      ...TAILS.map((tail) => (of: string) => suite.api(user, 'GET', `/cases/${of}${tail}`)),
      (of) => decide(suite, user, of, { openStep: openStep.replace(id, of), outcome: 'afspraak' }),
      (of) =>
        suite.api(user, 'POST', `/cases/${of}/assignments`, { openStep: openStep.replace(id, of), practitioner: 'me' }),
      (of) => suite.api(user, 'POST', `/cases/${of}/events`, { event: 'verhuisd', at: '2026-01-05' }),
      (of) => suite.api(user, 'POST', `/cases/${of}/withdrawal`, { reason: { code: 'taal' } }),
      (of) => suite.api(user, 'POST', `/cases/${of}/questions`, { text: 'Bestaat dit?' }),
    ];
    for (const ask of asked) expect(bare(await ask(id), family)).toEqual(bare(await ask(nowhere), family));
  });
});

describe('a second referral', () => {
  /** The same person, referred by the midwife and then by the huisarts; and somebody whom only the huisarts refers. */
  async function twice(): Promise<{ first: string; later: string; alone: string; there: Person; nobody: Person }> {
    const [there, nobody] = [await known(), person()];
    const later = await refer('huisarts', bodyOf(START, there.given));
    const alone = await refer('huisarts', bodyOf(START, nobody.given));
    expect([later.status, alone.status]).toEqual([201, 201]);
    return { first: there.case, later: later.json.id, alone: alone.json.id, there, nobody };
  }

  test('is a case of its own that shows its practice nothing of the first, also while it is worked on', async () => {
    const { first, later, alone, there, nobody } = await twice();
    const looks = async (): Promise<void> => {
      for (const user of ['huisarts', 'poh', 'jeugdverpleegkundige']) {
        for (const tail of TAILS) {
          const one = await suite.api(user, 'GET', `/cases/${later}${tail}`);
          const other = await suite.api(user, 'GET', `/cases/${alone}${tail}`);
          expect(bare(one, there.family)).toEqual(bare(other, nobody.family));
          expect(one.text).not.toContain(first);
          expect(one.text).not.toContain('voorbeeld.example');
        }
      }
    };
    await looks();
    for (const id of [later, alone]) {
      const openStep = `${id}.eerste-contact-jgz.1`;
      const done = await decide(suite, 'jeugdverpleegkundige', id, { openStep, outcome: 'afspraak' });
      expect(done.status, done.text).toBe(200);
    }
    await looks();
  });

  test('by the same practice is refused with its own case, for the first practice and for the later one', async () => {
    const { first, later, there } = await twice();
    for (const [user, id] of [
      ['verloskundige', first],
      ['huisarts', later],
      ['poh', later],
    ] as const) {
      const again = await refer(user, bodyOf(START, there.given));
      expectProblem(again, 'already-referred');
      expect(again.json.case).toBe(id);
    }
  });

  test('reaches who has the regie of the first case, and nobody else; of three each knows no other', async () => {
    const { first, later, there } = await twice();
    const third = await refer('gebiedsteam', bodyOf(START, there.given));
    expect(third.status, third.text).toBe(201);
    const seen = await readShadows(suite.context.db, first);
    expect(seen.first).toBeNull();
    expect(seen.shadows.map((shadow) => [shadow.case, shadow.chain, shadow.status, shadow.role])).toEqual([
      [later, START, 'open', 'huisarts'],
      [third.json.id, START, 'open', 'gebiedsteam'],
    ]);
    const linksOf = async (user: string, id: string): Promise<unknown> =>
      (await suite.api(user, 'GET', `/cases/${id}`)).json.links;
    const signal = { type: 'zelfde-inwoner', chain: START, status: 'open' };
    // Who was at work in it before keeps the regie, until the JGZ has met her.
    expect(await linksOf('verloskundige', first)).toEqual([
      { ...signal, case: later },
      { ...signal, case: third.json.id },
    ]);
    expect(await linksOf('jeugdverpleegkundige', first)).toEqual([]);
    expect(await linksOf('jeugdverpleegkundige', later)).toEqual([]);
    for (const id of [later, third.json.id]) {
      const { first: before, shadows } = await readShadows(suite.context.db, id);
      expect([before?.case, shadows]).toEqual([first, []]);
    }
  });

  test('of somebody with another BSN, and else the same particulars, is about another person', async () => {
    const { full } = await known();
    const other = await refer('kraamzorg', bodyOf(START, { ...full, bsn: bsn() }));
    expect(other.status, other.text).toBe(201);
    expect(await readShadows(suite.context.db, other.json.id)).toEqual({ first: null, shadows: [] });
  });

  test('after the first has ended is a first one again', async () => {
    const { case: id, given } = await known();
    const stopped = await suite.api('verloskundige', 'POST', `/cases/${id}/withdrawal`, {
      reason: { code: 'geen-motivatie-nu' },
    });
    expect(stopped.status, stopped.text).toBe(200);
    const later = await refer('huisarts', bodyOf(START, given));
    expect(later.status).toBe(201);
    expect(await readShadows(suite.context.db, later.json.id)).toEqual({ first: null, shadows: [] });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseAt } from '../api/journey.ts';
import { expectProblem } from '../api/problem.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { someoneNamed } from '../walks/people.ts';

let suite: Suite;
let offer: string;
beforeAll(async () => {
  suite = await openSuite();
  await caseAt(suite, 'valrisicotest');
  const offers = await suite.api('fysio', 'GET', '/offers?chain=valpreventie&municipality=enschede');
  const { organisation } = someoneNamed('fysio');
  offer = offers.json.items.find((each: { organisation: string }) => each.organisation === organisation).id;
});
afterAll(() => suite.close());

describe('a list', () => {
  const lists = [
    ['huisarts', '/referrals'],
    ['tester', '/worklist'],
    ['huisarts', '/notices'],
    ['fysio', '/offers'],
    ['valpreventie-coordinator', '/groups'],
    ['inwoner', '/me/access-log'],
  ] as const;

  test('takes the cursor of no other list, nor one that was made up', async () => {
    await caseAt(suite, 'valrisicotest');
    const cursors = new Map<string, string>();
    for (const [user, path] of lists) {
      const page = await suite.api(user, 'GET', `${path}?limit=1`);
      expect(page.status, page.text).toBe(200);
      if (page.json.next !== null) cursors.set(path, page.json.next);
    }
    expect(cursors.size).toBeGreaterThan(2);
    for (const [user, path] of lists) {
      const strange = [...cursors].filter(([from]) => from !== path).map(([, cursor]) => cursor);
      const own = cursors.get(path) ?? 'AAAA';
      for (const cursor of [...strange, own.slice(0, -2), `${own}A`, '%00', "' or 1=1 --"]) {
        const answer = await suite.api(user, 'GET', `${path}?cursor=${encodeURIComponent(cursor)}`);
        // What was cut off may still be read as the same cursor; it never becomes another list's.
        expect([200, 422], `${path} ${cursor}`).toContain(answer.status);
        if (strange.includes(cursor)) expectProblem(answer, 'invalid-input', ['/cursor']);
      }
    }
  });

  test.each([
    ['tester', '/worklist?scope=mine&state=unclaimed', '/state'],
    ['tester', '/worklist?chain=bestaat-niet', '/chain'],
    ['tester', '/worklist?chain=valpreventie&step=kraamweek', '/step'],
    ['tester', '/worklist?municipality=enschede&kern=haarle', '/kern'],
    ['tester', '/worklist?state=klaar', '/state'],
    ['huisarts', '/referrals?status=weg', '/status'],
    ['huisarts', '/referrals?changedSince=gisteren', '/changedSince'],
    ['fysio', '/offers?kern=haarle', '/kern'],
    ['fysio', '/offers?municipality=atlantis', '/municipality'],
  ])('tells %s that %s does not go together', async (user, path, pointer) => {
    expectProblem(await suite.api(user, 'GET', path), 'invalid-input', [pointer]);
  });
});

describe("an organisation's own offer", () => {
  test('takes no room that there is not, and nothing without the version that was seen', async () => {
    const patch = (body: object, headers: Record<string, string> = { 'if-match': '"0"' }) =>
      suite.api('fysio', 'PATCH', `/offers/${offer}`, body, headers);
    expectProblem(await patch({ room: 'zat' }), 'invalid-input', ['/room']);
    expectProblem(await patch({ capacity: -1 }), 'invalid-input', ['/capacity']);
    expectProblem(await patch({}), 'invalid-input', ['/room']);
    expectProblem(await patch({ room: 'plek' }, {}), 'precondition-required');
    const seen = await suite.api('fysio', 'GET', `/offers/${offer}`);
    expectProblem(await patch({ capacity: 3 }, { 'if-match': '"999"' }), 'stale');
    expect((await suite.api('fysio', 'GET', `/offers/${offer}`)).json).toEqual(seen.json);
  });
});

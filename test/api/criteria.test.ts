import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../harness/api.ts';
import { factsOf } from '../harness/cases.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { child, turning } from './children.ts';
import { expectProblem, storesNothing } from './problem.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

const refer = (user: string, body: object): Promise<Answer> => suite.api(user, 'POST', '/referrals', body);
const adult = (years: number, over: Record<string, unknown>): Record<string, unknown> =>
  child(turning(suite, years), 'inwoner', { chain: 'vngg', entry: 'bepaal-ggr', form: {}, ...over });

/** What this municipality chose for KnGG. */
async function groupOf(municipality: string, value: string): Promise<void> {
  const text = `insert into knobs (chain, layer, place, name, value) values ('kngg', 'municipality', $1, 'doelgroep', $2)
                on conflict (chain, layer, place, name) do update set value = excluded.value`;
  await suite.context.db.query({ name: 'test_group', text }, [municipality, value]);
}

describe('not-in-target-group names each criterion that is not met, and where else to go', () => {
  test('one, and the field that it is about', async () => {
    await storesNothing(suite, async () => {
      const answer = await refer('huisarts', adult(40, { outcome: 'geen' }));
      expectProblem(answer, 'not-in-target-group', ['/outcome']);
      expect(answer.json.errors[0].detail).toContain('GGR');
      expect(answer.json.allowed).toEqual([{ instead: expect.stringContaining('Sociaal Verwijzen') }]);
    });
  });

  test('several at once, in their order', async () => {
    await storesNothing(suite, async () => {
      const answer = await refer('huisarts', adult(17, { outcome: 'geen' }));
      expectProblem(answer, 'not-in-target-group', ['/resident/birthDate', '/outcome']);
      expect(answer.json.allowed).toEqual([
        { instead: expect.stringContaining('Kind naar een gezonder gewicht') },
        { instead: expect.stringContaining('Sociaal Verwijzen') },
      ]);
    });
  });

  test('one that a step told that was done elsewhere, and the age beside it', async () => {
    const done = [{ step: 'bepaal-ggr', outcome: 'geen', at: '2026-01-05' }];
    await storesNothing(suite, async () => {
      const body = adult(17, { entry: 'aanmelden-cz', outcome: 'gedaan', form: undefined, done });
      expectProblem(await refer('huisarts', body), 'not-in-target-group', ['/resident/birthDate', '/done/0/outcome']);
    });
  });

  test('what is not told is not judged', async () => {
    const answer = await refer('huisarts', adult(40, { outcome: undefined, form: undefined }));
    expect(answer.status, answer.text).toBe(201);
  });
});

describe('the group of a municipality', () => {
  test('a class that does not belong to it is refused with the age, and goes through next door', async () => {
    await groupOf('haaksbergen', 'licht-en-matig');
    const told = { form: { ggr: 'extreem' } };
    await storesNothing(suite, async () => {
      const body = child(turning(suite, 18), 'inwoner', { ...told, municipality: 'haaksbergen' });
      const answer = await refer('jeugdarts', body);
      expectProblem(answer, 'not-in-target-group', ['/resident/birthDate', '/form/ggr']);
      expect(answer.json.allowed).toHaveLength(2);
      const young = child(turning(suite, 9), 'ouder', { ...told, municipality: 'haaksbergen' });
      expectProblem(await refer('jeugdarts', young), 'not-in-target-group', ['/form/ggr']);
    });
    const made = await refer('jeugdarts', child(turning(suite, 9), 'ouder', told));
    expect(made.status, made.text).toBe(201);
  });

  test('where the class is set in the case, it counts what is lacking, and the referrer decides', async () => {
    await groupOf('losser', 'vanaf-matig');
    const form = { ggr: 'licht', comorbiditeit: false };
    const over = { entry: 'bepaal-ggr', outcome: 'licht', form, municipality: 'losser' };
    const made = await refer('jeugdarts', child(turning(suite, 9), 'ouder', over));
    expect(made.status, made.text).toBe(201);
    const facts = await factsOf(suite, made.json.id);
    expect(facts).toContainEqual(expect.objectContaining({ fact: 'gap', gap: 'geen-aanbod-licht-risico' }));
    expect(made.json.openSteps).toMatchObject([{ step: 'aanmelden' }]);
  });
});

test('the criteria stand in the definition that callers read', async () => {
  const { inclusion, birthdays } = (await suite.api('jeugdarts', 'GET', '/chains/kngg')).json;
  expect(inclusion).toContainEqual(
    expect.objectContaining({ code: 'ggr', byKnob: 'doelgroep', begins: ['aanmelden'] }),
  );
  expect(birthdays).toEqual({ twaalf: 'P12Y', zestien: 'P16Y', achttien: 'P18Y' });
});

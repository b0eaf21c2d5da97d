import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, openStepOf } from '../api/journey.ts';
import { hoog, referral } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { askingAs, everyone, inTurns } from '../walks/people.ts';

/** Words that stand nowhere else, in every place where a person can be read about. */
const person = {
  given: 'Plantvoornaam',
  family: 'Plantachternaam',
  born: '1944-04-14',
  phone: '0644414441',
  email: 'plantpost@voorbeeld.example',
  postalCode: '7533ZX',
  contact: 'Plantdochter',
} as const;

/** Who may read what where the case stands, by hand from contract 5. Nobody else may, by any route. */
interface Scene {
  readonly name: string;
  readonly play: (suite: Suite, id: string) => Promise<void>;
  readonly person: readonly string[];
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const practice = ['huisarts', 'his', 'poh'];
const inCharge = ['huisarts', 'his'];

const scenes: readonly Scene[] = [
  {
    name: 'a referral',
    play: async () => {},
    person: [...practice, 'tester'],
    texts: { plantkenmerk: practice, plantbrief: [...inCharge, 'tester'] },
  },
  {
    name: 'an offer to who does not know the person yet',
    play: async (suite, id) => {
      const step = (name: string): Promise<string> => openStepOf(suite, id, name);
      const say = async (who: string, name: string, body: object): Promise<void> => {
        const done = await decide(suite, who, id, { openStep: await step(name), ...body });
        if (done.status !== 200) throw new Error(done.text);
      };
      const reason = { code: 'klinische-blik', comment: 'plantreden' };
      await say('tester', 'valrisicotest', { outcome: 'hoog', form: { ...hoog, opmerking: 'planttest' }, reason });
      await say('tester', 'toestemming-hoog', { outcome: 'digitaal' });
      const asked = await suite.api('huisarts', 'POST', `/cases/${id}/questions`, { text: 'plantvraag' });
      const told = await suite.api('huisarts', 'POST', `/cases/${id}/questions`, {
        text: 'plantvraag',
        to: { role: 'tester', organisation: (await suite.api('tester', 'GET', '/me')).json.organisation },
      });
      expect([asked.status, told.status]).toContain(201);
      const question = [asked, told].find(({ status }) => status === 201)?.json.id;
      const answered = await suite.api('tester', 'POST', `/cases/${id}/questions/${question}/answer`, {
        text: 'plantantwoord',
      });
      expect(answered.status, answered.text).toBe(200);
      await say('huisarts', 'huisarts-beeld', { outcome: 'voldoende' });
      await say('huisarts', 'bespreken-interventies', { outcome: 'beweeg', form: { opmerking: 'plantplan' } });
      await say('huisarts', 'onderliggend-lijden', { outcome: 'ja' });
    },
    person: practice,
    texts: {
      plantkenmerk: practice,
      plantbrief: inCharge,
      planttest: [...inCharge, 'tester'],
      plantreden: [...inCharge, 'tester'],
      plantvraag: [...inCharge, 'tester'],
      plantantwoord: [...inCharge, 'tester'],
      plantplan: practice,
    },
  },
  {
    name: 'an offer that was taken',
    play: async (suite, id) => {
      const openStep = await openStepOf(suite, id, 'otago-verwijzing');
      const done = await decide(suite, 'fysio', id, { openStep, outcome: 'geaccepteerd' });
      expect(done.status, done.text).toBe(200);
      const signal = { event: 'veiligheidssignaal', at: new Date(suite.clock.now()).toISOString() };
      const reported = await suite.api('fysio', 'POST', `/cases/${id}/events`, signal);
      expect(reported.status, reported.text).toBe(200);
    },
    person: [...practice, 'fysio'],
    texts: {
      plantkenmerk: practice,
      plantbrief: inCharge,
      planttest: [...inCharge, 'tester'],
      plantreden: [...inCharge, 'tester'],
      plantvraag: [...inCharge, 'tester'],
      plantantwoord: [...inCharge, 'tester'],
      plantplan: practice,
      '"veiligheid': [...inCharge, 'fysio'],
    },
  },
];

/** What everyone can read, from everywhere; what is only a list of possible choices is no fact. */
const readable = (id: string): readonly string[] => [
  `/cases/${id}`,
  `/cases/${id}/trail`,
  `/cases/${id}/forms`,
  `/cases/${id}/questions`,
  `/cases/${id}/consents`,
  '/referrals?limit=100',
  '/worklist?limit=100',
  '/notices?limit=100',
  '/groups',
  '/groups/waiting',
  '/offers?chain=valpreventie&municipality=enschede',
  '/me',
  '/me/access-log',
  '/orphans',
];
const tried = ['decisions', 'assignments', 'attempts', 'pauses', 'withdrawal', 'events', 'questions', 'consents'];

let suite: Suite;
let id: string;
beforeAll(async () => {
  suite = await openSuite();
  const made = await suite.api('huisarts', 'POST', '/referrals', {
    ...referral(),
    note: 'plantbrief',
    reference: 'plantkenmerk',
    resident: {
      name: { given: person.given, family: person.family },
      birthDate: person.born,
      phone: person.phone,
      email: person.email,
      postalCode: person.postalCode,
      houseNumber: '18',
      contacts: [{ relation: 'dochter', name: person.contact, phone: '0655512345' }],
    },
  });
  if (made.status !== 201) throw new Error(made.text);
  id = made.json.id;
});
afterAll(() => suite.close());

describe.each(scenes.map((scene) => [scene.name, scene] as const))(
  'of %s',
  (_name, { play, person: knowing, texts }) => {
    let read: ReadonlyMap<string, string>;
    beforeAll(async () => {
      await play(suite, id);
      const ask = askingAs(suite);
      const all = await inTurns(everyone, 4, async (someone) => {
        const said: string[] = [];
        for (const path of readable(id)) {
          const { status, text } = await ask(someone, 'GET', path);
          if (status < 400) said.push(text);
        }
        const actions = await ask(someone, 'GET', `/cases/${id}/actions`);
        said.push(actions.text.replaceAll('veiligheidssignaal', ''));
        for (const verb of tried) said.push((await ask(someone, 'POST', `/cases/${id}/${verb}`, {})).text);
        return [someone.handle, said.join('\n')] as const;
      });
      read = new Map(all);
    }, 60_000);

    const readers = (word: string): string[] =>
      [...read].flatMap(([handle, text]) => (text.includes(word) ? [handle] : []));
    const byName = (a: string, b: string): number => a.localeCompare(b);

    test.each(Object.entries(person))("the person's %s is read by those who may, and by nobody else", (_what, word) => {
      expect(readers(word).toSorted(byName)).toEqual(knowing.toSorted(byName));
    });

    test.each(Object.entries(texts))('%s is read by those who may, and by nobody else', (word, may) => {
      expect(readers(word).toSorted(byName)).toEqual(may.toSorted(byName));
    });
  },
);

/** What contract 5 leaves of a case for who sees little of it; every other key is empty. */
describe('the keys of a case that hold something', () => {
  const filled = (value: Record<string, unknown>): string[] =>
    Object.entries(value)
      .filter(([, held]) => held !== null && !(Array.isArray(held) && held.length === 0))
      .map(([key]) => key);

  test('are for who is offered a step its chain, its place and the step, and of the person PC4 and age band', async () => {
    const other = await suite.api('huisarts', 'POST', '/referrals', { ...referral(), note: 'x', reference: 'y' });
    const made = other.json.id;
    const step = (name: string): Promise<string> => openStepOf(suite, made, name);
    const ways = [
      ['tester', 'valrisicotest', { outcome: 'hoog', form: hoog }],
      ['tester', 'toestemming-hoog', { outcome: 'digitaal' }],
      ['huisarts', 'huisarts-beeld', { outcome: 'voldoende' }],
      ['huisarts', 'bespreken-interventies', { outcome: 'beweeg', form: {} }],
      ['huisarts', 'onderliggend-lijden', { outcome: 'ja' }],
    ] as const;
    for (const [who, name, body] of ways) await decide(suite, who, made, { openStep: await step(name), ...body });
    const seen = (await suite.api('fysio', 'GET', `/cases/${made}`)).json;
    const said = ['id', 'chain', 'version', 'municipality', 'status', 'startedAt', 'resident', 'referrer'];
    expect(filled(seen).filter((key) => ![...said, 'accountable', 'openSteps', 'seq'].includes(key))).toEqual([]);
    expect(Object.keys(seen.resident).toSorted(byKey)).toEqual(['ageBand', 'pc4']);
    expect(filled(seen.referrer)).toEqual(['role']);
    expect(seen.openSteps.map(({ step: name }: { step: string }) => name)).toEqual(['otago-verwijzing']);
    const forms = await suite.api('fysio', 'GET', `/cases/${made}/forms`);
    expect(forms.json.items).toEqual([]);
  });
});

function byKey(a: string, b: string): number {
  return a.localeCompare(b);
}

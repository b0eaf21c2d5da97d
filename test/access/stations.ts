import { expect } from 'vitest';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addYears } from '../../src/engine/calendar/local-date.ts';
import { eenzaam } from '../../src/local/demo/forms-of-chains.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { consent, referral, resident } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';
import { caseAt, decide, openStepOf } from '../api/journey.ts';
import type { Relation } from './table.ts';

/** A case in a state in which it is known, by hand, how everyone stands to it. Who is not named does not see it. */
export interface Station {
  readonly name: string;
  readonly who: Readonly<Record<string, readonly Relation[]>>;
  readonly make: (suite: Suite, over?: Record<string, unknown>) => Promise<string>;
}

const referrers: Station['who'] = { huisarts: ['referrer'], poh: ['colleague'], his: ['referrer'] };
const practiceInCharge: Station['who'] = {
  huisarts: ['regie', 'holder', 'referrer'],
  his: ['regie', 'holder', 'referrer'],
};

/** Somebody decides this on the step of this name. */
async function decided(suite: Suite, who: string, id: string, step: string, body: object): Promise<void> {
  const seen = await suite.api(who, 'GET', `/cases/${id}`);
  const open = seen.json.openSteps.find((each: { step: string }) => each.step === step);
  const done = await decide(suite, who, id, { openStep: open?.id, ...body });
  expect(done.status, done.text).toBe(200);
}

/** All referred by `huisarts` in Enschede, but for the one that says so. First the one for which time must pass. */
export const stations: readonly Station[] = [
  {
    name: 'a step that nobody takes up',
    who: { ...referrers, tester: ['regie', 'holder'], ketencoordinator: ['coordinator'] },
    make: async (suite, over) => {
      const { id } = await caseAt(suite, 'valrisicotest', over);
      const moved = await suite.api('beheerder', 'POST', '/dev/clock', { advance: 'P8W' });
      expect(moved.status, moved.text).toBe(200);
      expect(await openStepOf(suite, id, 'valrisicotest')).toBeDefined();
      return id;
    },
  },
  {
    name: 'a test that is to be done',
    who: { ...referrers, tester: ['regie', 'holder'] },
    make: async (suite, over) => (await caseAt(suite, 'valrisicotest', over)).id,
  },
  {
    name: 'a look by the huisarts',
    who: { ...practiceInCharge, poh: ['deputy', 'colleague'], tester: ['contributor'] },
    make: async (suite, over) => (await caseAt(suite, 'huisarts-beeld', over)).id,
  },
  {
    name: 'an offer',
    who: {
      huisarts: ['regie', 'sender', 'referrer'],
      his: ['regie', 'sender', 'referrer'],
      poh: ['colleague'],
      fysio: ['offered'],
      tester: ['contributor'],
    },
    make: async (suite, over) => (await caseAt(suite, 'otago-verwijzing', over)).id,
  },
  {
    name: 'a waiting list',
    who: { ...referrers, tester: ['contributor'], 'valpreventie-coordinator': ['regie', 'holder'] },
    make: async (suite, over) => (await caseAt(suite, 'wachtlijst-kern', over)).id,
  },
  {
    name: 'a question to who referred',
    who: {
      tester: ['regie', 'holder'],
      huisarts: ['holder', 'referrer'],
      his: ['holder', 'referrer'],
      poh: ['colleague'],
    },
    make: async (suite, over) => {
      const { id } = await caseAt(suite, 'valrisicotest', over);
      const asked = await suite.api('tester', 'POST', `/cases/${id}/questions`, { text: 'Belt de inwoner zelf?' });
      expect(asked.status, asked.text).toBe(201);
      return id;
    },
  },
  {
    name: 'a case of the resident with an account',
    who: { ...referrers, tester: ['regie', 'holder'], inwoner: ['resident'] },
    make: async (suite, over) => {
      const [resident] = [...residentAccounts.values()];
      return (await caseAt(suite, 'valrisicotest', { ...over, resident })).id;
    },
  },
  {
    name: 'a case that has ended',
    who: { ...referrers, tester: ['contributor'] },
    make: async (suite, over) => {
      const { id, openStep } = await caseAt(suite, 'laag-advies', over);
      const done = await decide(suite, 'tester', id, { openStep, outcome: 'gedaan' });
      expect(done.json.status, done.text).toBe('ended');
      return id;
    },
  },
  {
    name: 'a child at the first contact of KnGG',
    // The POH of the practice has no part in this chain.
    who: { huisarts: ['referrer'], his: ['referrer'], czv: ['regie', 'holder'] },
    make: async (suite, over) => {
      const birthDate = addYears(localDateOf(suite.clock.now()), -8);
      const made = await suite.api('huisarts', 'POST', '/referrals', {
        ...referral(over),
        chain: 'kngg',
        resident: resident({ birthDate }),
        consent: { ...consent(), by: 'ouder' },
        outcome: 'in-doelgroep',
        form: { ggr: 'matig' },
      });
      expect(made.status, made.text).toBe(201);
      return made.json.id;
    },
  },
  {
    name: 'an intake that Sociaal Verwijzen shares with VnGG, referred by the sociaal verwijzer',
    who: { 'sociaal-verwijzer': ['referrer'], 'centrale-zorgcoordinator': ['regie', 'holder', 'colleague'] },
    make: async (suite, over) => {
      const made = await suite.api('huisarts', 'POST', '/referrals', { ...referral(over), chain: 'sociaal-verwijzen' });
      expect(made.status, made.text).toBe(201);
      const { id } = made.json;
      for (const [step, body] of toSharedIntake) await decided(suite, 'sociaal-verwijzer', id, step, body);
      const coupling = { type: 'deel-intake', chain: 'vngg' };
      const shared = await suite.api('sociaal-verwijzer', 'POST', `/cases/${id}/links`, coupling);
      expect(shared.status, shared.text).toBe(201);
      return shared.json.case;
    },
  },
];

const toSharedIntake = [
  ['eerste-contact', { outcome: 'bereikt' }],
  ['intake', { outcome: 'passend', form: eenzaam }],
  ['afweging', { outcome: 'geen' }],
  ['aanbod', { outcome: 'vngg', form: {} }],
] as const;

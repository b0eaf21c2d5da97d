import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomChain } from '../../test/journeys/random-chain.ts';
import { soundChain } from '../../test/language/sound-chain.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { climb, firstRung } from '../engine/ladder.ts';
import type { AnyChain } from './define.ts';
import { praktijkkaartOf } from './praktijkkaart.ts';

const enschede = { municipality: 'Enschede' };

/** The rows of all tables as cells, without headings. */
function rowsOf(card: string): string[][] {
  const rows = card.split('\n').filter((line) => /^\| (?!Wie \||---)/.test(line));
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((text) => text.trim()),
  );
}

function sectionOf(card: string, heading: string): string {
  const [, rest = ''] = card.split(`## ${heading}\n`);
  return rest.split('\n## ')[0] ?? '';
}

/** The row of a step by the label that it has. */
const rowOf = (card: string, label: string): string[] =>
  rowsOf(card).find(([, what = '']) => what.replace(/^\d+\. /, '').startsWith(label)) ?? [];

describe('the praktijkkaart of valpreventie', () => {
  const card = praktijkkaartOf(valpreventieV1, enschede);
  const { steps, phases, milestones } = valpreventieV1;

  test('names chain, municipality and purpose, and says that the version may still change', () => {
    expect(card).toMatch(/^# Praktijkkaart Valpreventie: gemeente Enschede\n/);
    expect(sectionOf(card, 'Waarvoor is deze keten?')).toContain(valpreventieV1.purpose);
    expect(praktijkkaartOf({ ...valpreventieV1, published: false }, enschede)).toContain('nog niet vastgesteld');
    expect(praktijkkaartOf({ ...valpreventieV1, published: true }, enschede)).not.toContain('nog niet vastgesteld');
  });

  test('is one page for thirty steps: at most 900 words and 65 lines with text, numbers not counted', () => {
    expect(card.length).toBeGreaterThanOrEqual(600);
    expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(65);
    expect(card.split(/\s+|<br>/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(900);
  });

  test('says where a referral may begin, who may begin there and usually does, and when consent is needed', () => {
    const begin = sectionOf(card, 'Wie verwijst, en hoe begint u?');
    expect(begin).toContain(
      'Stap 2, “Valrisicotest”: **Huisarts**, **POH**, **Geschoold tester**, **Fysiotherapeut**, Signaleerder, **Inwoner**.',
    );
    expect(begin).toContain('Stap 9, “Heeft de huisarts het valrisico voldoende in beeld?”: Huisarts, POH.');
    expect(begin).toContain('Toestemming is altijd nodig voor stap 5, 20, 7 en 9.');
  });

  test('has a table per phase, with its regiehouder', () => {
    for (const { label } of Object.values(phases)) expect(card).toContain(`\n### ${label} (regie: `);
    expect(card).toContain('### Hoog risico: de huisarts (regie: Huisarts)');
    expect(card.split('| Wie | Wat | Binnen | ✉ |')).toHaveLength(Object.keys(phases).length + 1);
  });

  test('has a row for every step, numbered from 1: who, what, within what time, and what the referrer hears', () => {
    const rows = rowsOf(card);
    expect(rows.map(([, what = '']) => Number(what.split('.')[0]))).toEqual(Object.keys(steps).map((_, at) => at + 1));
    expect(rowOf(card, 'Valrisicotest')).toEqual(['Geschoold tester', '2. Valrisicotest', '4 weken\\*', '1, 2, 3, 4']);
    expect(rowOf(card, 'Wachtlijst')).toEqual([
      'Coördinator valpreventie',
      '20. Wachtlijst van de kern (wachten op een groep in de eigen kern; vanaf 8 deelnemers)',
      '3 maanden\\*',
      '6',
    ]);
  });

  test('says of a hand-off who offers it and how long the other has, and of a term what it hangs on', () => {
    expect(rowOf(card, 'Verwijzing naar Otago').slice(0, 3)).toEqual([
      'Huisarts aan Fysiotherapeut',
      '16. Verwijzing naar Otago',
      'aannemen: 5 werkdagen\\*, dan 5 werkdagen\\*',
    ]);
    expect(rowOf(card, 'Voorlichting')[2]).toBe(
      'vanaf 3 weken voor, uiterlijk 2 weken voor “geplande laatste bijeenkomst”',
    );
    expect(rowOf(card, 'Follow-up na 3 maanden')[2]).toBe('3 maanden na T1');
    expect(rowOf(card, 'Otago')[2]).toBe('bij groep: 12 weken; anders 12 maanden');
  });

  test('marks a term as provisional exactly when nothing states it', () => {
    expect(card).toContain('\\*: deze termijn is voorlopig');
    expect(rowOf(card, 'Verslag van de valrisicobeoordeling')[2]).toBe('1 week');
    expect(rowOf(card, 'Advies bij laag risico')[2]).toBe('10 werkdagen\\*');
  });

  test('tells every milestone that the referrer hears, under the number that stands at the step', () => {
    const heard = sectionOf(card, 'Wat hoort de verwijzer terug?');
    for (const { full } of Object.values(milestones)) expect(heard).toContain(full);
    const [first = ''] = (rowOf(card, 'Valrisicotest')[3] ?? '').split(', ');
    expect(heard).toContain(`**${first}** ${milestones['test-laag'].full}`);
    expect(heard).toContain('**4** De valrisicotest is nog niet gedaan.');
    expect(heard).toContain('zonder uitslag');
  });
});

describe('a place that chose otherwise', () => {
  const card = (knobs: Record<string, string>): string => praktijkkaartOf(valpreventieV1, { ...enschede, knobs });

  test('reads how the high route is set: as the chain has it, or as it was set here', () => {
    expect(sectionOf(card({}), 'Hoe is het hier ingericht?')).toMatch(
      /\*\*live\*\* \(`hoogRoute`, zo staat het in de keten\)/,
    );
    const without = card({ hoogRoute: 'niet-beschikbaar' });
    expect(sectionOf(without, 'Hoe is het hier ingericht?')).toMatch(/\*\*niet beschikbaar\*\* .*Enschede het gekozen/);
    expect(sectionOf(without, 'Hoe is het hier ingericht?')).toContain('De gewone route ontbreekt hier: hoog-route.');
    expect(card({})).not.toContain('ontbreekt');
  });

  test.each([
    ['valrisicotest.within', 'P6W', 'Valrisicotest', /^6 weken$/],
    ['otago-verwijzing.accept', '3wd', 'Verwijzing naar Otago', /^aannemen: 3 werkdagen, /],
    ['t1.due', 'P2W', 'T1', /uiterlijk 2 weken na “geplande laatste bijeenkomst”$/],
  ])('reads the value of %s instead of that of the chain, and not as provisional', (knob, value, label, words) => {
    const here = card({ [knob]: value });
    expect(rowOf(here, label)[2]).toMatch(words);
    expect(sectionOf(here, 'Hoe is het hier ingericht?')).toContain(`(\`${knob}\`)`);
  });

  test('reads how many people make a group', () => {
    expect(rowOf(card({ 'wachtlijst-kern.n': '10' }), 'Wachtlijst')[1]).toContain('vanaf 10 deelnemers');
  });

  test('reads its own names of roles, in the steps, the entries and the regie, and which name is its own', () => {
    const called = card({ 'rol.tester': 'Valcoach' });
    expect(rowOf(called, 'Valrisicotest')[0]).toBe('Valcoach');
    expect(called).toContain('(regie: Valcoach)');
    expect(sectionOf(called, 'Hoe is het hier ingericht?')).toContain(
      '- Geschoold tester heet hier **Valcoach** (`rol.tester`).',
    );
    expect(called.match(/Geschoold tester/g)).toHaveLength(1);
  });

  test('reads how far the chain is, also where there is no assignment of its own', () => {
    expect(card({}).split('\n')[2]).toContain('De keten is hier in de fase **realisatie**.');
    expect(card({ fase: 'borging' }).split('\n')[2]).toContain('in de fase **borging**.');
    expect(card({ fase: 'geen' }).split('\n')[2]).toContain('geen eigen opdracht; verwijzen kan wel');
  });

  test('reads which step is not there, what is counted then, and where the case goes on', () => {
    const lacking: AnyChain = {
      ...valpreventieV1,
      mayLack: { 'otago-intake': { gap: 'geen-otago', fallback: 'bespreken-interventies' } },
    };
    const here = praktijkkaartOf(lacking, { ...enschede, knobs: { 'heeft.otago-intake': 'nee' } });
    const { label } = valpreventieV1.steps['otago-intake'];
    expect(rowOf(here, label)[1]).toMatch(/\(ontbreekt hier\)$/);
    const settings = sectionOf(here, 'Hoe is het hier ingericht?');
    expect(settings).toContain(`- ${label}: deze stap **ontbreekt hier** (\`heeft.otago-intake\`).`);
    expect(settings).toContain(`“${valpreventieV1.steps['bespreken-interventies'].label}”`);
    expect(settings).toContain('ketengat (geen-otago)');
    expect(praktijkkaartOf(lacking, enschede)).not.toContain('ontbreekt hier');
  });

  test('says for which kern it is', () => {
    const kern = praktijkkaartOf(valpreventieV1, { municipality: 'Losser', kern: 'de-lutte' });
    expect(kern).toMatch(/^# Praktijkkaart Valpreventie: gemeente Losser, kern De Lutte\n/);
  });

  test('is refused when a switch is set to what the chain does not know', () => {
    expect(() => card({ hoogRoute: 'misschien' })).toThrow('misschien');
  });
});

/** The local day that is over at a moment. */
const lastDayOf = (at: number): string => localDateOf(at - 1);

test('what it says of a term that runs out is what the engine does', () => {
  const ladder = sectionOf(praktijkkaartOf(valpreventieV1, enschede), 'Wat gebeurt er als een termijn afloopt?');
  const monday = Date.parse('2026-06-01T21:59:59.999Z');
  expect(firstRung(0, { notBefore: null, dueAt: 1000 }).at).toBe(750);
  expect(ladder).toContain('driekwart');
  const late = climb({ kind: 'overdue', at: monday + 1, count: 0 }, monday, monday + 1);
  expect(lastDayOf(late.rung.at)).toBe('2026-06-08');
  expect(ladder).toContain('5 werkdagen later');
  expect(lastDayOf(climb(late.rung, monday, late.rung.at).rung.at)).toBe('2026-07-06');
  expect(ladder).toContain('elke 20 werkdagen');
});

test('a rule is done by Ketenpad at once, and what opens by itself says when', () => {
  const card = praktijkkaartOf(soundChain, enschede);
  expect(rowOf(card, 'Beslis').slice(0, 3)).toEqual(['Ketenpad', '2. Beslis', 'meteen']);
  expect(rowOf(card, 'Kraamweek')[1]).toContain('(begint bij “Geboorte”, in elk lopend traject, één keer)');
  expect(rowOf(card, 'Evaluatie')[1]).toContain('(begint elke 6 maanden\\* na Begin)');
});

test('any chain gets a card with every step in it, the same each time', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      const card = praktijkkaartOf(chain, enschede);
      expect(praktijkkaartOf(JSON.parse(JSON.stringify(chain)) as AnyChain, enschede)).toBe(card);
      expect(rowsOf(card)).toHaveLength(Object.keys(chain.steps).length);
      expect(card).not.toMatch(/undefined|\[object/);
      expect(card.length).toBeGreaterThanOrEqual(600);
    }),
    { numRuns: 100 },
  );
});

test('a chain without purpose, phases, switches or terugkoppeling still has a whole card', () => {
  const { purpose: _purpose, phases: _phases, ...bare } = valpreventieV1;
  const steps = { begin: { ...valpreventieV1.steps['huisarts-beeld'], outcomes: {} } };
  const chain: AnyChain = {
    ...bare,
    steps,
    milestones: {},
    knobs: {},
    afterConsent: [],
    entries: { tester: ['begin'] },
  };
  const card = praktijkkaartOf(chain, enschede);
  expect(sectionOf(card, 'Waarvoor is deze keten?')).toContain('Valpreventie');
  expect(sectionOf(card, 'Wat hoort de verwijzer terug?')).toContain('geen vaste momenten');
  expect(sectionOf(card, 'Hoe is het hier ingericht?')).toContain('niets anders dan in de keten staat');
  expect(card).not.toContain('altijd nodig');
  expect(card.split('| Wie | Wat | Binnen | ✉ |')).toHaveLength(2);
});

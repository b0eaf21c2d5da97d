import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomChain } from '../../test/journeys/random-chain.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { climb, firstRung } from '../engine/ladder.ts';
import type { AnyChain } from './define.ts';
import { praktijkkaartOf } from './praktijkkaart.ts';

const enschede = { municipality: 'Enschede' };

/** The rows of the table as cells, without heading. */
function rowsOf(card: string): string[][] {
  const rows = card.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
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

describe('the praktijkkaart of valpreventie', () => {
  const card = praktijkkaartOf(valpreventieV1, enschede);

  test('names chain, municipality and purpose, and says that the version may still change', () => {
    expect(card).toMatch(/^# Praktijkkaart Valpreventie: gemeente Enschede\n/);
    expect(sectionOf(card, 'Waarvoor is deze keten?')).toContain(valpreventieV1.purpose);
    expect(card).toContain('nog niet vastgesteld');
    expect(praktijkkaartOf({ ...valpreventieV1, published: true }, enschede)).not.toContain('nog niet vastgesteld');
  });

  test('is one page: at least 600 characters, at most 800 words and 70 lines', () => {
    expect(card.length).toBeGreaterThanOrEqual(600);
    expect(card.split('\n').length).toBeLessThanOrEqual(70);
    expect(card.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length).toBeLessThanOrEqual(800);
  });

  test('says for every role where it begins, its default first, and for which steps consent is needed', () => {
    const begin = sectionOf(card, 'Wie verwijst, en hoe begint u?');
    expect(begin).toContain(
      '- **Huisarts, Praktijkondersteuner van de huisarts (POH)**: begin met “Valrisicotest”, of met “Opsporen met drie vragen”, of met “Heeft de huisarts',
    );
    expect(begin).toContain('- **Signaleerder**: begin met “Opsporen met drie vragen”.\n');
    expect(begin).toContain('- **Inwoner**: begin met “Valrisicotest”');
    expect(begin).toMatch(/Toestemming is altijd nodig voor: “Aanmelden bij de coördinator”, “Wachtlijst van de kern”/);
  });

  test('has a row for every step: who, what, the term in words, and where every outcome leads', () => {
    const rows = rowsOf(card);
    expect(rows).toHaveLength(Object.keys(valpreventieV1.steps).length);
    expect(rows).toContainEqual([
      'Geschoold tester',
      'Valrisicotest',
      '4 weken (voorlopig)',
      'Laag risico → Advies bij laag risico<br>Matig risico → Toestemming voor aanmelding<br>Hoog risico → Heeft de huisarts het valrisico voldoende in beeld?',
    ]);
    expect(rows).toContainEqual([
      'Coördinator valpreventie',
      'Wachtlijst van de kern (wachten op een groep van acht deelnemers in de kern)',
      '3 maanden',
      'De groep is vol → einde: Geplaatst in een groep (voorlopig einde)<br>De inwoner trekt zich terug → einde: Inwoner neemt niet deel',
    ]);
  });

  test('says of every term whether it is provisional or comes from a source, and which', () => {
    const section = sectionOf(card, 'Welke termijnen zijn voorlopig?');
    const [provisional = '', stated = ''] = section.split('Uit een bron');
    expect(stated).toContain('Wachtlijst van de kern: 3 maanden (bron: ALMERE; 1 tot 6 maanden)');
    expect(provisional).toContain('Valrisicotest: 4 weken (1 tot 8 weken)');
    for (const { label } of Object.values(valpreventieV1.steps)) expect(section).toContain(`${label}: `);
  });

  test('names the source of a term that is fixed, and no bounds', () => {
    const within = { fixed: 'P6W', source: 'BRON' } as const;
    const opsporen = { ...valpreventieV1.steps.opsporen, within };
    const fixed = praktijkkaartOf({ ...valpreventieV1, steps: { ...valpreventieV1.steps, opsporen } }, enschede);
    expect(sectionOf(fixed, 'Welke termijnen zijn voorlopig?').split('Uit een bron')[1]).toContain(
      'Opsporen met drie vragen: 6 weken (bron: BRON) ·',
    );
  });

  test('tells every milestone that the referrer hears, and after which outcome', () => {
    const heard = sectionOf(card, 'Wat hoort de verwijzer terug?');
    for (const { full } of Object.values(valpreventieV1.milestones)) expect(heard).toContain(full);
    expect(heard).toContain('Na “Valrisicotest” (Laag risico): De valrisicotest is gedaan.');
    expect(heard).toContain('zonder uitslag');
  });

  test('tells how the high route is set: as the chain has it, or as it was set here', () => {
    expect(sectionOf(card, 'Hoe is het hier ingericht?')).toMatch(
      /\*\*live\*\* \(`hoogRoute`, zo staat het in de keten\)/,
    );
    const without = praktijkkaartOf(valpreventieV1, { ...enschede, knobs: { hoogRoute: 'niet-beschikbaar' } });
    expect(sectionOf(without, 'Hoe is het hier ingericht?')).toMatch(/\*\*niet beschikbaar\*\* .*Enschede het gekozen/);
    expect(rowsOf(without).find(([, what]) => what === 'Valrisicotest')?.[3]).toMatch(
      /Hoog risico → Heeft de huisarts .* ontbreekt hier: hoog-route\)/,
    );
  });

  test('shows a term that was set here instead of that of the chain, and not as provisional', () => {
    const here = praktijkkaartOf(valpreventieV1, { ...enschede, knobs: { 'valrisicotest.within': 'P6W' } });
    expect(rowsOf(here).find(([, what]) => what === 'Valrisicotest')?.[2]).toBe('6 weken');
    expect(sectionOf(here, 'Welke termijnen zijn voorlopig?').split('Uit een bron')[1]).toContain(
      'Valrisicotest: 6 weken',
    );
  });
});

/** The local day that is over at a moment. */
const lastDayOf = (at: number): string => localDateOf(at - 1);

test('what it says of a term that runs out is what the engine does', () => {
  const ladder = sectionOf(praktijkkaartOf(valpreventieV1, enschede), 'Wat gebeurt er als een termijn afloopt?');
  const monday = Date.parse('2026-06-01T21:59:59.999Z');
  expect(firstRung(0, 1000).at).toBe(750);
  expect(ladder).toContain('driekwart');
  const late = climb({ kind: 'overdue', at: monday + 1, count: 0 }, monday, monday + 1);
  expect(lastDayOf(late.rung.at)).toBe('2026-06-08');
  expect(ladder).toContain('5 werkdagen later');
  expect(lastDayOf(climb(late.rung, monday, late.rung.at).rung.at)).toBe('2026-07-06');
  expect(ladder).toContain('elke 20 werkdagen');
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
    { numRuns: 50 },
  );
});

test('a chain without purpose, switches or terugkoppeling still has a whole card', () => {
  const { purpose: _purpose, ...bare } = valpreventieV1;
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
  expect(sectionOf(card, 'Hoe is het hier ingericht?')).toContain('niets te kiezen');
  expect(card).not.toContain('altijd nodig');
});

test('a switch that is set to what the chain does not know is refused', () => {
  expect(() => praktijkkaartOf(valpreventieV1, { ...enschede, knobs: { hoogRoute: 'misschien' } })).toThrow(
    'misschien',
  );
});

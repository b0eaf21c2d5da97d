import { expect, test } from 'vitest';
import { madeOffer, madeStory, onDay } from '../../test/audit/made-story.ts';
import { type Cooperation, Cooperations, cooperationsOf } from './cooperation.ts';
import type { CaseStory } from './story.ts';

const domainOf = (role: string): string | undefined =>
  ({ huisarts: 'zorg', fysio: 'zorg', aanbieder: 'sociaal' })[role];
const accepted = madeOffer({ from: 'huisarts', answer: 'accepted', answeredAt: onDay(2) });
const informed = [{ milestone: 'gestart', at: onDay(3) }];
const found = (differs: Partial<CaseStory>): readonly Cooperation[] =>
  cooperationsOf(madeStory({ handoffs: [accepted], informed, ...differs }), domainOf);

const pairsOf = (seen: readonly Cooperation[]): ReadonlyMap<string, number> => {
  const all = new Cooperations();
  for (const each of seen) all.add('hier', each);
  return all.pairsAt('hier');
};

test('organisations of two domains work together where a hand-off was accepted and told of afterwards', () => {
  expect(found({})).toMatchObject([{ from: 'sociaal', to: 'zorg', organisations: 'sportclub welzijn' }]);
});

test('not where it was not accepted, not told of, within one domain, or with somebody outside', () => {
  expect(found({ informed: [{ milestone: 'aangemeld', at: onDay(1) }] })).toEqual([]);
  const others = [
    madeOffer({ from: 'huisarts', answer: 'declined', answeredAt: onDay(2) }),
    { ...accepted, to: 'fysio' },
    { ...accepted, toOrganisation: null },
    { ...accepted, to: 'onbekend' },
  ];
  for (const offer of others) expect(found({ handoffs: [offer] })).toEqual([]);
});

test('a pair counts once, in either direction, from ten residents on', () => {
  const with10 = Array.from({ length: 10 }, (_, index) => found({ resident: `${index}` })).flat();
  expect(pairsOf(with10)).toEqual(new Map([['sociaal.zorg', 1]]));
  expect(pairsOf(with10.slice(1))).toEqual(new Map());
  expect(pairsOf(with10.map((each) => ({ ...each, resident: 'dezelfde' })))).toEqual(new Map());
  const back = {
    ...accepted,
    from: 'aanbieder',
    to: 'huisarts',
    fromOrganisation: 'sportclub',
    toOrganisation: 'welzijn',
  };
  const both = [...with10.slice(1), ...found({ resident: 'tien', handoffs: [back] })];
  expect(pairsOf(both)).toEqual(new Map([['sociaal.zorg', 1]]));
});

import { describe, expect, test } from 'vitest';
import { currentDefinition } from '../../chains/index.ts';
import { directory } from './directory.ts';
import { municipalities } from './municipalities.ts';
import { offers } from './offers.ts';
import { offerSchema } from './shape.ts';

describe('offers of the demo region', () => {
  test('each is well formed, and none occurs twice', () => {
    for (const offer of offers) offerSchema.parse(offer);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
  });

  test('each is of an organisation that fulfils the role there, in a chain that has it', () => {
    const wrong = offers.filter(
      ({ chain, role, organisation, municipality, kern }) =>
        currentDefinition(chain)?.roles[role] === undefined ||
        !directory.some(
          (row) =>
            row.chain === chain &&
            row.role === role &&
            row.organisation === organisation &&
            row.municipality === municipality &&
            row.kern === kern,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('each kern is one of its municipality', () => {
    const known = offers.filter(
      ({ municipality, kern }) =>
        kern === null ||
        municipalities.some((each) => each.id === municipality && each.kernen.some((at) => at === kern)),
    );
    expect(known).toEqual(offers);
  });

  test.each(['enschede', 'borne', 'hellendoorn'])('there is something on offer in %s', (municipality) => {
    expect(offers.filter((each) => each.municipality === municipality).length).toBeGreaterThan(3);
  });
});

import { describe, expect, test } from 'vitest';
import { soundChain, spoiled } from '../../test/language/sound-chain.ts';
import { calledAt } from './define.ts';
import { resolveKnobs } from './knobs.ts';
import { variantOf } from './variant.ts';

const lacking = spoiled({ mayLack: { zij: { gap: 'geen-zij', fallback: 'na' } } });

describe('a variant', () => {
  test('is what differs from the chain, with what it sets, both values and the layer, in the order of the knobs', () => {
    const resolved = resolveKnobs(lacking, {
      region: { 'begin.within': 'P3W' },
      municipality: { route: 'uit', fase: 'pilot', 'rol.coach': 'Buurtcoach' },
      kern: { 'heeft.zij': 'nee', 'wachten.n': '10' },
    });
    expect(variantOf(lacking, resolved)).toEqual({
      fase: 'pilot',
      differences: [
        { knob: 'route', label: 'Is de route er?', base: 'aan', here: 'uit', layer: 'municipality' },
        {
          knob: 'fase',
          label: 'Hoe ver is deze keten hier?',
          base: 'realisatie',
          here: 'pilot',
          layer: 'municipality',
        },
        { knob: 'rol.coach', label: 'Coach', base: 'Coach', here: 'Buurtcoach', layer: 'municipality' },
        { knob: 'heeft.zij', label: 'Ernaast', base: 'ja', here: 'nee', layer: 'kern' },
        { knob: 'begin.within', label: 'Begin', base: '10wd', here: 'P3W', layer: 'region' },
        { knob: 'wachten.n', label: 'Deelnemers', base: '8', here: '10', layer: 'kern' },
      ],
    });
  });

  test('has no differences where nothing was chosen, or what the chain says was', () => {
    const same = { municipality: { fase: 'realisatie', route: 'aan' } };
    for (const choices of [{}, same]) {
      expect(variantOf(soundChain, resolveKnobs(soundChain, choices))).toEqual({ fase: 'realisatie', differences: [] });
    }
  });
});

test('people in a place read its own names of roles, and the others as the chain has them', () => {
  const { roles } = calledAt(soundChain, { 'rol.coach': 'Buurtcoach', 'rol.dokter': 'Dokter' });
  expect(roles).toEqual({ tester: 'Tester', coach: 'Buurtcoach', huisarts: 'Huisarts' });
  expect(calledAt(soundChain, {})).toEqual(soundChain);
});

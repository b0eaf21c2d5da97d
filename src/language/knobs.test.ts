import { describe, expect, test } from 'vitest';
import { soundChain, spoiled } from '../../test/language/sound-chain.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { commonSteps, knob, sourced } from './define.ts';
import { type Choices, knobProblems, knobsOf, resolveKnobs } from './knobs.ts';

const named = (name: string, chain = soundChain): object | undefined =>
  knobsOf(chain).find((each) => each.name === name);

describe('the knobs of a chain', () => {
  test('are its switches, its phase, its names, and every length and number that is not fixed, by name', () => {
    expect(knobsOf(soundChain).map(({ name }) => name)).toEqual([
      'route',
      'fase',
      'rol.tester',
      'rol.coach',
      'rol.huisarts',
      'begin.within',
      'bericht.within',
      'wachten.within',
      'wachten.n',
      'overdracht.accept',
      'na.due',
      'na.due.otherwise',
      'evaluatie.within',
      'evaluatie.opens',
      'nabellen.within',
      ...Object.keys(commonSteps).map((id) => `${id}.within`),
    ]);
  });

  test('say what they set, their default, and within what they may be set', () => {
    expect(named('route')).toEqual({
      kind: 'switch',
      name: 'route',
      label: 'Is de route er?',
      default: 'aan',
      options: ['aan', 'uit'],
    });
    expect(named('begin.within')).toEqual({
      kind: 'length',
      name: 'begin.within',
      label: 'Begin',
      default: '10wd',
      min: '5wd',
      max: 'P4W',
    });
    expect(named('wachten.n')).toEqual({
      kind: 'number',
      name: 'wachten.n',
      label: 'Deelnemers',
      default: '8',
      min: '6',
      max: '12',
    });
  });

  test('say what a role is called, how far the chain is, and where the case goes on without a step', () => {
    expect(named('rol.coach')).toEqual({
      kind: 'label',
      name: 'rol.coach',
      label: 'Coach',
      default: 'Coach',
      max: '60',
    });
    expect(named('fase')).toMatchObject({
      kind: 'phase',
      default: 'realisatie',
      options: ['geen', 'definitie', 'ontwerp', 'voorbereiding', 'pilot', 'realisatie', 'borging'],
    });
    const lacking = spoiled({ mayLack: { overdracht: { gap: 'geen-coach', fallback: 'na' } } });
    expect(named('heeft.overdracht')).toBeUndefined();
    expect(named('heeft.overdracht', lacking)).toMatchObject({
      kind: 'presence',
      default: 'ja',
      options: ['ja', 'nee'],
      gap: 'geen-coach',
      fallback: 'na',
    });
  });

  test('name the document that states a default, where there is one', () => {
    expect(named('wachtlijst-kern.n', valpreventieV1)).toMatchObject({ source: 'ALMERE, LELYSTAD' });
    expect(named('valrisicotest.within', valpreventieV1)).not.toHaveProperty('source');
  });

  test.each([
    [
      'a case of a variant',
      { 'steps/wachten/within/cases/ja': knob('1wd', { min: '1wd', max: '3wd' }) },
      'wachten.within.ja',
    ],
    ['a case of a code', { 'steps/zij/within/cases/a': knob('P1W', { min: 'P1W', max: 'P2W' }) }, 'zij.within.a'],
    ['a case for all others', { 'steps/zij/within/otherwise': knob('P1W', { min: 'P1W', max: 'P2W' }) }, 'zij.within'],
    ['a day on a date', { 'steps/kraam/within/length': knob('P5D', { min: 'P1D', max: 'P7D' }) }, 'kraam.within'],
    [
      'the first day of a window',
      { 'steps/na/within/notBefore/length': knob('P3W', { min: 'P2W', max: 'P4W' }) },
      'na.notBefore',
    ],
    ['the day to aim for', { 'steps/na/within/aim/length': knob('P1W', { min: 'P1W', max: 'P2W' }) }, 'na.aim'],
    [
      'a moment at which it opens',
      { 'steps/nabellen/opens/at/length': knob('P3W', { min: 'P1W', max: 'P4W' }) },
      'nabellen.opens',
    ],
    [
      'one of several moments',
      { 'steps/nabellen/opens': { after: [sourced('P1M', 'B'), knob('P3M', { min: 'P2M', max: 'P4M' })], from: 'na' } },
      'nabellen.opens.2',
    ],
  ])('has a name for %s', (_what, spoils, name) => {
    expect(named(name)).toBeUndefined();
    expect(named(name, spoiled(spoils))).toMatchObject({ kind: 'length', name });
  });
});

describe('choices are resolved', () => {
  test('switches always, lengths and numbers only where a place sets them', () => {
    expect(resolveKnobs(soundChain, {})).toEqual({ route: { value: 'aan', layer: 'chain' } });
    expect(resolveKnobs(soundChain, { municipality: { 'begin.within': 'P3W', 'wachten.n': '10' } })).toEqual({
      route: { value: 'aan', layer: 'chain' },
      'begin.within': { value: 'P3W', layer: 'municipality' },
      'wachten.n': { value: '10', layer: 'municipality' },
    });
  });

  test('with the kern before the municipality, and that before the region', () => {
    const choices: Choices = {
      region: { route: 'uit', 'begin.within': '6wd', 'wachten.n': '7' },
      municipality: { route: 'aan', 'begin.within': '7wd' },
      kern: { route: 'uit' },
    };
    expect(resolveKnobs(soundChain, choices)).toEqual({
      route: { value: 'uit', layer: 'kern' },
      'begin.within': { value: '7wd', layer: 'municipality' },
      'wachten.n': { value: '7', layer: 'region' },
    });
  });

  test('for the steps of every chain too', () => {
    expect(resolveKnobs(soundChain, { region: { 'na-pauze.within': '6wd' } })).toMatchObject({
      'na-pauze.within': { value: '6wd', layer: 'region' },
    });
  });

  test('without what cannot be: there the layer below decides, and all that is wrong is told', () => {
    const wrong: Choices = {
      region: { rout: 'uit', 'begin.within': 'P3W' },
      municipality: { route: 'uit' },
      kern: { 'begin.within': '4wd', route: 'misschien' },
    };
    expect(resolveKnobs(soundChain, wrong)).toEqual({
      route: { value: 'uit', layer: 'municipality' },
      'begin.within': { value: 'P3W', layer: 'region' },
    });
    expect(resolveKnobs(soundChain, { region: { route: 'misschien' } })).toEqual({
      route: { value: 'aan', layer: 'chain' },
    });
    expect(knobProblems(soundChain, wrong)).toEqual([
      { layer: 'region', name: 'rout', problem: 'proef has no such knob' },
      { layer: 'kern', name: 'begin.within', problem: '4wd does not lie between 5wd and P4W' },
      { layer: 'kern', name: 'route', problem: 'misschien is none of aan, uit' },
    ]);
  });

  test('with names, the phase and missing steps only where a place sets them', () => {
    expect(resolveKnobs(soundChain, { kern: { 'rol.coach': 'Buurtcoach', fase: 'pilot' } })).toEqual({
      route: { value: 'aan', layer: 'chain' },
      'rol.coach': { value: 'Buurtcoach', layer: 'kern' },
      fase: { value: 'pilot', layer: 'kern' },
    });
  });
});

describe('a choice that cannot be is refused, with what can', () => {
  test.each([
    ['an unknown name', 'rout', 'aan', 'proef has no such knob'],
    ['a name that every object has', 'constructor', 'aan', 'proef has no such knob'],
    ['a length that a document fixes', 'kraam.within', 'P6D', 'it is fixed at P5D by BRON'],
    ['an option that is not there', 'route', 'on', 'on is none of aan, uit'],
    ['a length below its bounds', 'begin.within', '4wd', '4wd does not lie between 5wd and P4W'],
    ['a length above its bounds', 'begin.within', 'P5W', 'P5W does not lie between 5wd and P4W'],
    ['a length that is none', 'begin.within', 'tien dagen', 'tien dagen is not a duration'],
    ['an empty length', 'begin.within', '', ' is not a duration'],
    ['a number below its bounds', 'wachten.n', '5', '5 does not lie between 6 and 12'],
    ['a number above its bounds', 'wachten.n', '13', '13 does not lie between 6 and 12'],
    ['half a number', 'wachten.n', '8.5', '8.5 is not a whole number'],
    ['a number in another writing', 'wachten.n', '1e1', '1e1 is not a whole number'],
    ['a duration for a number', 'wachten.n', 'P8D', 'P8D is not a whole number'],
    ['a name of a role that is not there', 'rol.dokter', 'Dokter', 'proef has no such knob'],
    ['a name of nothing', 'rol.coach', '', ' is not 1 to 60 letters, spaces and hyphens'],
    ['a name of a space', 'rol.coach', ' ', '  is not 1 to 60 letters, spaces and hyphens'],
    ['a name with a tag', 'rol.coach', '<b>', '<b> is not 1 to 60 letters, spaces and hyphens'],
    ['a phase that is none', 'fase', 'klaar', expect.stringMatching(/^klaar is none of geen, definitie, /)],
    ['a step that no place may lack', 'heeft.begin', 'nee', 'begin is a step that no place may lack'],
  ])('%s', (_what, name, value, problem) => {
    expect(knobProblems(soundChain, { kern: { [name]: value } })).toEqual([{ layer: 'kern', name, problem }]);
  });

  test.each([
    ['begin.within', '5wd'],
    ['begin.within', 'P4W'],
    ['wachten.n', '6'],
    ['wachten.n', '12'],
    ['route', 'uit'],
    ['rol.coach', 'Één sociaal-cultureel werker'],
    ['rol.coach', 'x'.repeat(60)],
    ['fase', 'geen'],
  ])('%s may be %s, at its bounds', (name, value) => {
    expect(knobProblems(soundChain, { region: { [name]: value } })).toEqual([]);
  });
});

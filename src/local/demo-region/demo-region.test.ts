import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { currentDefinition } from '../../chains/index.ts';
import { resolveKnobs } from '../../language/knobs.ts';
import { directory } from './directory.ts';
import { refuseWrongSettings } from './load.ts';
import { municipalities } from './municipalities.ts';
import { organisations } from './organisations.ts';
import { settings } from './settings.ts';
import { choicesOf, variants } from './variants.ts';
import {
  chainIds,
  demoUserSchema,
  directoryRowSchema,
  municipalitySchema,
  organisationSchema,
  settingSchema,
} from './shape.ts';
import { users } from './users.ts';

const organisationOf = new Map(organisations.map((organisation) => [organisation.id, organisation]));
const kernenOf = new Map<string, readonly string[]>(municipalities.map(({ id, kernen }) => [id, kernen]));
const codes = {
  almelo: 'GM0141',
  borne: 'GM0147',
  dinkelland: 'GM1774',
  enschede: 'GM0153',
  haaksbergen: 'GM0158',
  hellendoorn: 'GM0163',
  hengelo: 'GM0164',
  'hof-van-twente': 'GM1735',
  losser: 'GM0168',
  oldenzaal: 'GM0173',
  'rijssen-holten': 'GM1742',
  tubbergen: 'GM0183',
  twenterand: 'GM1700',
  wierden: 'GM0189',
};
const handles =
  'huisarts huisarts-2 poh verloskundige jeugdarts jeugdverpleegkundige kinderarts kraamzorg gebiedsteam ' +
  'aandachtsfunctionaris ggd sociaal-verwijzer centrale-zorgcoordinator czv valpreventie-coordinator tester fysio ' +
  'buurtsportcoach leefstijlcoach aanbieder inwoner ketencoordinator regiocoordinator beheerder';

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function user(handle: string) {
  return users.find((candidate) => candidate.handle === handle)!;
}

/** A place without an organisation of its own is served by the organisation of the municipality. */
function fulfils(role: string, chain: string, municipality: string): boolean {
  return directory.some(
    (row) => row.role === role && row.chain === chain && row.municipality === municipality && row.kern === null,
  );
}

describe('the demo region', () => {
  test('every row has its declared shape, with random ids and names that say they are made up', () => {
    expect(z.array(municipalitySchema).safeParse(municipalities).error).toBeUndefined();
    expect(z.array(organisationSchema).safeParse(organisations).error).toBeUndefined();
    expect(z.array(demoUserSchema).safeParse(users).error).toBeUndefined();
    expect(z.array(directoryRowSchema).safeParse(directory).error).toBeUndefined();
    expect(z.array(settingSchema).safeParse(settings).error).toBeUndefined();
  });

  test('the fourteen municipalities of Twente carry their CBS codes', () => {
    expect(Object.fromEntries(municipalities.map(({ id, code }) => [id, code]))).toEqual(codes);
  });

  test('no id, handle, place, organisation name or AGB code occurs twice', () => {
    expect(repeated([...organisations.map(({ id }) => id), ...users.map(({ id }) => id)])).toEqual([]);
    expect(repeated(users.map(({ handle }) => handle))).toEqual([]);
    expect(repeated(municipalities.flatMap(({ kernen }) => [...kernen]))).toEqual([]);
    expect(repeated(organisations.map(({ name }) => name))).toEqual([]);
    expect(repeated([...organisations, ...users].flatMap(({ agb }) => agb ?? []))).toEqual([]);
  });

  test('there is one user for every handle of the contract', () => {
    expect(users.map(({ handle }) => handle).toSorted()).toEqual(handles.split(' ').toSorted());
  });

  test('every user works at an organisation that exists, and a practitioner is the user', () => {
    const employers = users.flatMap(({ organisation }) => organisation ?? []);
    expect(employers.filter((id) => organisationOf.get(id)?.municipality !== 'enschede')).toEqual([]);
    expect(users.filter(({ id, practitioner }) => practitioner !== null && practitioner !== id)).toEqual([]);
  });

  test('the tester works elsewhere than the huisarts, the POH works with the huisarts, the second huisarts elsewhere', () => {
    expect(user('tester').organisation).not.toBe(user('huisarts').organisation);
    expect(user('poh').organisation).toBe(user('huisarts').organisation);
    expect(user('huisarts-2').organisation).not.toBe(user('huisarts').organisation);
  });

  test('only the ketencoordinator is bound to a municipality', () => {
    const bound = users.filter(({ municipality }) => municipality !== null);
    expect(bound.map(({ handle, municipality }) => [handle, municipality])).toEqual([['ketencoordinator', 'enschede']]);
  });

  test('the directory points to organisations and places that exist, once per role, chain and place', () => {
    const elsewhere = directory.filter(({ organisation, municipality, kern }) => {
      const kernen = kernenOf.get(municipality) ?? [];
      return !organisationOf.has(organisation) || kernen.length === 0 || (kern !== null && !kernen.includes(kern));
    });
    expect(elsewhere).toEqual([]);
    expect(repeated(directory.map((row) => [row.role, row.chain, row.municipality, row.kern].join(' ')))).toEqual([]);
  });

  test.each(municipalities.map(({ id }) => id))(
    'valpreventie finds who tests, coordinates and trains in %s',
    (place) => {
      const roles = ['tester', 'valpreventie-coordinator', 'fysio', 'ketencoordinator'];
      expect(roles.filter((role) => !fulfils(role, 'valpreventie', place))).toEqual([]);
      const kinds = organisations.filter((row) => row.municipality === place).map(({ kind }) => kind);
      expect(kinds).toContain('huisartsenpraktijk');
    },
  );

  test('only Losser shows what a gap is: no buurtsportcoach there, and no high route', () => {
    const without = municipalities.filter(({ id }) => !fulfils('buurtsportcoach', 'valpreventie', id));
    expect(without.map(({ id }) => id)).toEqual(['losser']);
    const closed = settings.filter(({ knob, value }) => knob === 'hoogRoute' && value === 'niet-beschikbaar');
    expect(closed.map(({ municipality }) => municipality)).toEqual(['losser']);
  });

  test.each(['enschede', 'borne', 'hellendoorn'])('every role of valpreventie is fulfilled in %s', (municipality) => {
    const { 'andere-hulpverlener': _outside, ...roles } = currentDefinition('valpreventie')!.roles;
    expect(Object.keys(roles).filter((role) => !fulfils(role, 'valpreventie', municipality))).toEqual([]);
  });

  test.each(['enschede', 'borne', 'hellendoorn'])(
    'every role of kansrijke start is fulfilled in %s',
    (municipality) => {
      // Who begins for themselves is no organisation.
      const { inwoner: _self, ...roles } = currentDefinition('kansrijke-start')!.roles;
      expect(Object.keys(roles).filter((role) => !fulfils(role, 'kansrijke-start', municipality))).toEqual([]);
    },
  );

  test.each(municipalities.map(({ id }) => id))('a prenatal home visit can be made in %s', (place) => {
    const roles = ['jeugdverpleegkundige', 'jeugdarts', 'screener', 'ketencoordinator'];
    expect(roles.filter((role) => !fulfils(role, 'kansrijke-start', place))).toEqual([]);
  });

  test('midwife, kraamzorg and wijkteam are found where the region works on kansrijke start; elsewhere they are gaps', () => {
    for (const role of ['verloskundige', 'kraamzorg', 'gebiedsteam']) {
      const there = municipalities.filter(({ id }) => fulfils(role, 'kansrijke-start', id)).map(({ id }) => id);
      expect(there).toEqual(['borne', 'enschede', 'hellendoorn', 'losser']);
    }
    const without = settings.filter(({ knob, value }) => knob === 'nnz' && value === 'niet-beschikbaar');
    expect(without.map(({ municipality }) => municipality)).toEqual(['hellendoorn']);
  });

  test('every municipality has each of the five chains in a variant, and none has two', () => {
    const shown = variants.flatMap(({ municipalities: places, chains }) =>
      places.flatMap((place) => Object.entries(chains).map(([chain]) => `${place} ${chain}`)),
    );
    expect(shown.toSorted()).toEqual(
      municipalities.flatMap(({ id }) => chainIds.map((chain) => `${id} ${chain}`)).toSorted(),
    );
    const phases = settings.filter(({ knob, kern }) => knob === 'fase' && kern === null);
    expect(phases).toHaveLength(municipalities.length * chainIds.length);
  });

  test('every variant names the line of the plan that it comes from', () => {
    const sources = variants.flatMap(({ chains }) => Object.values(chains).map(({ source }) => source));
    expect(sources.filter((source) => !source.startsWith('jaarplan 2026, '))).toEqual([]);
  });

  test('what a place has set is something that the chain offers, and the place exists', () => {
    expect(() => refuseWrongSettings(settings)).not.toThrow();
    const elsewhere = settings.filter(({ municipality, kern }) => {
      const kernen = kernenOf.get(municipality);
      return kernen === undefined || (kern !== null && !kernen.includes(kern));
    });
    expect(elsewhere).toEqual([]);
    expect(repeated(settings.map(({ value: _value, ...row }) => JSON.stringify(row)))).toEqual([]);
  });

  test('a value that a place cannot choose keeps the region from being loaded, with place, knob and bounds', () => {
    const wrong = { chain: 'valpreventie', municipality: 'borne' } as const;
    expect(() =>
      refuseWrongSettings([
        { ...wrong, kern: null, knob: 'valrisicotest.within', value: 'P1Y' },
        { ...wrong, kern: 'hertme', knob: 'fase', value: 'klaar' },
      ]),
    ).toThrow(
      /^valpreventie, municipality borne, valrisicotest\.within: P1Y does not lie between P1W and P8W; valpreventie, kern borne\/hertme, fase: klaar is none of geen, /,
    );
  });

  test('the plan of the region is what a case starts with', () => {
    const phase = (chain: string, place: string, kern: string | null = null): string | undefined =>
      resolveKnobs(currentDefinition(chain)!, choicesOf(chain, place, kern))['fase']?.value;
    for (const chain of chainIds) expect(phase(chain, 'enschede')).toBe('realisatie');
    expect(phase('valpreventie', 'hof-van-twente')).toBe('borging');
    expect(phase('kansrijke-start', 'borne')).toBe('realisatie');
    expect([phase('kngg', 'losser'), phase('vngg', 'losser')]).toEqual(['definitie', 'pilot']);
    expect([phase('vngg', 'dinkelland'), phase('vngg', 'dinkelland', 'weerselo')]).toEqual(['voorbereiding', 'pilot']);
    for (const { id } of municipalities.filter(({ id: place }) => place !== 'haaksbergen')) {
      expect(resolveKnobs(currentDefinition('kngg')!, choicesOf('kngg', id, null))['doelgroep']?.value).toBe(
        'vanaf-licht',
      );
    }
  });

  test('Dinkelland and Tubbergen share one variant, in which two roles are called dorpsondersteuner', () => {
    for (const chain of chainIds) {
      expect(choicesOf(chain, 'tubbergen', null)).toEqual(choicesOf(chain, 'dinkelland', null));
    }
    const called = settings.filter(({ value }) => value === 'Dorpsondersteuner');
    expect(called.map(({ municipality, knob }) => `${municipality} ${knob}`).toSorted()).toEqual([
      'dinkelland rol.centrale-zorgcoordinator',
      'dinkelland rol.sociaal-verwijzer',
      'tubbergen rol.centrale-zorgcoordinator',
      'tubbergen rol.sociaal-verwijzer',
    ]);
  });

  test.each([
    ['sociaal-verwijzen', ['sociaal-verwijzer', 'aanbieder']],
    ['vngg', ['huisarts', 'poh', 'centrale-zorgcoordinator', 'gli-aanbieder', 'leefstijlcoach', 'aanbieder']],
    [
      'kngg',
      [
        'jeugdverpleegkundige',
        'jeugdarts',
        'jgz',
        'huisarts',
        'kinderarts',
        'signaleerder',
        'czv',
        'kinder-gli-aanbieder',
        'aanbieder',
      ],
    ],
  ])('%s is complete in Enschede, Borne and Hellendoorn', (chain, roles) => {
    const known = Object.keys(currentDefinition(chain)!.roles);
    expect(roles.filter((role) => !known.includes(role))).toEqual([]);
    for (const place of ['enschede', 'borne', 'hellendoorn']) {
      expect(roles.filter((role) => !fulfils(role, chain, place))).toEqual([]);
    }
  });

  test('who refers to sociaal verwijzen is the referrer, and not whoever stands in the directory', () => {
    const roles = new Set(directory.filter(({ chain }) => chain === 'sociaal-verwijzen').map(({ role }) => role));
    expect(roles).toEqual(new Set(['sociaal-verwijzer', 'aanbieder', 'ketencoordinator', 'regiocoordinator']));
  });

  test.each([
    ['haaksbergen', 'kngg', 'czv'],
    ['haaksbergen', 'kngg', 'kinder-gli-aanbieder'],
    ['losser', 'vngg', 'leefstijlcoach'],
    ['losser', 'vngg', 'centrale-zorgcoordinator'],
    ['dinkelland', 'vngg', 'gli-aanbieder'],
    ['tubbergen', 'vngg', 'aanbieder'],
  ])('%s works on %s: there is somebody for %s', (place, chain, role) => {
    expect(fulfils(role, chain, place)).toBe(true);
  });

  test.each(['borne', 'hellendoorn'])('%s has every role that Enschede has', (municipality) => {
    const roles = directory.filter((row) => row.municipality === 'enschede');
    expect(roles.filter(({ role, chain }) => !fulfils(role, chain, municipality))).toEqual([]);
  });

  test('each user with a role that the directory knows works at the organisation that fulfils it in Enschede, but the second huisarts', () => {
    const own = users.filter(({ handle }) => handle !== 'huisarts-2');
    const wrong = own.filter(({ roles, organisation }) =>
      directory.some(
        (row) => row.municipality === 'enschede' && roles.includes(row.role) && row.organisation !== organisation,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('who has no ground for the BSN never gets it', () => {
    const without = organisations.filter(({ bsnAllowed }) => !bsnAllowed).map(({ kind }) => kind);
    expect(new Set(without)).toEqual(
      new Set([
        'sportbedrijf',
        'ketenregie',
        'welzijnsorganisatie',
        'opvang',
        'beweegaanbieder',
        'regiobureau',
        'beheer',
      ]),
    );
  });
});

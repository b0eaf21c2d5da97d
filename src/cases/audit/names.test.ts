import { describe, expect, test } from 'vitest';
import { playInEngine } from '../../../test/journeys/play-in-engine.ts';
import { regionalTables } from '../../../test/journeys/regional-tables.ts';
import { MONDAY } from '../../../test/journeys/start-case.ts';
import { emissionsOf } from '../../audit/emissions/emissions-of.ts';
import { definitions } from '../../chains/definitions.ts';
import { indicatorsOf } from '../../chains/indicators.ts';
import { domainOf } from './domains.ts';
import { figureDefinitions } from './figure-definitions.ts';
import { chainNames as names } from './names.ts';
import { storyOfCase } from './story-of-case.ts';

const journeys = regionalTables.flatMap((table) => table.journeys);
const stories = journeys.map((journey) => storyOfCase(playInEngine(journey, MONDAY).facts, { resident: 'inwoner' }));

describe('what is told of every journey', () => {
  test('has a Dutch word for each step, ending, reason, gap and link', () => {
    const codes = stories.flatMap(({ chain, steps, ending, dropout, gaps, links }) => [
      ...steps.flatMap(({ step }) => [
        [step, names.step(chain, step)],
        [step, names.holder(chain, step)],
      ]),
      ...(ending === null ? [] : [[ending, names.ending(chain, ending)]]),
      ...(dropout === null ? [] : [[dropout.reason, names.reason(chain, dropout.reason)]]),
      ...gaps.map(({ gap }) => [gap, names.gap(chain, gap)]),
      ...links.map(({ type }) => [type, names.link(type)]),
    ]);
    expect(codes.length).toBeGreaterThan(1000);
    expect(codes.filter(([code, word]) => word === undefined || word === '' || word === code)).toEqual([]);
  });

  test('comes to figures whose measures are written with the names of steps and roles, and nothing else', () => {
    const measures = stories.flatMap((story) =>
      emissionsOf(story, story.lastAt, indicatorsOf(story.chain)).map(({ measure }) => measure),
    );
    expect(measures.filter((measure) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(measure))).toEqual([]);
  });
});

test('all chains together, outside, and a code that nobody knows have a word too', () => {
  expect([names.chain('alle'), names.chain('buiten'), names.chain('kngg')]).toEqual([
    'Alle ketens',
    'buiten de ketens',
    'Kind naar een gezonder gewicht',
  ]);
  expect(names.step('kngg', 'onbekende-stap')).toBe('onbekende-stap');
});

test('every role that an organisation here can have works in a domain', () => {
  const roles = new Set(
    Object.values(definitions).flatMap((versions) => versions.flatMap((each) => Object.keys(each.roles))),
  );
  const outside = ['inwoner', 'andere-hulpverlener'];
  expect([...roles].filter((role) => domainOf(role) === undefined).sort()).toEqual(
    outside.toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

test('the definitions of outcomes say what durable help is in each chain', () => {
  const ids = figureDefinitions('outcomes').map(({ id }) => id);
  for (const chain of Object.keys(definitions)) expect(ids).toContain(`duurzaam-geholpen.${chain}`);
  expect(figureDefinitions('flow').length).toBeGreaterThan(0);
});

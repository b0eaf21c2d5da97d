import { describe, expect, test } from 'vitest';
import { definitions } from '../../chains/definitions.ts';
import { chainsAsked, exportBases, exportRequest, NotExported } from './export-request.ts';

const asked = {
  recipient: 'GGD Twente',
  basis: 'wettelijke-taak',
  purpose: 'Onderzoek naar wachttijden, 2025',
  from: '2025-01-01',
  until: '2025-12-31',
  chain: 'alle',
  format: 'csv',
  out: 'log.csv',
};

test('a whole request is taken as it stands, on each ground that there is', () => {
  for (const basis of Object.keys(exportBases)) {
    expect(exportRequest.parse({ ...asked, basis })).toEqual({ ...asked, basis });
  }
  expect(exportRequest.safeParse({ ...asked, until: asked.from }).success).toBe(true);
});

describe('a request is refused, and the option named,', () => {
  test.each<[string, object, string]>([
    ['without a recipient', { recipient: undefined }, 'recipient'],
    ['for a recipient of blanks', { recipient: '   ' }, 'recipient'],
    ['for a recipient with a line of its own', { recipient: 'GGD\nTwente' }, 'recipient'],
    ['without a ground', { basis: undefined }, 'basis'],
    ['on a ground that is none', { basis: 'gerechtvaardigd-belang' }, 'basis'],
    ['on a ground that every object has', { basis: 'toString' }, 'basis'],
    ['for no purpose', { purpose: '-' }, 'purpose'],
    ['for a purpose with the number of somebody', { purpose: 'Onderzoek naar 123456782' }, 'purpose'],
    ['of a day that does not exist', { from: '2025-02-30' }, 'from'],
    ['of a period that ends before it begins', { until: '2024-12-31' }, 'until'],
    ['in another format', { format: 'xlsx' }, 'format'],
    ['without a file', { out: '' }, 'out'],
    ['with anything more', { kern: 'glanerbrug' }, ''],
  ])('%s', (_what, over, option) => {
    const { error } = exportRequest.safeParse({ ...asked, ...over });
    expect(new Set(error?.issues.map(({ path }) => path.join('.')))).toEqual(new Set([option]));
  });
});

describe('the chains', () => {
  test('that are asked for are one, or all whose cases may be known of', () => {
    expect(chainsAsked('vngg')).toEqual(['vngg']);
    const others = Object.keys(definitions).filter((id) => id !== 'kansrijke-start');
    expect(chainsAsked('alle')).toEqual(others);
  });

  test.each([
    ['kansrijke-start', 'confidential'],
    ['zesde', 'There is no chain zesde'],
    ['toString', 'There is no chain toString'],
  ])('%s is refused with the reason', (chain, says) => {
    expect(() => chainsAsked(chain)).toThrow(NotExported);
    expect(() => chainsAsked(chain)).toThrow(says);
  });
});

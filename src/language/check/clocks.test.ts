import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';
import { knob, sourced } from '../define.ts';

const term = 'steps/kraam/within';

describe('a term that means nothing is refused', () => {
  refuses([
    [
      'a default below its bounds',
      { [term]: knob('P1W', { min: 'P2W', max: 'P4W' }) },
      ['step kraam: P1W does not lie between P2W and P4W'],
    ],
    [
      'a default above its bounds',
      { [term]: knob('P3M', { min: 'P2W', max: 'P1M' }) },
      ['step kraam: P3M does not lie between P2W and P1M'],
    ],
    [
      'bounds in the wrong order',
      { [term]: knob('P3W', { min: 'P4W', max: 'P2W' }) },
      ['step kraam: P3W does not lie between P4W and P2W'],
    ],
    [
      'bounds in another unit',
      { [term]: knob('11wd', { min: 'P1W', max: 'P2W' }) },
      ['step kraam: 11wd does not lie between P1W and P2W'],
    ],
    ['a knob in hours', { [term]: knob('PT5H', { min: 'P1D', max: 'P1W' }) }, ['step kraam: PT5H is not a duration']],
    ['an empty bound', { [term]: knob('P5D', { min: 'P', max: 'P1W' }) }, ['step kraam: P is not a duration']],
    ['a broken sourced value', { [term]: sourced('P2', 'BRON') }, ['step kraam: P2 is not a duration']],
    ['half a werkdag', { [term]: sourced('0.5wd', 'BRON') }, ['step kraam: 0.5wd is not a duration']],
    ['units in the wrong order', { [term]: sourced('P6M3Y', 'BRON') }, ['step kraam: P6M3Y is not a duration']],
    [
      'a broken value behind a variant',
      { 'steps/wachten/within/cases/ja/fixed': 'morgen' },
      ['step wachten: morgen is not a duration'],
    ],
    ['a broken value for all others', { 'steps/zij/within/otherwise/fixed': 'P' }, ['step zij: P is not a duration']],
    ['a broken value on a date', { [`${term}/length/fixed`]: 'P5' }, ['step kraam: P5 is not a duration']],
    [
      'a broken value for an unknown date',
      { 'steps/na/within/due/otherwise': sourced('x' as 'P', 'B') },
      ['step na: x is not a duration'],
    ],
    ['a broken time to accept', { 'steps/overdracht/accept/knob': '5' }, ['step overdracht: 5 is not a duration']],
    ['a broken interval', { 'steps/evaluatie/opens/every/knob': 'P' }, ['step evaluatie: P is not a duration']],
    ['a broken moment', { 'steps/nabellen/opens/at/length/fixed': 'P' }, ['step nabellen: P is not a duration']],
    ['a broken limit', { 'limits/plafond/within/fixed': 'P3Y6' }, ['limit plafond: P3Y6 is not a duration']],
  ]);
  accepts([
    ['equal to both bounds', { [term]: knob('P2W', { min: 'P2W', max: '10wd' }) }],
    ['twelve months within a year', { [term]: knob('P12M', { min: 'P1Y', max: 'P1Y' }) }],
    ['years and months', { [term]: sourced('P3Y6M', 'BRON') }],
  ]);
});

describe('a clock that leaves no time is refused', () => {
  refuses([
    [
      'a wait of no days',
      { 'steps/wachten/within/otherwise': sourced('P0D', 'B') },
      ['step wachten: P0D leaves no time at all'],
    ],
    ['no werkdagen', { [term]: sourced('0wd', 'B') }, ['step kraam: 0wd leaves no time at all']],
    [
      'a knob that may be set to nothing',
      { [term]: knob('P1D', { min: 'P0D', max: 'P2D' }) },
      ['step kraam: P0D leaves no time at all'],
    ],
    [
      'since a decision',
      { 'steps/overdracht/within/length/fixed': 'P0D' },
      ['step overdracht: P0D leaves no time at all'],
    ],
    ['to accept', { 'steps/overdracht/accept': sourced('P0D', 'B') }, ['step overdracht: P0D leaves no time at all']],
    [
      'as long as a date is not known',
      { 'steps/na/within/due/otherwise': sourced('P0D', 'B') },
      ['step na: P0D leaves no time at all'],
    ],
    [
      'again and again without a pause',
      { 'steps/evaluatie/opens/every': sourced('P0D', 'B') },
      ['step evaluatie: P0D leaves no time at all'],
    ],
    [
      'at once after a decision',
      { 'steps/evaluatie/opens': { after: [sourced('P0D', 'B')], from: 'begin' } },
      ['step evaluatie: P0D leaves no time at all'],
    ],
    ['a limit', { 'limits/plafond/within': sourced('P0D', 'B') }, ['limit plafond: P0D leaves no time at all']],
  ]);
  accepts([['on the day itself, where a date says so', { [`${term}/length/fixed`]: 'P0D' }]]);
});

describe('the days of a window follow each other, however knobs are set', () => {
  const days = 'steps/na/within';
  refuses([
    [
      'not before comes after the aim',
      { [`${days}/notBefore/length/fixed`]: 'P1W' },
      ['step na: notBefore may come after aim'],
    ],
    [
      'the aim comes after the last day',
      { [`${days}/aim`]: { after: 'eind', length: sourced('P5W', 'B') } },
      ['step na: aim may come after due'],
    ],
    [
      'a knob can be set past the last day',
      {
        [days]: { notBefore: knob('P1W', { min: 'P1W', max: 'P6W' }), due: sourced('P4W', 'B') },
      },
      ['step na: notBefore may come after due'],
    ],
    [
      'a knob can be set before the first day',
      {
        [days]: { notBefore: sourced('P2W', 'B'), due: knob('P4W', { min: 'P1W', max: 'P6W' }) },
      },
      ['step na: notBefore may come after due'],
    ],
    [
      'since the same decision',
      {
        [days]: {
          notBefore: { since: 'begin', length: sourced('P3M', 'B') },
          due: { since: 'begin', length: sourced('P2M', 'B') },
        },
      },
      ['step na: notBefore may come after due'],
    ],
    [
      'after a date and before that date',
      {
        [days]: {
          notBefore: { after: 'dag', length: sourced('P1D', 'B') },
          due: { before: 'dag', length: sourced('P1D', 'B') },
        },
      },
      ['step na: notBefore may come after due'],
    ],
  ]);
  accepts([
    ['on one and the same day', { [`${days}/notBefore/length/fixed`]: 'P2W' }],
    [
      'on dates that cannot be compared',
      {
        [days]: {
          notBefore: { after: 'dag', length: sourced('P9M', 'B') },
          due: { before: 'eind', length: sourced('P9M', 'B') },
        },
      },
    ],
    ['with a last day only', { [`${days}/notBefore`]: undefined, [`${days}/aim`]: undefined }],
  ]);
});

describe('the number of people in a group lies within its bounds', () => {
  const n = 'steps/wachten/ready/n';
  refuses([
    ['too few', { [`${n}/knob`]: 5 }, ['step wachten: 5 does not lie between 6 and 12']],
    ['too many', { [`${n}/knob`]: 13 }, ['step wachten: 13 does not lie between 6 and 12']],
    ['nobody', { [`${n}/min`]: 0 }, ['step wachten: 0 is not a number of people']],
    ['half a person', { [`${n}/knob`]: 8.5 }, ['step wachten: 8.5 is not a number of people']],
  ]);
});

describe('two lengths that a place may set never go by one name', () => {
  const due = knob('P2W', { min: 'P1W', max: 'P3W' });
  refuses([
    [
      'windows of two variants',
      { 'steps/zij/within/cases/a': { due }, 'steps/zij/within/otherwise': { due } },
      ['knob zij.due: two knobs are called that'],
    ],
  ]);
});

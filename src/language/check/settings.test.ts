import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

describe('who is regiehouder has one answer for every step', () => {
  refuses([
    [
      'a step in no phase',
      { 'phases/twee/steps': ['na', 'zij', 'evaluatie', 'kraam'] },
      ['step nabellen: it stands in no phase'],
    ],
    ['a step in two phases', { 'phases/een/steps/5': 'na' }, ['step na: it stands in 2 phases']],
    ['a step twice in one phase', { 'phases/twee/steps/5': 'na' }, ['step na: it stands in 2 phases']],
  ]);
  accepts([['a chain without phases', { phases: undefined }]]);
});

describe('what opens a step, or makes it needless, is there', () => {
  const opens = 'steps/evaluatie/opens';
  refuses([
    ['an unknown event', { 'steps/kraam/opens/on': 'gebote' }, ['step kraam: opens: there is no event gebote']],
    [
      'an event of every chain',
      { 'steps/kraam/opens/on': 'overleden' },
      ['step kraam: opens: there is no event overleden'],
    ],
    ['an unknown step', { [`${opens}/from`]: 'bgin' }, ['step evaluatie: opens: there is no step bgin']],
    [
      'an unknown opening',
      { 'steps/nabellen/opens/opening': 'naa' },
      ['step nabellen: opens: there is no step naa', 'step nabellen: nothing leads here'],
    ],
    [
      'its own opening',
      { 'steps/nabellen/opens/opening': 'nabellen' },
      ['step nabellen: opens: it waits until it is open itself', 'step nabellen: nothing leads here'],
    ],
    [
      'the opening of a rule',
      { 'steps/nabellen/opens/opening': 'beslis' },
      ['step nabellen: opens: beslis is a rule, which is never open'],
    ],
    ['no moment at all', { [opens]: { after: [], from: 'begin' } }, ['step evaluatie: opens: it names no moment']],
    [
      'lapsing on what is not there',
      { 'steps/evaluatie/lapsesOn': ['nna'] },
      ['step evaluatie: lapsesOn: there is no step or event nna'],
    ],
    [
      'lapsing on a rule',
      { 'steps/evaluatie/lapsesOn': ['beslis'] },
      ['step evaluatie: lapsesOn: beslis is a rule, which is never open'],
    ],
    [
      'lapsing on itself',
      { 'steps/evaluatie/lapsesOn': ['evaluatie'] },
      ['step evaluatie: lapsesOn: it would lapse as it opens'],
    ],
  ]);
});

describe('rules for who pays hold from day to day', () => {
  const first = 'payers/rules/0';
  refuses([
    ['an unknown step', { [`${first}/when/0/step`]: 'bgin' }, ['payer rule 1: there is no step bgin']],
    ['an unknown outcome', { [`${first}/when/0/outcome`]: ['jaa'] }, ['payer rule 1: step begin has no outcome jaa']],
    [
      'an unknown code',
      { [`${first}/when`]: [{ code: 'kns', in: ['a'] }] },
      ['payer rule 1: no step keeps the code kns'],
    ],
    ['a count', { [`${first}/when`]: [{ atMost: 2 }] }, ['payer rule 1: who pays does not hang on a count']],
    ['a day that is none', { [`${first}/validFrom`]: '2024-13-01' }, ['payer rule 1: 2024-13-01 is not a day']],
    ['a day as people write it', { [`${first}/validUntil`]: '31-12-2026' }, ['payer rule 1: 31-12-2026 is not a day']],
    [
      'an end before its beginning',
      { [`${first}/validUntil`]: '2023-12-31' },
      ['payer rule 1: its last day lies before its first'],
    ],
  ]);
  accepts([['a rule for one day', { [`${first}/validUntil`]: '2024-01-01' }]]);
});

describe('a group is made where people wait for it', () => {
  refuses([
    [
      'joining without a group',
      { group: undefined, 'steps/wachten/ready': undefined },
      [
        'step wachten, outcome vol: it joins a group, and the chain has none',
        'step na, outcome terug: it leaves a group, and the chain has none',
      ],
    ],
    [
      'waiting without a group',
      {
        group: undefined,
        'steps/wachten/outcomes/vol/group': undefined,
        'steps/na/outcomes/terug/group': undefined,
      },
      ['step wachten: a group is made of those who wait, and the chain has none'],
    ],
    [
      'a step that is no wait',
      { 'group/waits': 'na', 'steps/na/outcomes/terug/group': 'joins', 'steps/wachten/ready': undefined },
      ['group: step na is no wait'],
    ],
    [
      'a wait that nobody leaves for a group',
      { 'steps/wachten/outcomes/vol/group': undefined },
      ['group: no outcome of wachten joins it'],
    ],
    [
      'an unknown wait',
      { 'group/waits': 'wachte' },
      ['group: there is no step wachte', 'group: people wait for it in wachten too'],
    ],
    ['one day for first and last', { 'group/starts': 'eind' }, ['group: it starts and ends with the same anchor']],
  ]);
});

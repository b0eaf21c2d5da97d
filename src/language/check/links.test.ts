import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

describe('a link that cannot be is refused', () => {
  refuses([
    ['intake that is no step', { intake: 'bgin' }, ['intake: there is no step bgin']],
    [
      'reuse in a step that is no intake',
      { intake: 'beslis', 'steps/na/outcomes/klaar/reuses': 'intake' },
      ['step na, outcome klaar: only the step that is the intake can use another one'],
    ],
    [
      'promise at an end',
      { 'steps/na/outcomes/klaar/link': { type: 'vervolg', chain: 'ander', asks: 'koppeling' } },
      ['step na, outcome klaar: it promises a case elsewhere, and ends before there is one'],
    ],
    [
      'shared intake between other chains',
      { 'steps/zij/outcomes/samen/link': { type: 'deel-intake', chain: 'vngg' } },
      ['step zij, outcome samen: a case here cannot be coupled with vngg as deel-intake'],
    ],
  ]);
});

describe('what can be kept is accepted', () => {
  accepts([
    ['an intake, used again there', { intake: 'na', 'steps/na/outcomes/klaar/reuses': 'intake' }],
    [
      'a promise on the way',
      { 'steps/zij/outcomes/samen/link': { type: 'vervolg', chain: 'ander', asks: 'koppeling' } },
    ],
  ]);
});

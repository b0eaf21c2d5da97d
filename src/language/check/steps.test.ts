import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

const often = [{ atMost: 1 }];

describe('a step that could stand still is refused', () => {
  refuses([
    [
      'without outcomes',
      { 'steps/kraam/outcomes': {} },
      [
        'step kraam: it has no outcome',
        'step kraam: the branch that begins here comes to no join, no leave and no end',
      ],
    ],
    [
      'with nothing but conditions',
      { 'steps/kraam/outcomes/klaar/when': often },
      ['step kraam: every outcome has a condition: it could stand still'],
    ],
    [
      'a hand-off that nobody can take on',
      { 'steps/overdracht/outcomes/gestart/by': 'sender' },
      ['step overdracht: only the sender has an outcome: nobody can take it on'],
    ],
    [
      'a message that goes two ways at once',
      { 'steps/bericht/outcomes/anders': { label: 'X', to: 'na' } },
      ['step bericht: it goes on at once, so that it has one outcome'],
    ],
  ]);
  accepts([['one way without a condition is enough', { 'steps/na/outcomes/klaar/when': often }]]);
});

describe('a proposal has a form to rest on and somebody who may decide otherwise', () => {
  refuses([
    [
      'without a form',
      {
        'steps/begin/form': undefined,
        'steps/begin/keeps': undefined,
        'steps/na/form': 'x',
        'steps/na/keeps': ['kans', 'lijst'],
      },
      ['step begin: it proposes without a form'],
    ],
    [
      'that cannot be overridden',
      { 'steps/begin/override': undefined },
      ['step begin: it proposes and nobody may override'],
    ],
  ]);
});

describe('codes come from a form', () => {
  refuses([
    [
      'codes without a form',
      { 'steps/na/keeps': ['extra'] },
      ['step na: it keeps codes of a form that it does not have'],
    ],
  ]);
  accepts([
    ['a hand-off keeps codes of its form', { 'steps/overdracht/keeps': ['extra'], 'steps/overdracht/form': 'brief' }],
  ]);
});

describe('a rule decides exactly its outcomes', () => {
  refuses([
    [
      'a line that decides what is not there',
      { 'steps/beslis/decides/0/outcome': 'wcht' },
      ['step beslis: it decides wcht, which is none of its outcomes', 'step beslis: it never decides wacht'],
    ],
    [
      'otherwise something that is not there',
      { 'steps/beslis/otherwise': 'vrder' },
      ['step beslis: it decides vrder, which is none of its outcomes', 'step beslis: it never decides verder'],
    ],
    [
      'an outcome that it never decides',
      { 'steps/beslis/outcomes/los': { label: 'X', to: 'na' } },
      ['step beslis: it never decides los'],
    ],
    [
      'a line that always decides',
      { 'steps/beslis/decides/0/when': [] },
      ['step beslis: line 1 has no condition: those after it never decide'],
    ],
    [
      'a line over an unknown code',
      { 'steps/beslis/decides/0/when/0/code': 'kns' },
      ['step beslis: line 1: no step keeps the code kns'],
    ],
    [
      'a line over contact attempts',
      { 'steps/beslis/decides/0/when/0': { attempts: 3 } },
      ['step beslis: line 1: a rule looks at what was decided and kept'],
    ],
  ]);
});

describe('a condition that cannot be read is refused', () => {
  const [spoed, samen] = ['steps/begin/outcomes/spoed/when', 'steps/begin/outcomes/samen/when'];
  refuses([
    ['never', { [`${spoed}/0`]: { atMost: 0 } }, ['step begin, outcome spoed: 0 is not a number of times']],
    ['half a time', { [`${spoed}/0`]: { atMost: 1.5 } }, ['step begin, outcome spoed: 1.5 is not a number of times']],
    ['no attempts', { [`${spoed}/1`]: { attempts: 0 } }, ['step begin, outcome spoed: 0 is not a number of times']],
    [
      'attempts that are not kept',
      { 'steps/begin/attempts': undefined },
      ['step begin, outcome spoed: no attempts are kept for this step'],
    ],
    [
      'an unknown step',
      { [`${samen}/2`]: { step: 'bgin', outcome: ['ja'] } },
      ['step begin, outcome samen: there is no step bgin'],
    ],
    [
      'an outcome that the step does not have',
      { [`${samen}/2`]: { step: 'begin', outcome: ['ja', 'jaa'] } },
      ['step begin, outcome samen: step begin has no outcome jaa'],
    ],
    [
      'no outcome at all',
      { [`${samen}/2`]: { step: 'begin', outcome: [] } },
      ['step begin, outcome samen: begin is compared with no outcome'],
    ],
    [
      'an unknown code',
      { [`${samen}/1`]: { code: 'kns', in: ['a'] } },
      ['step begin, outcome samen: no step keeps the code kns'],
    ],
    [
      'a code compared with nothing',
      { [`${samen}/1`]: { code: 'kans', in: [] } },
      ['step begin, outcome samen: kans is compared with nothing'],
    ],
    [
      'an unknown mark',
      { [`${samen}/0`]: { mark: 'otgo', oncePer: 'P1Y' } },
      ['step begin, outcome samen: there is no mark otgo'],
    ],
    [
      'a mark that nothing counts',
      { 'steps/begin/outcomes/nee/mark': undefined },
      ['step begin, outcome samen: nothing counts otago'],
    ],
    ['once per no time', { [`${samen}/0/oncePer`]: 'P0D' }, ['step begin, outcome samen: P0D is not a duration']],
    ['once per nonsense', { [`${samen}/0/oncePer`]: 'PT5H' }, ['step begin, outcome samen: PT5H is not a duration']],
  ]);
});

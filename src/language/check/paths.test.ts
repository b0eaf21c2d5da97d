import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

const loose = {
  kind: 'assess',
  label: 'Los',
  by: 'coach',
  within: { fixed: 'P1D', source: 'B' },
  outcomes: { klaar: { label: 'Klaar', to: { leave: true } } },
};
const added = (step: object): Record<string, unknown> => ({
  'steps/los': { ...loose, ...step },
  'phases/twee/steps/5': 'los',
});

describe('a step that nothing leads to is refused', () => {
  refuses([
    ['by no outcome, trigger or limit', added({}), ['step los: nothing leads here']],
    [
      'by a trigger of a step that is not reached',
      { ...added({ opens: { every: { fixed: 'P1M', source: 'B' }, from: 'los' } }) },
      ['step los: nothing leads here'],
    ],
    ['after the trigger was taken away', { 'steps/nabellen/opens': undefined }, ['step nabellen: nothing leads here']],
  ]);
  accepts([
    ['by an event', added({ opens: { on: 'geboorte' } })],
    [
      'by a trigger of a step that is reached',
      added({ opens: { after: [{ fixed: 'P1M', source: 'B' }], from: 'na' } }),
    ],
    ['by a limit alone', { ...added({}), 'limits/plafond/opens': 'los' }],
    [
      'by an entry alone',
      {
        ...added({ outcomes: { klaar: { label: 'Klaar', to: { end: 'weg' }, inform: 'afgerond' } } }),
        'entries/coach': ['los'],
      },
    ],
  ]);
});

describe('a path that cannot end is refused', () => {
  const circle = {
    'steps/begin/outcomes/nee': { label: 'Nee', to: 'begin', mark: 'otago' },
    'steps/na/outcomes/klaar': { label: 'Klaar', to: 'wachten' },
    'milestones/afgerond': undefined,
  };
  const stuck = ['begin', 'beslis', 'bericht', 'wachten', 'overdracht', 'na'];
  refuses([
    ['steps that only lead to each other', circle, stuck.map((step) => `step ${step}: no path from here ends`)],
    [
      'an end behind one option of a switch only',
      {
        ...circle,
        'steps/na/outcomes/klaar': {
          label: 'Klaar',
          to: { byKnob: 'route', cases: { aan: { end: 'klaar' }, uit: 'wachten' } },
          inform: 'gezien',
        },
      },
      stuck.map((step) => `step ${step}: no path from here ends`),
    ],
    [
      'an end beside the branch only',
      {
        ...circle,
        'steps/zij/outcomes/samen': { label: 'Einde', to: { end: 'weg' }, inform: 'gezien' },
        'steps/overdracht/join': undefined,
      },
      stuck.map((step) => `step ${step}: no path from here ends`),
    ],
    [
      'a branch that goes round',
      { 'steps/kraam/outcomes/klaar/to': 'kraam' },
      ['step kraam: the branch that begins here comes to no join, no leave and no end'],
    ],
  ]);
});

describe('a loop in which nobody decides and no clock runs is refused', () => {
  refuses([
    [
      'of a rule and a message',
      { 'steps/bericht/outcomes/gedaan/to': 'beslis', 'steps/overdracht/join': undefined },
      [
        'step beslis: it comes back to itself without anybody or any clock',
        'step bericht: it comes back to itself without anybody or any clock',
      ],
    ],
    [
      'of a rule with itself, through a gap',
      { 'steps/beslis/outcomes/wacht/to': { gap: 'x', fallback: 'beslis' } },
      ['step beslis: it comes back to itself without anybody or any clock'],
    ],
  ]);
  accepts([['a loop in which somebody decides', { 'steps/bericht/outcomes/gedaan/to': 'begin' }]]);
});

describe('branches that cannot come together are refused', () => {
  const join = 'steps/overdracht/join';
  refuses([
    ['a branch that nothing begins', { [join]: ['main', 'na'] }, ['step overdracht: join: no branch begins with na']],
    ['a branch that is not there', { [join]: ['main', 'zj'] }, ['step overdracht: join: no branch begins with zj']],
    [
      'a branch that never comes here',
      { [join]: ['main', 'zij', 'kraam'] },
      ['step overdracht: join: the branch kraam never comes here'],
    ],
    [
      'the own branch, which never comes here',
      { 'steps/kraam/join': ['main', 'kraam'] },
      ['step kraam: join: the branch main never comes here'],
    ],
    ['fewer than two', { [join]: ['zij'] }, ['step overdracht: join: fewer than two branches come together']],
    ['the same twice', { [join]: ['zij', 'zij'] }, ['step overdracht: join: fewer than two branches come together']],
  ]);
  accepts([['without a join', { [join]: undefined }]]);
});

describe('the case’s own branch is never just gone', () => {
  refuses([
    [
      'it leaves',
      { 'steps/na/outcomes/weg': { label: 'Weg', to: { leave: true } } },
      ['step na: outcome weg leaves, and the case may have nothing else open'],
    ],
    [
      'it leaves behind one option of a switch',
      {
        'steps/na/outcomes/weg': {
          label: 'Weg',
          to: { byKnob: 'route', cases: { aan: { leave: true }, uit: 'begin' } },
        },
      },
      ['step na: outcome weg leaves, and the case may have nothing else open'],
    ],
    [
      'it lapses on a step beside it',
      { 'steps/na/lapsesOn': ['kraam'] },
      ['step na: it lapses on kraam, and the case may have nothing else open'],
    ],
    [
      'it lapses on an event',
      { 'steps/na/lapsesOn': ['geboorte'] },
      ['step na: it lapses on geboorte, and the case may have nothing else open'],
    ],
    [
      'it opens once per item of an empty list',
      { 'steps/na/each': 'lijst' },
      ['step na: without any lijst it does not open, and the case may have nothing else open'],
    ],
  ]);
  accepts([['it lapses on a step of its own', { 'steps/na/lapsesOn': ['begin'] }]]);
});
